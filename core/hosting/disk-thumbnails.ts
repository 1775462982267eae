/** Makes the smaller copies of pictures that are hosted on disk, once each, and keeps them as files. */
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { createGate } from '#core/gate.ts'
import { drawThumbnail } from './draw-thumbnail.ts'
import { type ThumbnailWidth, thumbnailWidths } from './thumbnail.ts'

export interface DiskThumbnails {
  /** Made where it is not there yet; undefined where there is no such picture, or it cannot be decoded. */
  read(key: string, width: ThumbnailWidth): Promise<Uint8Array<ArrayBuffer> | undefined>
  /**
   * Those of one picture go with it: none is being made any more once `removePicture` begins, so that whoever dies
   * afterwards leaves none that nobody takes away.
   */
  removeWith(key: string, removePicture: () => Promise<void>): Promise<void>
}

/** Decoded at once, whoever looks at how many: a large picture takes some 30 MB while it is. */
const atOnce = 2

export const nameThumbnail = (key: string, width: ThumbnailWidth) => `${key}.${width}.webp`

/** `write` puts a file in place as a whole, `folder` is made by it; `isThere` tells whether the picture is hosted still. */
export function createDiskThumbnails(ports: {
  folder: string
  read(key: string): Promise<{ bytes: Uint8Array } | undefined>
  isThere(key: string): Promise<boolean>
  write(name: string, bytes: Uint8Array): Promise<void>
}): DiskThumbnails {
  const takeTurn = createGate(atOnce)
  const underWay = new Map<string, Promise<Uint8Array<ArrayBuffer> | undefined>>()
  const going = new Set<string>()
  const remove = async (key: string) => {
    for (const width of thumbnailWidths)
      await rm(join(ports.folder, nameThumbnail(key, width)), { force: true })
  }
  const find = (name: string) => readFile(join(ports.folder, name)).catch(() => undefined)

  async function make(key: string, width: ThumbnailWidth) {
    const name = nameThumbnail(key, width)
    // Whoever was there before may have made it just now.
    const made = await find(name)
    if (made) return made
    const original = going.has(key) ? undefined : await ports.read(key)
    const bytes = original && (await drawThumbnail(original.bytes, width).catch(() => undefined))
    if (!bytes) return undefined
    // One that cannot be kept is shown all the same, and made again for the next.
    await ports.write(name, bytes).catch(() => undefined)
    // Another process may have deleted it meanwhile, and its copies before this one was there.
    if (await ports.isThere(key)) return bytes
    await remove(key)
    return undefined
  }

  return {
    async removeWith(key, removePicture) {
      going.add(key)
      try {
        await Promise.allSettled(thumbnailWidths.map((width) => underWay.get(nameThumbnail(key, width))))
        await removePicture()
        await remove(key)
      } finally {
        going.delete(key)
      }
    },
    async read(key, width) {
      const name = nameThumbnail(key, width)
      // A crash may have left a copy of what is deleted.
      if (!(await ports.isThere(key))) return undefined
      const kept = await find(name)
      if (kept) return kept
      const making =
        underWay.get(name) ?? takeTurn(() => make(key, width)).finally(() => underWay.delete(name))
      underWay.set(name, making)
      return await making
    },
  }
}
