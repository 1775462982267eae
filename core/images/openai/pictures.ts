/**
 * Takes the pictures out of OpenAI's answers while they arrive. Gathering an answer whole and parsing it would take nine to
 * twelve times a streamed picture's bytes in memory and five times the work. So each picture is decoded piece by
 * piece, and a short name is left in its place in the JSON.
 */
import { createGrowingBytes, type GrowingBytes } from './growing-bytes.ts'

export interface PictureExtractor {
  /** What has come, one byte a character, with names in place of pictures; what may begin a picture is held back. */
  push(text: string): string
  /** What was held back, once nothing more comes; a picture without an end is lost. */
  flush(): string
  /** Whether what came so far ends within a picture. */
  isInside(): boolean
  /** The picture of that name, once. */
  take(name: string): Uint8Array<ArrayBuffer> | undefined
  /** The pictures that were not taken, whole ones alone; they are forgotten. */
  clear(): Uint8Array<ArrayBuffer>[]
}

/** Where a picture's base64 begins. A prompt in the answer cannot look like it: in JSON its quotes are escaped. */
const opening = /"b64_json"\s*:\s*"/
/** The end of a chunk that may be the beginning of an opening. */
const unfinishedOpening = /"[b64_json]{0,8}(?:"\s*(?::\s*)?)?$/
const unfinishedEscape = /\\(?:u[0-9a-f]{0,3})?$/i
const escapes = /\\(?:u([0-9a-f]{4})|.)/gis
/** Base64's letters, its two alphabets together. */
const foreign = /[^A-Za-z0-9+/=_-]+/g

/** How far the reading of an answer is. */
interface Reading {
  pictures: Map<string, Uint8Array<ArrayBuffer>>
  count: number
  /** Text that waits for the next chunk. */
  held: string
  /** Less than four letters of base64. */
  letters: string
  /** Of the picture that what came so far ends within. */
  bytes?: GrowingBytes | undefined
}

export function createPictureExtractor(): PictureExtractor {
  const reading: Reading = { pictures: new Map(), count: 0, held: '', letters: '' }
  const { pictures } = reading

  return {
    push: (more) => read(reading, more),
    flush() {
      const rest = reading.bytes ? '' : reading.held
      reading.held = ''
      reading.letters = ''
      reading.bytes?.clear()
      reading.bytes = undefined
      return rest
    },
    isInside: () => reading.bytes !== undefined,
    take(name) {
      const picture = pictures.get(name)
      pictures.delete(name)
      return picture
    },
    clear() {
      const left = [...pictures.values()]
      pictures.clear()
      return left
    },
  }
}

/** Answers with what is no picture, up to what may begin one. */
function read(reading: Reading, more: string): string {
  let text = reading.held + more
  let passed = ''
  reading.held = ''
  while (text) {
    if (reading.bytes) {
      const picture = readPicture(reading, text)
      if (!picture) break
      passed += picture.name
      text = picture.rest
    }
    const start = opening.exec(text)
    if (!start) {
      reading.held = unfinishedOpening.exec(text)?.[0] ?? ''
      return passed + text.slice(0, text.length - reading.held.length)
    }
    const end = start.index + start[0].length
    passed += text.slice(0, end)
    text = text.slice(end)
    reading.bytes = createGrowingBytes()
  }
  return passed
}

/** Answers with the picture's name once it has ended, and with what follows. */
function readPicture(reading: Reading, text: string): { rest: string; name: string } | undefined {
  const end = findQuote(text)
  if (end === undefined) {
    reading.held = unfinishedEscape.exec(text)?.[0] ?? ''
    decode(reading, text.slice(0, text.length - reading.held.length))
    return undefined
  }
  decode(reading, text.slice(0, end))
  const { bytes, letters } = reading
  const name = String(reading.count++)
  bytes?.addBase64(letters)
  if (bytes) reading.pictures.set(name, bytes.take())
  reading.letters = ''
  reading.bytes = undefined
  return { rest: text.slice(end), name }
}

function decode(reading: Reading, text: string): void {
  const plain = readEscapes(text)
  const from = findStart(plain)
  if (from > 0) {
    reading.bytes?.clear()
    reading.letters = ''
  }
  const base64 = reading.letters + plain.slice(from).replace(foreign, '')
  const whole = base64.length - (base64.length % 4)
  reading.bytes?.addBase64(base64.slice(0, whole))
  reading.letters = base64.slice(whole)
}

/** Base64 as JSON writers may write it: with escapes, broken into lines, and as a `data:` address. */
export function decodeBase64(text: string): Uint8Array<ArrayBuffer> {
  const plain = readEscapes(text)
  return Uint8Array.from(Buffer.from(plain.slice(findStart(plain)).replace(foreign, ''), 'base64'))
}

/** Behind the comma that ends what a `data:` address begins with; base64 has none. */
const findStart = (text: string) => text.lastIndexOf(',') + 1

const readEscapes = (text: string) => (text.includes('\\') ? text.replace(escapes, readEscape) : text)

const readEscape = (found: string, hex: string | undefined) =>
  hex === undefined ? (found === '\\/' ? '/' : '') : String.fromCharCode(Number.parseInt(hex, 16))

/** The quote that ends a JSON string. */
function findQuote(text: string): number | undefined {
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) {
    let slashes = 0
    while (text[at - 1 - slashes] === '\\') slashes++
    if (slashes % 2 === 0) return at
  }
  return undefined
}
