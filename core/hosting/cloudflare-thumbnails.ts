/** Links to the smaller copies that Cloudflare makes by variants of its account, as far as these are known to be there. */
import { listByWidth, type Thumbnails, thumbnailWidths } from './thumbnail.ts'

export interface CloudflareThumbnails extends Pick<Thumbnails, 'listThumbnails'> {
  /** Hears which variants the account has; answers with those for thumbnails that it lacks. */
  learn(variants: readonly string[]): readonly string[]
}

/** `names`: of the variants for `thumbnailWidths`, in that order. Until it has learnt which there are, it links to none. */
export function createCloudflareThumbnails(names: readonly string[]): CloudflareThumbnails {
  let known: readonly string[] = []

  return {
    learn(variants) {
      known = names.filter((name) => variants.includes(name))
      return names.filter((name) => !known.includes(name))
    },
    listThumbnails(picture) {
      const [, place] = /^(.+\/)[^/]+$/.exec(picture.url) ?? []
      // A picture from before may be hosted elsewhere.
      if (!place?.endsWith(`/${picture.key}/`)) return []
      return listByWidth(picture, (width) => {
        const name = names[thumbnailWidths.indexOf(width)]
        return name !== undefined && known.includes(name) ? `${place}${encodeURIComponent(name)}` : undefined
      })
    },
  }
}
