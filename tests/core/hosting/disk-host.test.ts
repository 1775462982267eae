/** Pictures on disk, reached through the web module that serves them. */
import { execFile } from 'node:child_process'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { Hono } from 'hono'
import { beforeEach, describe, expect, it } from 'vitest'
import { createDiskHost } from '#core/hosting/disk-host.ts'
import { testImageHost } from '#tests/contracts/image-host.ts'
import { createFolder } from '#tests/temporary-folder.ts'
import { createPictureRoutes } from '#web/pictures.ts'

const publicUrl = 'https://pictures.example'
let folder: string

beforeEach(() => {
  folder = createFolder()
})

testImageHost('the disk', () => {
  const host = createDiskHost({ folder: join(folder, 'pictures'), publicUrl })
  const app = new Hono().route('/i', createPictureRoutes(host))
  return {
    host,
    async fetchPublic(url) {
      const answer = await app.request(url)
      if (answer.status === 404) return undefined
      const bytes = new Uint8Array(await answer.arrayBuffer())
      return { bytes, mime: answer.headers.get('content-type') ?? '' }
    },
  }
})

const picture = new Uint8Array(64 * 1024).fill(7)

/** Every file below the folder. */
async function listFiles(): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => entry.name)
}

describe('the disk host', () => {
  it('names the file in its URL', async () => {
    const host = createDiskHost({ folder, publicUrl })
    expect(await host.put('fox-1', picture, 'image/jpeg')).toBe('https://pictures.example/i/fox-1.jpg')
    expect(await listFiles()).toEqual(['fox-1.jpg'])
  })

  it('finds a picture by its key, with its format and size', async () => {
    const host = createDiskHost({ folder, publicUrl })
    await host.put('fox-1', picture, 'image/jpeg')
    await host.put('owl-1', picture, 'image/png')
    const find = () => Promise.all(['fox-1', 'owl-1', 'hen-1'].map(host.find))
    const size = picture.byteLength
    const owl = { mime: 'image/png', size }
    expect(await find()).toEqual([{ mime: 'image/jpeg', size }, owl, undefined])
    await host.remove('fox-1')
    expect(await find()).toEqual([undefined, owl, undefined])
    expect(await host.stream('fox-1')).toBeUndefined()
  })

  it('fails, and leaves nothing, where it cannot write', async () => {
    await writeFile(join(folder, 'file'), '')
    const host = createDiskHost({ folder: join(folder, 'file', 'pictures'), publicUrl })
    const failed = { code: 'hosting-failed', cause: { code: 'ENOTDIR' } }
    await expect(host.put('fox-1', picture, 'image/png')).rejects.toMatchObject(failed)
    expect(await listFiles()).toEqual(['file'])
  })

  it('fails, and leaves nothing, when the disk takes only part of a picture', async () => {
    const program = `
      import { createDiskHost } from '#core/hosting/disk-host.ts'
      const host = createDiskHost({ folder: process.env.FOLDER, publicUrl: '' })
      try {
        await host.put('fox-1', new Uint8Array(${picture.length}), 'image/png')
      } catch (error) {
        console.log(error.code, error.cause.code)
      }`
    // The largest file this shell's children may write is 16 blocks: a write that fails half-way, as on a full disk.
    const limited = ['-c', 'ulimit -f 16 && exec "$0" --input-type=module --eval "$1"']
    const parts = [...limited, process.execPath, program]
    const { stdout } = await promisify(execFile)('/bin/sh', parts, { env: { FOLDER: folder } })
    expect(stdout).toBe('hosting-failed EFBIG\n')
    expect(await listFiles()).toEqual([])
  })

  it('removes with a picture what a killed process left of it', async () => {
    const host = createDiskHost({ folder, publicUrl })
    await host.put('fox-1', picture, 'image/png')
    await writeFile(join(folder, 'unfinished', 'fox-1.png.5a1e'), 'half')
    await writeFile(join(folder, 'unfinished', 'fox-12.png.5a1e'), 'half')
    expect((await host.read('fox-1'))?.bytes.byteLength).toBe(picture.byteLength)
    await host.remove('fox-1')
    expect(await listFiles()).toEqual(['fox-12.png.5a1e'])
  })

  it('never shows part of a picture that is being put again', async () => {
    const host = createDiskHost({ folder, publicUrl })
    await host.put('fox-1', picture, 'image/png')
    const seen = new Set<number>()
    const puts = Promise.all(Array.from({ length: 20 }, () => host.put('fox-1', picture, 'image/png')))
    let done = false
    puts.finally(() => {
      done = true
    })
    while (!done) seen.add((await readFile(join(folder, 'fox-1.png'))).byteLength)
    await puts
    expect([...seen]).toEqual([picture.byteLength])
  })
})
