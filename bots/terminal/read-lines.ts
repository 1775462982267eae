/** Reads lines from a stream in bounded memory, however long they are. */
import type { Readable } from 'node:stream'

/** A line without its end; of one longer than the limit only the length is known. Lengths are in characters. */
export type Line = { text: string } | { tooLong: number }

/** Ends with the stream; a last line without an end counts. Rejects with the stream's error. */
export async function* readLines(input: Readable, limit: number): AsyncGenerator<Line> {
  const decoder = new TextDecoder()
  let kept = ''
  let length = 0

  const add = (part: string) => {
    length += part.length
    kept = length > limit ? '' : kept + part
  }
  const end = (): Line => {
    const line = length > limit ? { tooLong: length } : { text: kept.replace(/\r$/, '') }
    kept = ''
    length = 0
    return line
  }

  for await (const chunk of input as AsyncIterable<Uint8Array | string>) {
    const text = typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true })
    const [first = '', ...rest] = text.split('\n')
    add(first)
    for (const part of rest) {
      yield end()
      add(part)
    }
  }
  add(decoder.decode())
  if (length > 0) yield end()
}
