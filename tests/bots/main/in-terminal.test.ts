/** Presets and free utilities as somebody in a terminal uses them: each file is written where it is said to be, in its very size. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, it } from 'vitest'
import { presetNames, presets } from '#core/images/presets/presets.ts'
import { decodeQr } from '#core/utilities/qr/decode.ts'
import { findFreePort, runProgram } from '#tests/program.ts'
import { createFolder } from '#tests/temporary-folder.ts'

const measure = async (bytes: Uint8Array) => {
  const { width, height, format } = await sharp(bytes).metadata()
  return { width, height, format }
}

it('has every preset, of words in any script, in its very size', async () => {
  const folder = createFolder()
  const words = ['直感で使える令和の道具', 'שלום עולם', '👩‍👩‍👧‍👦'.repeat(80), 'مرحبا', 'x']
  const lines = presetNames.map((name, at) => `/${name} ${words[at]}`)
  const env = { DATA_DIR: folder, PORT: String(await findFreePort()), WELCOME_CREDITS: '1000' }
  const { code, stdout } = await runProgram(lines, { env })
  expect(code).toBe(0)
  const names = [...stdout.matchAll(/\/i\/([0-9a-z]{32}\.png)/g)].map(([, name = '']) => name)
  const sizes = await Promise.all(names.map((name) => measure(readFileSync(join(folder, 'pictures', name)))))
  expect(sizes).toEqual(presetNames.map((name) => ({ ...presets[name].delivered, format: 'png' })))
})

it('has every free utility, each file where it is said to be', async () => {
  const folder = createFolder()
  const given = join(folder, 'given.png')
  const disc =
    '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="600"><circle cx="300" cy="300" r="300"/></svg>'
  writeFileSync(given, await sharp(Buffer.from(disc)).png().toBuffer())
  const lines = [
    '/qr Grüße, 世界 🦊 --size 512',
    '/placeholder 1200x630 令和 מחר',
    `/resize 64x48 --fit pad --format webp --image ${given}`,
    `/favicon --image ${given}`,
  ]
  const env = { DATA_DIR: folder, PORT: String(await findFreePort()) }
  const { code, stdout } = await runProgram(lines, { env })
  expect(code).toBe(0)
  const find = (ending: RegExp) =>
    readFileSync(stdout.match(/\/\S+\.\w+/g)?.find((path) => ending.test(path)) ?? expect.fail(stdout))
  const qr = find(/qr\.png$/)
  expect(await measure(qr)).toMatchObject({ width: 512, height: 512 })
  expect(Buffer.from((await decodeQr(qr)) ?? []).toString()).toBe('Grüße, 世界 🦊')
  expect(await measure(find(/placeholder\S*\.png$/))).toEqual({ width: 1200, height: 630, format: 'png' })
  const small = find(/64x48\.webp$/)
  expect(await measure(small)).toEqual({ width: 64, height: 48, format: 'webp' })
  expect((await sharp(small).ensureAlpha().raw().toBuffer())[3]).toBe(0)
  expect(
    find(/\.zip$/)
      .subarray(0, 2)
      .toString(),
  ).toBe('PK')
})
