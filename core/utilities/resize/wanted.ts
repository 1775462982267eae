/** What a picture may be resized to. */

/** How it fits a width and a height: whole and no larger, cut at its edges, whole with bars, or out of shape. */
export const fits = ['inside', 'crop', 'pad', 'stretch'] as const
export type Fit = (typeof fits)[number]

export const resizeFormats = ['png', 'jpeg', 'webp', 'avif', 'gif'] as const
export type ResizeFormat = (typeof resizeFormats)[number]

/** Pixels of a side. */
export const resizeSides = { shortest: 1, longest: 4_000 } as const

/** One size; a side that is left out follows from the picture's shape. */
export type WantedSize = { name?: string } & (
  | { width: number; height: number }
  | { width: number; height?: never }
  | { width?: never; height: number }
  | { percent: number; width?: never; height?: never }
)

/** Everything that a person said, read. */
export interface Wanted {
  sizes: readonly WantedSize[]
  fit: Fit
  format?: ResizeFormat
  /** From 1 to 100. */
  quality?: number
  /** What it may become, the first that fits; anything where absent. */
  formats?: readonly ResizeFormat[]
  /** Of each file. */
  mostBytes?: number
  mostFrames?: number
  shrinkOnly?: boolean
}
