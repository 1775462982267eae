/** Words for a person, as every door renders them: plain characters, with a few parts that are more than that. */

/**
 * A plain string is literal: whatever it holds, every platform shows just those characters, so that nothing typed can ping,
 * format or run. `since` is a moment in milliseconds since 1970, shown as the time gone by; an adapter that can keeps it running.
 */
export type Text = readonly TextPart[]

export type TextPart =
  | string
  | { bold: string }
  | { code: string }
  | { link: string; label: string }
  | { since: number }

export const bold = (text: string): TextPart => ({ bold: text })

/** To be typed or copied just as it is: a command, an id. */
export const code = (text: string): TextPart => ({ code: text })

/** Named by `label`, and opened by it where there is an address. */
export const linked = (label: string, address: string | undefined): TextPart =>
  address === undefined ? label : { link: address, label }

/** A sentence with parts in it: say`Try ${code('/help')}.` */
export function say(sentence: TemplateStringsArray, ...parts: readonly (TextPart | Text)[]): Text {
  const text: TextPart[] = []
  for (const [at, words] of sentence.entries()) {
    const part = parts[at] ?? ''
    for (const each of [words, ...(isText(part) ? part : [part])]) {
      const last = text.at(-1)
      if (typeof last === 'string' && typeof each === 'string') text[text.length - 1] = last + each
      else if (each !== '') text.push(each)
    }
  }
  return text
}

const isText = (part: TextPart | Text): part is Text => Array.isArray(part)

/** One sentence after another, each a text or plain: with a space between, but after `。`, which has its own. */
export function joinTexts(...texts: readonly (Text | string)[]): Text {
  const joined: TextPart[] = []
  for (const text of texts) {
    const parts = isText(text) ? text : [text]
    if (parts.length === 0 || text === '') continue
    const last = joined.at(-1)
    if (last !== undefined && !(typeof last === 'string' && last.endsWith('。'))) joined.push(' ')
    joined.push(...parts)
  }
  return joined
}
