/** Takes server-sent events apart while they arrive, in whatever pieces (html.spec.whatwg.org, "9.2 Server-sent events"). */

export interface EventSink {
  /** A piece of an event's data. */
  data(text: string): void
  /** The event has ended; `name` is empty where none was given. */
  end(name: string): void
  /** Whether the data so far breaks off where a line that is no field can only go on with it. */
  isInside(): boolean
}

const fields = ['data', 'event', 'id', 'retry', '']
/** No field's name is longer; nor is any event's that is told. */
const longestField = 8
const longestName = 200

/** `push` takes text of one byte a character; `end` ends an event whose last line has no end. */
export function createEventReader(sink: EventSink): { push(text: string): void; end(): void } {
  /** What kind of line this is; `start` until its field is known, which `begun` may be the beginning of. */
  let kind: 'start' | 'data' | 'event' | 'other' = 'start'
  let begun = ''
  let name = ''
  let hasData = false
  let afterReturn = false

  function put(text: string): void {
    if (kind === 'data') sink.data(text)
    if (kind === 'event' && name.length < longestName) name += text
  }

  function begin(field: string, value: string): void {
    kind = field === 'data' || field === 'event' ? field : 'other'
    if (kind === 'event') name = ''
    if (kind === 'data' && hasData) sink.data('\n')
    hasData ||= kind === 'data'
    put(value)
  }

  function read(text: string, ends: boolean): void {
    if (kind !== 'start') {
      put(text)
      return
    }
    begun += text
    const colon = begun.indexOf(':')
    if (colon >= 0 && fields.includes(begun.slice(0, colon))) {
      begin(begun.slice(0, colon), begun.slice(colon + 1))
    } else if (ends ? begun !== '' : begun.length > longestField) {
      if (hasData && sink.isInside()) {
        kind = 'data'
        put(begun)
      } else begin(begun, '')
    }
  }

  function endLine(text: string): void {
    read(text, true)
    if (kind === 'start') endEvent()
    kind = 'start'
    begun = ''
  }

  function endEvent(): void {
    if (hasData) sink.end(name.trim())
    name = ''
    hasData = false
  }

  return {
    push(text) {
      let from = afterReturn && text[0] === '\n' ? 1 : 0
      if (text !== '') afterReturn = text.endsWith('\r')
      for (;;) {
        const end = findLineEnd(text, from)
        if (end < 0) break
        endLine(text.slice(from, end))
        from = end + (text[end] === '\r' && text[end + 1] === '\n' ? 2 : 1)
      }
      if (from < text.length) read(text.slice(from), false)
    },
    end() {
      endLine('')
      endEvent()
    },
  }
}

function findLineEnd(text: string, from: number): number {
  const feed = text.indexOf('\n', from)
  const back = text.indexOf('\r', from)
  return feed < 0 || back < 0 ? Math.max(feed, back) : Math.min(feed, back)
}
