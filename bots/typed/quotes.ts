/** Knows where a quotation begins and ends, in any of the quotes that keyboards and phones produce. */

/** What may close each opening quote. */
const closers: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  '“': '”“',
  '„': '“”',
  '”': '”',
  '‘': '’‘',
  '‚': '‘’',
  '«': '»',
  '»': '«',
  '‹': '›',
  '›': '‹',
}

/** Whether this character, at the beginning of a word, opens a quotation. */
export function isQuote(character: string | undefined): boolean {
  return character !== undefined && Object.hasOwn(closers, character)
}

/**
 * `findQuoteEnd` for one text, however many quotations are asked for: what closes one, or that nothing does, holds for
 * all of its kind that open within it, so that the text is read once for each kind.
 */
export function createQuoteFinder(text: string): (start: number) => number | undefined {
  const known = new Map<string, { from: number; end: number | undefined }>()
  return (start) => {
    const opening = text[start] ?? ''
    const before = known.get(opening)
    const isWithin = before && start >= before.from && start + 1 < (before.end ?? Number.POSITIVE_INFINITY)
    if (isWithin) return before.end
    const end = findQuoteEnd(text, start)
    known.set(opening, { from: start, end })
    return end
  }
}

/**
 * Where the quotation that opens at `start` ends, its closing quote included; undefined when none opens there
 * or it never closes. An apostrophe inside a word closes nothing.
 */
export function findQuoteEnd(text: string, start: number): number | undefined {
  const opening = text[start]
  if (opening === undefined || !isQuote(opening)) return undefined
  const closing = closers[opening] ?? ''
  for (let at = start + 1; at < text.length; at++) {
    const character = text[at] ?? ''
    if (!closing.includes(character)) continue
    const apostrophe = /['’‘]/.test(character) && /^[\p{L}\p{N}]/u.test(text.slice(at + 1, at + 3))
    if (!apostrophe) return at + 1
  }
  return undefined
}
