/** Tests where the files go that a command sends. */
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import type { SentFile } from '#bots/platform.ts'
import { createScene } from './scene.ts'

const file: SentFile = {
  ...{ name: '../dot.png', type: 'image/png', bytes: new Uint8Array([1, 2, 3]), alt: 'A dot' },
  otherwise: ['There is no dot.'],
}

async function give(options: { tty?: boolean; env?: Record<string, string>; folder?: string }) {
  const scene = createScene({
    ...options,
    async dispatch({ reply }) {
      await reply.finish({ private: true, blocks: [{ kind: 'file', file }] })
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
