/** Tests where the files go that a command sends. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, it } from 'vitest'
import type { SentFile } from '#bots/platform.ts'
import { createUploads } from '#bots/terminal/uploads.ts'
import { createFolder } from '#tests/temporary-folder.ts'
import { inEnglish } from '../calls.ts'
import { createScene } from './scene.ts'

const file: SentFile = {
  ...{ name: '../dot.png', type: 'image/png', bytes: new Uint8Array([1, 2, 3]), alt: 'A dot' },
  otherwise: ['There is no dot.'],
}

async function give(options: {
  tty?: boolean
  answers?: string
  env?: Record<string, string>
  folder?: string
  bytes?: Uint8Array<ArrayBuffer>
}) {
  const scene = createScene({
    ...options,
    async dispatch({ reply }) {
      const given = { ...file, ...(options.bytes && { bytes: options.bytes }) }
      await reply.finish(inEnglish({ private: true, blocks: [{ kind: 'file', file: given }] }))
      return undefined
    },
  })
  await scene.terminal.start()
  scene.input.write(options.tty ? '/help\r' : '/help\n')
  return scene
}

it('puts them in a folder of their own, and says where', async () => {
  const { terminal, shows, read } = await give({})
  await shows('dot.png')
  const [path = ''] = /\S+\/_dot\.png/.exec(read()) ?? []
  expect([...readFileSync(path)]).toEqual([1, 2, 3])
  await terminal.stop()
})

it('shows a picture where the terminal can', async () => {
  const { terminal, shows } = await give({ tty: true, env: { TERM: 'xterm-kitty' } })
  await shows('\u001b_Ga=T,f=100,q=2,c=60,m=0;AQID\u001b\\')
  await shows('/_dot.png')
  await terminal.stop()
})

it('says the words where nothing can be written', async () => {
  const { terminal, shows } = await give({ folder: '/dev/null' })
  await shows('There is no dot.')
  await terminal.stop()
})

it('draws it with characters elsewhere, unless no colours are wanted', async () => {
  const dot = await sharp({ create: { width: 2, height: 2, channels: 3, background: 'red' } })
    .png()
    .toBuffer()
  const env = { TERM: 'xterm-256color', COLORTERM: 'truecolor' }
  const bytes = new Uint8Array(dot)
  const drawn = await give({ tty: true, env, bytes })
  await drawn.shows('\u001b[38;2;255;0;0;48;2;255;0;0m▀')
  const plain = await give({ tty: true, env: { ...env, NO_COLOR: '1' }, bytes })
  await plain.shows('/_dot.png')
  expect(plain.read()).not.toContain('▀')
  await Promise.all([drawn.terminal.stop(), plain.terminal.stop()])
})

it('draws it in sixels where the terminal answers that it takes them, which is not taken for typing', async () => {
  const red = { create: { width: 20, height: 20, channels: 3, background: 'red' } } as const
  const bytes = new Uint8Array(await sharp(red).png().toBuffer())
  const answers = '\u001b[6;8;4t\u001b[?62;4;22c'
  const env = { TERM: 'xterm-256color' }
  const { terminal, shows, read } = await give({ tty: true, env, answers, bytes })
  await shows('/_dot.png')
  // 60 columns of 4 dots, 20 rows of 8.
  expect(read()).toContain('\u001bP0;1;0q"1;1;160;160#0;2;100;0;0#0!160~')
  expect(read()).not.toMatch(/▀|did you mean/i)
  await terminal.stop()
})

it('says where a picture is kept on this machine', async () => {
  const folder = createFolder()
  writeFileSync(join(folder, 'k1.png'), 'bytes')
  const list = (name: string) => ({
    key: name,
    url: `http://a.test/i/${name}.png`,
    alt: '',
    width: 1,
    height: 1,
  })
  const { paths } = await createUploads({
    pictures: { read: async () => undefined },
    screening: async () => ({}),
    folder,
    pictureFolder: folder,
  })(
    { private: true, blocks: [{ kind: 'pictures', pictures: [list('k1'), list('gone')] }] },
    { columns: 60, rows: 20 },
  )
  expect([...(paths ?? [])].map(([, path]) => path)).toEqual([join(folder, 'k1.png')])
})
