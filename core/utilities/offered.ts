/** What of the utilities is known outside of the core: what can be asked of each. */
export { isColor, namedColors } from './colors.ts'
export {
  longestPlaceholderText,
  placeholderFormats,
  readPlaceholder,
} from './placeholder/read-placeholder.ts'
export { longestQrText, qrSides, readQr } from './qr/read-qr.ts'
export { readBrought } from './read-brought.ts'
export type { MadeFile } from './utility.ts'
