/** Tests that a picture made of characters has its colours where they belong, and that terminals without colours get none. */
import sharp from 'sharp'
import { expect, it } from 'vitest'
import { findColourDepth, renderHalfBlocks } from '#bots/terminal/half-blocks.ts'

/** Red above blue; to the right of both nothing. */
const dots = await sharp(Buffer.from([255, 0, 0, 255, 0, 0, 0, 0, 0, 0, 255, 255, 0, 0, 0, 0]), {
  raw: { width: 2, height: 2, channels: 4 },
})
  .png()
  .toBuffer()

const draw = async (bytes: Uint8Array, depth: 'true' | '256', room = { columns: 2, rows: 1 }) =>
  (await renderHalfBlocks(bytes, room, depth))?.map((line) => line.replaceAll('\u001b', '^'))

it('draws two squares with a character, in as many colours as there are', async () => {
  expect(await draw(dots, 'true')).toEqual(['^[38;2;255;0;0;48;2;0;0;255m▀^[0m ^[0m'])
  expect(await draw(dots, '256')).toEqual(['^[38;5;196;48;5;21m▀^[0m ^[0m'])
})

it('fits the room, whatever the shape, and draws nothing for what is no picture', async () => {
  const tall = await sharp({ create: { width: 30, height: 90, channels: 3, background: 'white' } })
    .png()
    .toBuffer()
  const lines = (await renderHalfBlocks(tall, { columns: 60, rows: 20 }, 'true')) ?? []
  expect(lines).toHaveLength(20)
  expect(lines.map((line) => line.split('▀').length - 1)).toEqual(Array.from({ length: 20 }, () => 13))
  expect(await draw(new Uint8Array([1, 2, 3]), 'true')).toBeUndefined()
})

it.each([
  [{ TERM: 'xterm-256color', COLORTERM: 'truecolor' }, 'true'],
  [{ WT_SESSION: 'x' }, 'true'],
  [{ TERM: 'tmux-256color' }, '256'],
  [{ TERM: 'xterm' }, undefined],
  [{ TERM: 'dumb', COLORTERM: 'truecolor' }, undefined],
  [{}, undefined],
])('finds in %o colours: %s', (variables, depth) => {
  expect(findColourDepth(variables)).toBe(depth)
})
