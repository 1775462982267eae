/** Networks to ask from, where no test is about their sizes. */
import type { Networks } from '#core/index.ts'

/** Whatever its size, it is called this. */
export const fromNetwork = (name: string): Networks => ({ host: name, site: name, wide: name })
