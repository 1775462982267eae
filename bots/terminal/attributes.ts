/** Asks the terminal itself what it can show, and keeps what it answers out of what is typed. */
import { type Readable, Transform } from 'node:stream'

/** What only the terminal knows. */
export interface Attributes {
  sixel: boolean
  /** Of one character, in pixels; absent where it does not say. */
  cell?: { width: number; height: number }
}

/** The size of a character, which some pass over, and then the attributes, which all answer (invisible-island.net/xterm/ctlseqs, XTWINOPS 16 and DA1). */
export const questions = '\u001b[16t\u001b[c'

const answered = /\p{Cc}\[(?:\?([\d;]*)c|6;(\d{1,4});(\d{1,4})t)/gu
/** An answer that has begun and not ended; no key begins so. */
const begun = /\p{Cc}\[(?:\?[\d;]{0,80}|6;[\d;]{0,80})$/u

/** How long a terminal may take to answer, in milliseconds; across a slow line it may be late, and then it is not heard. */
const patience = 1_000

type Typed = Readable & { setRawMode?: (raw: boolean) => unknown }

/** `input` is what is typed, without the answers, whenever they come. `read` waits for these, but not for long. */
export function hearAnswers(typed: Typed): {
  input: Readable
  read: () => Promise<Attributes | undefined>
} {
  const heard = Promise.withResolvers<Attributes | undefined>()
  let cell: Attributes['cell']
  let kept = ''

  /** A character a byte, so that nothing that is typed is changed. */
  function take(text: string): string {
    for (const [, attributes, height, width] of text.matchAll(answered)) {
      if (attributes === undefined) cell = { width: Number(width), height: Number(height) }
      else heard.resolve({ sixel: attributes.split(';').slice(1).includes('4'), ...(cell && { cell }) })
    }
    return text.replace(answered, '')
  }

  const input = Object.assign(
    new Transform({
      transform(chunk: Buffer, _, done) {
        const text = take(kept + chunk.toString('latin1'))
        kept = begun.exec(text)?.[0] ?? ''
        done(null, Buffer.from(text.slice(0, text.length - kept.length), 'latin1'))
      },
      flush(done) {
        done(null, Buffer.from(kept, 'latin1'))
      },
    }),
    { setRawMode: (raw: boolean) => typed.setRawMode?.(raw) },
  )
  typed.on('error', (error) => input.destroy(error))
  typed.pipe(input)
  return {
    input,
    async read() {
      setTimeout(() => heard.resolve(undefined), patience).unref()
      return await heard.promise
    },
  }
}
