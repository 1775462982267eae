/** Tests that what is written in sixels is the picture, as a terminal reads them. */
import sharp from 'sharp'
import { expect, it } from 'vitest'
import { renderSixels } from '#bots/terminal/sixel.ts'

/** Reads them as DEC's manual says: the colour of each dot in hundredths, and `none` for those that were given none. */
function decode(sixels: string): string[][] {
  const [, width = 0, height = 0, body = ''] =
    /^\p{Cc}P0;1;0q"1;1;(\d+);(\d+)([#$!\-;0-9?-~]*)\p{Cc}\\$/u.exec(sixels) ?? []
  const definition = /#(\d+);2;(\d+;\d+;\d+)/g
  const palette = new Map(
    Array.from(body.matchAll(definition), ([, number, colour = '']) => [number, colour]),
  )
  const plain = body
    .replace(definition, '')
    .replace(/!(\d+)(.)/g, (_, times, dot: string) => dot.repeat(Number(times)))
  const dots = Array.from({ length: Number(height) }, () => Array<string>(Number(width)).fill('none'))
  for (const [band, layers] of plain.split('-').entries()) {
    for (const layer of layers.split('$')) {
      const [, number, marks = ''] = /^#(\d+)([?-~]+)$/.exec(layer) ?? expect.fail(`no layer: ${layer}`)
      for (const [column, mark] of [...marks].entries())
        for (let row = 0; row < 6; row++) {
          if ((mark.charCodeAt(0) - 63) & (1 << row)) paint(dots, band * 6 + row, column, palette.get(number))
        }
    }
  }
  return dots
}

function paint(dots: string[][], row: number, column: number, colour: string | undefined) {
  const line = dots[row]
  expect(column).toBeLessThan(line?.length ?? 0)
  if (line) line[column] = colour ?? expect.fail('no such colour')
}

const encode = async (dots: readonly number[], width: number, height: number) =>
  await sharp(Buffer.from(dots), { raw: { width, height, channels: 4 } })
    .png()
    .toBuffer()

it('gives each dot its colour, and leaves out what shows through', async () => {
  const colours = { red: [255, 0, 0, 255], blue: [0, 0, 255, 255], none: [0, 0, 0, 0] }
  const names = Array.from({ length: 9 }, (_, row) =>
    Array.from({ length: 7 }, (_, column) => (row === column ? 'none' : column > row ? 'red' : 'blue')),
  ) as (keyof typeof colours)[][]
  const bytes = await encode(
    names.flat().flatMap((name) => colours[name]),
    7,
    9,
  )
  const said = { red: '100;0;0', blue: '0;0;100', none: 'none' }
  expect(decode((await renderSixels(bytes, { width: 7, height: 9 })) ?? '')).toEqual(
    names.map((row) => row.map((name) => said[name])),
  )
})

it('keeps a photograph’s colours nearly, within the room, and draws nothing for what is no picture', async () => {
  const dots = Array.from({ length: 64 * 64 }, (_, at) => [at % 256, (at >> 4) % 256, 90, 255]).flat()
  const seen = decode((await renderSixels(await encode(dots, 64, 64), { width: 640, height: 32 })) ?? '')
  expect([seen.length, seen[0]?.length]).toEqual([32, 32])
  expect(seen.flat()).not.toContain('none')
  expect(new Set(seen.flat()).size).toBeGreaterThan(100)
  const blues = seen.flat().map((colour) => Number(colour.split(';')[2]))
  expect(Math.max(...blues.map((blue) => Math.abs(blue - 35)))).toBeLessThan(12)
  expect(await renderSixels(new Uint8Array([1, 2, 3]), { width: 9, height: 9 })).toBeUndefined()
})
