/** What of the utilities is known outside of the core: what can be asked of each. */

export { catalog as utilities, type MadeOf } from './catalog.ts'
export { isColor, namedColors } from './colors.ts'
export {
  longestPlaceholderText,
  placeholderFormats,
  readPlaceholder,
} from './placeholder/read-placeholder.ts'
export { longestQrText, qrSides, readQr } from './qr/read-qr.ts'
export { readBrought } from './read-brought.ts'
export { readWanted } from './resize/read-wanted.ts'
export { sizeSets } from './resize/size-sets.ts'
export { isLarge } from './resize/targets.ts'
export { fits, resizeFormats, resizeSides } from './resize/wanted.ts'
export type { MadeFile } from './utility.ts'
export { findLargest } from './zip.ts'
