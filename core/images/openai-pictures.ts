/**
 * Takes the pictures out of OpenAI's answers while they arrive. The SDK would first gather each answer whole and
 * copy it at every step: nine to twelve times a streamed picture's bytes in memory and five times the work. So it
 * is given the answer with a short name in each picture's place, and everything else stays its task.
 */

export interface PictureIntake {
  /** The platform's fetch, for one drawing's requests. */
  fetch: typeof fetch
  /** The picture of that name, once; undefined when there is none. */
  take(name: string | undefined): Uint8Array<ArrayBuffer> | undefined
}

/** Where a picture's base64 begins. A prompt in the answer cannot look like it: in JSON its quotes are escaped. */
const opening = /"b64_json"\s*:\s*"/
/** The end of a chunk that may be the beginning of an opening. */
const unfinishedOpening = /"[b64_json]{0,8}(?:"\s*:?\s*)?$/

export function createPictureIntake(): PictureIntake {
  const pictures = new Map<string, Uint8Array<ArrayBuffer>>()
  let count = 0
  return {
    async fetch(input, init) {
      const response = await fetch(input, init)
      if (!response.ok || !response.body) return response
      const body = response.body.pipeThrough(
        createPictureExtractor((picture) => {
          const name = String(count++)
          pictures.set(name, picture)
          return name
        }),
      )
      return new Response(body, response)
    },
    take(name = '') {
      const picture = pictures.get(name)
      pictures.delete(name)
      return picture
    },
  }
}

/**
 * Passes a body on with each `b64_json` replaced by the name that `keep` gives its bytes, wherever the body is cut
 * into chunks. Nothing else is held back longer than it could be the beginning of a picture.
 */
export function createPictureExtractor(keep: (picture: Uint8Array<ArrayBuffer>) => string) {
  /** Text, or base64 while inside a picture, that waits for the next chunk. */
  let held = ''
  let pieces: Uint8Array[] | undefined

  function readPicture(text: string): { rest: string; name: string } | undefined {
    const end = text.indexOf('"')
    // Some JSON writers escape the slash, which base64 contains.
    const base64 = (end < 0 ? text : text.slice(0, end)).replaceAll('\\', '')
    const whole = end < 0 ? base64.length - (base64.length % 4) : base64.length
    pieces?.push(Buffer.from(base64.slice(0, whole), 'base64'))
    held = base64.slice(whole)
    if (end < 0) return undefined
    const name = keep(Buffer.concat(pieces ?? []))
    pieces = undefined
    return { rest: text.slice(end), name }
  }

  return new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(chunk, controller) {
      let text = held + Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength).toString('latin1')
      let passed = ''
      held = ''
      while (text) {
        if (pieces) {
          const picture = readPicture(text)
          if (!picture) break
          passed += picture.name
          text = picture.rest
        }
        const start = opening.exec(text)
        if (start) {
          const end = start.index + start[0].length
          passed += text.slice(0, end)
          text = text.slice(end)
          pieces = []
        } else {
          held = unfinishedOpening.exec(text)?.[0] ?? ''
          passed += text.slice(0, text.length - held.length)
          break
        }
      }
      if (passed) controller.enqueue(Buffer.from(passed, 'latin1'))
    },
    flush(controller) {
      if (held && !pieces) controller.enqueue(Buffer.from(held, 'latin1'))
    },
  })
}
