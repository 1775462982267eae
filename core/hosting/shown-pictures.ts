/** Hosted pictures, as those need them who show them. */
import type { ImageHost, ServedHost } from './image-host.ts'
import { createSmallPictures, type SmallPictures } from './small-pictures.ts'
import type { Thumbnails } from './thumbnail.ts'

export interface ShownPictures {
  /** For the web module, which shows pictures and serves those on disk, and for who must upload what it shows. */
  pictures: Pick<ImageHost, 'read'> &
    Partial<SmallPictures & Pick<ServedHost, 'find' | 'stream' | 'readThumbnail'>>
  listThumbnails: Thumbnails['listThumbnails']
}

export const showPictures = (host: (ImageHost & Partial<Thumbnails>) | ServedHost): ShownPictures => ({
  pictures: { ...host, ...createSmallPictures(host) },
  listThumbnails: host.listThumbnails ?? (() => []),
})
