/** Pictures given to the free utilities: hostile ones are refused in words, by whoever sends them, and nobody pays for any. */
import { expect, it } from 'vitest'
import type { Attachment } from '#bots/platform.ts'
import { CoreError } from '#core/errors.ts'
import { drawCorners } from '#tests/core/hosting/crafted.ts'
import { listHostile } from '#tests/core/utilities/hostile-pictures.ts'
import { readWords } from '../calls.ts'
import { createRig } from '../rig.ts'

const attach = (bytes: Uint8Array<ArrayBuffer>, given: Partial<Attachment> = {}): Attachment => ({
  ...{ name: 'holiday.png', size: bytes.length, read: async () => bytes },
  ...given,
})

const asked = { favicon: {}, resize: { size: '64' }, qr: { text: 'hello' } }
type Name = keyof typeof asked
const names: readonly Name[] = ['favicon', 'resize', 'qr']

async function createScene() {
  // Everything here is asked by one person in a minute.
  const rig = await createRig()
  await rig.join('ann')
  const give = async (name: Name, image: Attachment, options: object = {}) =>
    (await rig.ask('ann', name, { options: { ...asked[name], ...options, image } })).message
  return { rig, give }
}

it('are refused in words where they are hostile, and cost nothing', async () => {
  const { rig, give } = await createScene()
  for (const { what, bytes, favicon, resize } of await listHostile({ large: false })) {
    for (const [name, outcome] of Object.entries({ favicon, resize, qr: resize }) as [Name, string][]) {
      const message = await give(name, attach(bytes))
      const isFile = message?.blocks.some(({ kind }) => kind === 'file')
      if (name !== 'qr') expect([what, name, isFile]).toEqual([what, name, outcome === 'taken'])
      if (!isFile)
        expect([what, readWords(message)]).toEqual([what, expect.stringMatching(/SVG|Attach|too large/)])
      expect(readWords(message)).not.toContain('went wrong')
    }
  }
  expect(await rig.balance('ann')).toBe(1_000)
}, 120_000)

it('are refused by their size before they are read', async () => {
  const { give } = await createScene()
  const read = () => Promise.reject(new Error('was read'))
  const large = attach(new Uint8Array(1), { size: 10_000_001, read })
  for (const name of names) expect(readWords(await give(name, large))).toContain('at most 10 MB')
})

it('are not there where the platform has them no more', async () => {
  const { give } = await createScene()
  const read = () => Promise.reject(new CoreError('attachment-unavailable', {}))
  for (const name of names) {
    expect(readWords(await give(name, attach(new Uint8Array(1), { read })))).toContain(
      'couldn’t fetch the file you attached',
    )
  }
})

it('become icons, with the lines that a page needs', async () => {
  const { give } = await createScene()
  const message = await give('favicon', attach(new Uint8Array(await drawCorners().png().toBuffer())))
  const files = message?.blocks.flatMap((block) => (block.kind === 'file' ? [block.file.name] : []))
  expect(files).toEqual(['favicon-preview.png', 'favicons.zip'])
  const words = readWords(message)
  for (const part of ['/favicon.ico', '<head>', 'isn’t square', 'smaller than 512'])
    expect(words).toContain(part)
})

it.each([
  [{ size: '24' }, ['holiday-24x16.png'], /24×16.*48×32.*png/s],
  [{ size: '96', format: 'jpeg' }, ['holiday-96x64.jpg'], /may look soft/],
  [{ size: '24, 12', format: 'webp' }, ['holiday-sizes.zip'], /holiday-12x8\.webp.*2 sizes/s],
  [{ size: 'slack emoji' }, ['holiday-128x128.png'], /128×128/],
  [{ size: 'slack emoji', format: 'avif' }, [], /format.*can’t be combined with.*size slack-emoji/],
  [{ size: 'huge' }, [], /800x600.*app-icon.*social/s],
])('are resized as asked: %o', async (options, names, words) => {
  const { give } = await createScene()
  const message = await give('resize', attach(new Uint8Array(await drawCorners().png().toBuffer())), options)
  expect(message?.blocks.flatMap((block) => (block.kind === 'file' ? [block.file.name] : []))).toEqual(names)
  expect(readWords(message)).toMatch(words)
})
