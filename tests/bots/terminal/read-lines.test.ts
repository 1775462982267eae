/** Tests reading lines from a stream, however it is cut into chunks. */
import { Readable } from 'node:stream'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Line, readLines } from '#bots/terminal/read-lines.ts'

async function read(chunks: readonly (Uint8Array | string)[], limit: number): Promise<Line[]> {
  const lines: Line[] = []
  for await (const line of readLines(Readable.from(chunks, { objectMode: false }), limit)) lines.push(line)
  return lines
}

it('gives the same lines whatever the chunks', async () => {
  const text = fc.array(fc.string({ unit: 'grapheme', maxLength: 12 })).map((lines) => lines.join('\n'))
  await fc.assert(
    fc.asyncProperty(
      text,
      fc.integer({ min: 1, max: 7 }),
      fc.integer({ min: 0, max: 10 }),
      async (all, size, limit) => {
        const bytes = Buffer.from(all)
        const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
          bytes.subarray(index * size, (index + 1) * size),
        )
        const lines = all.split('\n')
        if (lines.at(-1) === '') lines.pop()
        expect(await read(chunks, limit)).toEqual(
          lines.map((line) =>
            line.length > limit ? { tooLong: line.length } : { text: line.replace(/\r$/, '') },
          ),
        )
      },
    ),
  )
})

it('takes a last line without an end, and lines that end as on Windows', async () => {
  expect(await read(['one\r\ntwo'], 10)).toEqual([{ text: 'one' }, { text: 'two' }])
})

it('counts a line of a megabyte and goes on with the next', async () => {
  const chunks = [...Array.from({ length: 1_000 }, () => Buffer.alloc(1_000, 'a')), '\nnext\n']
  expect(await read(chunks, 100)).toEqual([{ tooLong: 1_000_000 }, { text: 'next' }])
})
