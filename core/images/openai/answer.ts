/**
 * Reads what OpenAI answers, as a stream of events or as one JSON body, whichever comes. The SDK's own reader ends a
 * stream at the first `[DONE]`, throws at data that is no JSON, and gathers each picture whole.
 */
import OpenAI from 'openai'
import { CoreError } from '#core/errors.ts'
import type { Usage } from '#core/images/generation.ts'
import type { Drawing, DrawOptions } from '#core/images/image-model.ts'
import { findPictureMime } from '#core/images/picture-mime.ts'
import { createEventReader } from './events.ts'
import { createPictureExtractor, decodeBase64 } from './pictures.ts'

type Bytes = Uint8Array<ArrayBuffer>
type Fields = Readonly<Record<string, unknown>>

/**
 * Resolves as soon as `count` pictures are complete. Rejects with the vendor's own error, with `picture-unreadable`, or
 * with `vendor-down` where the answer ends before them.
 */
export async function readDrawing(
  response: Response,
  { count, onPartial }: { count: number } & Pick<DrawOptions, 'onPartial'>,
): Promise<Drawing> {
  const found: { complete: Bytes[]; likely: Bytes[]; usage?: Usage } = { complete: [], likely: [] }
  let hasUnreadable = false
  const isComplete = () => found.complete.length >= count
  const reader = createReader(response.headers, (picture, kind, body) => {
    if (isComplete()) return
    const isReadable = findPictureMime(picture) !== undefined
    if (kind === 'partial') {
      if (isReadable) onPartial?.(picture)
      return
    }
    if (isReadable) found[kind].push(picture)
    else hasUnreadable = true
    Object.assign(found, readUsage(body.usage))
  })
  let failure: unknown
  try {
    for await (const chunk of response.body ?? []) {
      reader.push(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength).toString('latin1'))
      if (isComplete()) break
    }
  } catch (error) {
    failure = error
  }
  try {
    if (!isComplete()) reader.end()
  } catch (error) {
    failure ??= error
  }
  // What was bought and has come is not lost by what follows it.
  if (failure !== undefined && found.complete.length + found.likely.length < count) throw failure
  const pictures = [...found.complete, ...found.likely].slice(0, count)
  if (pictures.length < count) {
    if (hasUnreadable) throw new CoreError('picture-unreadable', {})
    const cause = new Error(`The vendor's answer ended with ${pictures.length} pictures of ${count}.`)
    throw new CoreError('vendor-down', {}, { cause })
  }
  return { pictures, ...(found.usage && { usage: found.usage }) }
}

/** Characters, pictures apart; far more than any answer has. */
const longestText = 50_000_000
/** Space, and the mark that UTF-8 may begin with, one byte a character. */
const leading = /^[\s\xef\xbb\xbf]+/

/** `likely` is one that nothing calls partial or complete: it counts where no complete one comes. */
type Kind = 'partial' | 'likely' | 'complete'

function createReader(headers: Headers, take: (picture: Bytes, kind: Kind, body: Fields) => void) {
  const extractor = createPictureExtractor()
  let text = ''
  let mode: 'unknown' | 'events' | 'json' = 'unknown'

  const findPicture = (value: unknown): Bytes | undefined => {
    const base64 = asFields(value)?.b64_json
    if (typeof base64 !== 'string' || base64 === '') return undefined
    const picture = extractor.take(base64) ?? decodeBase64(base64)
    return picture.byteLength > 0 ? picture : undefined
  }

  function readBody(name: string): void {
    const whole = text + extractor.flush()
    text = ''
    for (const body of parseAll(whole)) readPictures(body, typeof body.type === 'string' ? body.type : name)
    // What was cut off behind a picture, or has it in a place of its own, has it all the same.
    const isFinal = mode === 'json' || `${name} ${whole}`.includes('.completed')
    for (const picture of extractor.clear()) if (isFinal) take(picture, 'likely', {})
  }

  function readPictures(body: Fields, type: string): void {
    const listed = Array.isArray(body.data) ? body.data : [body.b64_json === undefined ? body.data : body]
    const pictures = listed.flatMap((each) => findPicture(each) ?? [])
    const failure = asFields(body.error) ?? (type === 'error' ? body : undefined)
    if (failure && pictures.length === 0) throw new OpenAI.APIError(undefined, failure, undefined, headers)
    for (const picture of pictures) take(picture, findKind(type, body), body)
  }

  function add(more: string): void {
    text += extractor.push(more)
    if (text.length > longestText) throw new RangeError('an answer of no known form')
  }

  const events = createEventReader({
    data: add,
    end: readBody,
    isInside: extractor.isInside,
  })

  return {
    push(more: string): void {
      const fresh = mode === 'unknown' ? more.replace(leading, '') : more
      if (mode === 'unknown' && fresh !== '') mode = fresh.startsWith('{') ? 'json' : 'events'
      if (mode === 'json') add(fresh)
      if (mode === 'events') events.push(fresh)
    },
    end(): void {
      if (mode === 'json') readBody('json')
      else events.end()
    },
  }
}

/** By its type, or, where it has none, by what only one of both has. */
function findKind(type: string, body: Fields): Kind {
  if (type.endsWith('.completed') || type === 'json') return 'complete'
  if (type.endsWith('.partial_image') || body.partial_image_index !== undefined) return 'partial'
  return body.usage === undefined ? 'likely' : 'complete'
}

function readUsage(value: unknown): { usage?: Usage } {
  const {
    input_tokens: inputTokens,
    output_tokens: outputTokens,
    input_tokens_details,
  } = asFields(value) ?? {}
  if (typeof inputTokens !== 'number' || typeof outputTokens !== 'number') return {}
  const { image_tokens: imageInputTokens } = asFields(input_tokens_details) ?? {}
  const hasImages = typeof imageInputTokens === 'number' && imageInputTokens > 0
  return { usage: { inputTokens, ...(hasImages && { imageInputTokens }), outputTokens } }
}

function asFields(value: unknown): Fields | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined
}

/** Keep-alives that nothing sets apart stand in lines of their own. */
function parseAll(text: string): Fields[] {
  const whole = parse(text)
  if (whole) return [whole]
  const lines = text.split(/[\r\n]+/).map((line) => parse(line.replace(/^data:/, '')))
  return lines.filter((line) => line !== undefined)
}

/** Undefined for what is no JSON object: pings, comments and `[DONE]` say nothing. */
function parse(text: string): Fields | undefined {
  try {
    return asFields(JSON.parse(Buffer.from(text, 'latin1').toString()))
  } catch {
    return undefined
  }
}
