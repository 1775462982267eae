/** Smaller copies of hosted pictures, for galleries: what they are, and where. */

/** In pixels: a column of a gallery, and the same on a screen of twice as many. */
export const thumbnailWidths = [440, 880] as const

export type ThumbnailWidth = (typeof thumbnailWidths)[number]

export interface Thumbnail {
  url: string
  /** In pixels, as it is delivered. */
  width: number
}

/** A hosted picture, as it is stored. */
export interface Hosted {
  key: string
  url: string
  /** In pixels. */
  width: number
}

/** Where smaller copies are. */
export interface Thumbnails {
  /** Narrowest first; none for a picture that is elsewhere. Nobody is asked. */
  listThumbnails(picture: Hosted): readonly Thumbnail[]
  /** Makes them, where this host does it by itself; without it each is made for whoever asks first. */
  makeThumbnails?(key: string): Promise<void>
}

/** Those of a picture: one that is narrower than a copy would be is not enlarged. `link` may know none of a width. */
export function listByWidth(
  { width }: Hosted,
  link: (width: ThumbnailWidth) => string | undefined,
): Thumbnail[] {
  const widths = thumbnailWidths.filter((_, index) => (thumbnailWidths[index - 1] ?? 0) < width)
  return widths.flatMap((each) => {
    const url = link(each)
    return url === undefined ? [] : { url, width: Math.min(each, width) }
  })
}
