/** The smaller copies of pictures on disk. */
import { randomBytes } from 'node:crypto'
import { readdir, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import sharp from 'sharp'
import { beforeEach, expect, it } from 'vitest'
import { createDiskHost } from '#core/hosting/disk-host.ts'
import type { ServedHost } from '#core/hosting/image-host.ts'
import { createFolder } from '#tests/temporary-folder.ts'

let folder: string
let host: ServedHost
const openHost = () => createDiskHost({ folder, publicUrl: 'https://bot.example' })

beforeEach(() => {
  folder = createFolder()
  host = openHost()
})

const noise = (width: number, height: number, channels: 3 | 4 = 3) =>
  sharp(randomBytes(width * height * channels), { raw: { width, height, channels } })

async function put(key: string, picture = noise(960, 640)): Promise<void> {
  await host.put(key, new Uint8Array(await picture.png().toBuffer()), 'image/png')
}

const listKept = () =>
  readdir(join(folder, 'thumbnails')).then(
    (names) => names.sort(),
    () => [],
  )
const read = async (key: string, width: 440 | 880 = 440) => {
  const bytes = await host.readThumbnail(key, width)
  return bytes && (await sharp(bytes).metadata())
}

it('are WebP of both widths, made once, and say nothing but that they were made by AI', async () => {
  await put('fox', noise(960, 640).withExif({ IFD0: { Artist: 'by Ann in Berlin' } }))
  expect(await listKept()).toEqual([])
  const small = await read('fox')
  expect(small).toMatchObject({ format: 'webp', width: 440, height: 293 })
  expect(small?.xmpAsString).toContain('trainedAlgorithmicMedia')
  expect(small?.exif).toBeUndefined()
  expect(await read('fox', 880)).toMatchObject({ format: 'webp', width: 880, height: 587 })
  expect(await listKept()).toEqual(['fox.440.webp', 'fox.880.webp'])
  const file = join(folder, 'thumbnails', 'fox.440.webp')
  await utimes(file, 1, 1)
  host = openHost()
  expect(await read('fox')).toMatchObject({ width: 440 })
  expect((await stat(file)).mtimeMs).toBe(1_000)
})

it('are made beforehand where somebody asks for that', async () => {
  await put('fox')
  await host.makeThumbnails?.('fox')
  expect(await listKept()).toEqual(['fox.440.webp', 'fox.880.webp'])
  await host.makeThumbnails?.('nobody')
})

it('are one for many who ask at once, and leave nothing unfinished', async () => {
  await put('fox')
  const all = await Promise.all(Array.from({ length: 20 }, () => host.readThumbnail('fox', 440)))
  expect(new Set(all).size).toBe(1)
  expect(await readdir(join(folder, 'unfinished'))).toEqual([])
})

it('are not larger than the picture, and let through what it does', async () => {
  await put('owl', noise(300, 900, 4))
  expect(await read('owl')).toMatchObject({ width: 300, height: 900, hasAlpha: true })
})

it('go with the picture, also one that is just being made, and what a crash has left is not shown', async () => {
  await put('fox')
  const making = host.readThumbnail('fox', 440)
  await host.remove('fox')
  await making
  expect(await host.readThumbnail('fox', 440)).toBeUndefined()
  expect(await listKept()).toEqual([])
  await put('hen')
  await host.makeThumbnails?.('hen')
  await rm(join(folder, 'hen.png'))
  expect(await host.readThumbnail('hen', 440)).toBeUndefined()
  await host.remove('hen')
  expect(await listKept()).toEqual([])
})

it('are none while their picture goes: nobody is left to take one away that comes after it', async () => {
  await put('fox')
  const ends: string[] = []
  const making = Promise.all([host.readThumbnail('fox', 440), host.readThumbnail('fox', 880)])
  const made = making.then(() => ends.push('made'))
  // So that it is being drawn.
  await setImmediate()
  await host.remove('fox').then(() => ends.push('removed'))
  expect(ends).toEqual(['made', 'removed'])
  await made
  expect([await listKept(), await readdir(join(folder, 'unfinished'))]).toEqual([[], []])
})

it('are none of what is no picture, and of a key that is none', async () => {
  await host.put('fox', new Uint8Array(64).fill(7), 'image/png')
  expect(await host.readThumbnail('fox', 440)).toBeUndefined()
  await expect(host.readThumbnail('../fox', 440)).rejects.toMatchObject({ code: 'hosting-failed' })
})

it('are shown also where they cannot be kept', async () => {
  await put('fox')
  await writeFile(join(folder, 'thumbnails'), '')
  expect(await read('fox')).toMatchObject({ width: 440 })
})
