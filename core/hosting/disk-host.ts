/** Hosts pictures as files in a folder; the web module serves them. */
import { randomUUID } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { CoreError } from '#core/errors.ts'
import { mustAct } from '#core/operator-fault.ts'
import { createDiskThumbnails, nameThumbnail } from './disk-thumbnails.ts'
import { ignoreMissing, syncFolder, writeDurably } from './durable-file.ts'
import type { BytePart, PictureMime, ServedHost } from './image-host.ts'
import { requireKey, requireSize } from './key.ts'
import { listByWidth, thumbnailWidths } from './thumbnail.ts'

export interface DiskHostOptions {
  /** Made with the first picture when it is not there. */
  folder: string
  /** Where the web module is reached, without a slash at its end. */
  publicUrl: string
}

const extensions: Record<PictureMime, string> = { 'image/png': 'png', 'image/jpeg': 'jpg' }

/**
 * A picture is reached at `<publicUrl>/i/<key>.png` or `.jpg`, its smaller copies at `<key>.440.webp` and so on. When `put`
 * resolves it survives a loss of power, and at no time does its name lead to half a file.
 */
export function createDiskHost({ folder, publicUrl }: DiskHostOptions): ServedHost {
  // Unfinished files live apart, so that finding what a killed process left of a key needs no long listing.
  const drafts = join(folder, 'unfinished')
  const nameFile = (key: string, mime: PictureMime) => `${key}.${extensions[mime]}`

  async function write(name: string, bytes: Uint8Array, into = folder): Promise<void> {
    await mkdir(drafts, { recursive: true })
    const draft = join(drafts, `${name}.${randomUUID()}`)
    try {
      await writeDurably(draft, bytes)
      await rename(draft, join(into, name))
    } catch (error) {
      await rm(draft, { force: true })
      throw error
    }
    await syncFolder(into)
  }

  async function clear(key: string): Promise<void> {
    for (const name of await ignoreMissing(readdir(drafts), [])) {
      if (name.startsWith(`${key}.`)) await rm(join(drafts, name), { force: true })
    }
    for (const mime of ['image/png', 'image/jpeg'] as const) {
      await rm(join(folder, nameFile(key, mime)), { force: true })
    }
  }

  async function read(key: string) {
    requireKey(key)
    for (const mime of ['image/png', 'image/jpeg'] as const) {
      const file = readFile(join(folder, nameFile(key, mime)))
      const bytes = await translate(ignoreMissing(file, undefined))
      if (bytes) return { bytes, mime }
    }
    return undefined
  }

  async function find(key: string) {
    requireKey(key)
    for (const mime of ['image/png', 'image/jpeg'] as const) {
      const file = await translate(ignoreMissing(stat(join(folder, nameFile(key, mime))), undefined))
      if (file) return { mime, size: file.size }
    }
    return undefined
  }

  async function stream(key: string, part?: BytePart) {
    requireKey(key)
    for (const mime of ['image/png', 'image/jpeg'] as const) {
      const file = await translate(ignoreMissing(open(join(folder, nameFile(key, mime))), undefined))
      // The file is closed with the stream, whether that ends, fails or is cancelled.
      if (file) return Readable.toWeb(file.createReadStream(part)) as ReadableStream<Uint8Array<ArrayBuffer>>
    }
    return undefined
  }

  const small = join(folder, 'thumbnails')
  const thumbnails = createDiskThumbnails({
    folder: small,
    read,
    isThere: async (key) => (await find(key)) !== undefined,
    async write(name, bytes) {
      await mkdir(small, { recursive: true })
      await write(name, bytes, small)
    },
  })

  return {
    async put(key, bytes, mime) {
      requireKey(key)
      requireSize(bytes)
      await translate(write(nameFile(key, mime), bytes))
      return `${publicUrl}/i/${nameFile(key, mime)}`
    },
    read,
    find,
    stream,
    async remove(key) {
      requireKey(key)
      await translate(thumbnails.removeWith(key, () => clear(key)))
    },
    listThumbnails: (picture) =>
      picture.url.startsWith(`${publicUrl}/i/`)
        ? listByWidth(picture, (width) => `${publicUrl}/i/${nameThumbnail(picture.key, width)}`)
        : [],
    async readThumbnail(key, width) {
      requireKey(key)
      return await translate(thumbnails.read(key, width))
    },
    async makeThumbnails(key) {
      for (const width of thumbnailWidths) await thumbnails.read(key, width)
    },
  }
}

async function translate<Value>(work: Promise<Value>): Promise<Value> {
  try {
    return await work
  } catch (cause) {
    throw new CoreError('hosting-failed', mustAct(cause) ? { refused: true } : {}, { cause })
  }
}
