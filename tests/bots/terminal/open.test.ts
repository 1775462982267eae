/** Tests `/open`: a picture again, by its id or by a number beside it, as large as the screen. */
import sharp from 'sharp'
import { expect, it } from 'vitest'
import { renderPicture } from '#bots/messages/picture.ts'
import type { Dispatch } from '#bots/platform.ts'
import { findOpened } from '#bots/terminal/open.ts'
import { usualPrices as prices, speak } from '#core/index.ts'
import { fox } from '../calls.ts'
import { createScene } from './scene.ts'

const press = { command: 'vary', options: { id: 'fox0000001' } }
const find = (line: string) => (line === '3' ? press : undefined)

it.each([
  ['/open fox0000002.2', { id: 'fox0000002.2' }],
  [' /OPEN   3 ', { id: 'fox0000001' }],
  ['/open 4', { id: '4' }],
  ['/open', {}],
])('takes %j for a picture to show', (line, options) => {
  expect(findOpened(line, find)).toEqual({ command: 'show', options })
})

it.each(['/opening credits', 'open the door', '/show fox0000001', '3'])('leaves %j to others', (line) => {
  expect(findOpened(line, find)).toBeUndefined()
})

it('shows it as wide as the screen and above where it is, and in a pipe only says where', async () => {
  const red = { create: { width: 300, height: 100, channels: 3, background: 'red' } } as const
  const asked: unknown[] = []
  const dispatch: Dispatch = async ({ command, options, reply }) => {
    asked.push([command, options])
    const picture = { ...fox, pictures: fox.pictures.map((each) => ({ ...each, width: 300, height: 100 })) }
    const words = speak(undefined)
    await reply.finish({ ...renderPicture(words, picture, { prices, private: true }), words })
    return undefined
  }
  const picture = new Uint8Array(await sharp(red).png().toBuffer())
  const env = { TERM: 'xterm-256color' }
  const typed = createScene({ dispatch, tty: true, env, picture })
  await typed.terminal.start()
  await typed.shows('imgsrc> ')
  typed.input.write('/show fox0000001\r')
  await typed.shows('[1] Again')
  typed.input.write('/open 1\r')
  await typed.shows('\u001b[38;5;196;48;5;196m▀'.repeat(80))
  await typed.terminal.stop()
  const widths = typed
    .read()
    .split('\n')
    .map((line) => line.split('▀').length - 1)
  expect(widths.filter((width) => width > 0)).toEqual([...Array(10).fill(60), ...Array(14).fill(80)])
  expect(typed.read().match(/Delete: /g)).toHaveLength(1)

  const piped = createScene({ dispatch })
  piped.input.end('/open fox0000001\n')
  await piped.terminal.start()
  await piped.terminal.ended
  expect(piped.read()).toContain('http://pictures/1')
  expect(asked).toEqual(Array(3).fill(['show', { id: 'fox0000001' }]))
})
