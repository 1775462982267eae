/** Reads Discord's markdown as its clients do, and finds whether anything in it is more than words. */

export interface Reading {
  /** What a person sees. */
  text: string
  /** Markup that took effect. */
  markup: string[]
}

const blockMarkup = /^\s*(#{1,3} |-# |[-*] |\d+\. |>{1,3} |>>> ?)/
const inlineMarkup =
  /^(\*|_|~~|\|\||`|@everyone|@here|<@[!&]?\d+>|<#\d+>|<\/[^>]*:\d+>|<a?:\w+:\d+>|<t:-?\d+(:\w)?>|<id:\w+>|<[a-z]+:[^>]*>|<\+?\d+>|\[[^[\]]*\]\(|[a-z][a-z0-9+.-]*:\/\/\S)/i

export function readMarkdown(markdown: string): Reading {
  const markup: string[] = []
  const lines = markdown.split('\n').map((line) => {
    const block = blockMarkup.exec(line)
    if (block) markup.push(block[0])
    return readLine(line, markup)
  })
  return { text: lines.join('\n'), markup }
}

function readLine(line: string, markup: string[]): string {
  let text = ''
  for (let at = 0; at < line.length; ) {
    const rest = line.slice(at)
    const escaped = /^\\([^0-9A-Za-z\s])/u.exec(rest)
    if (escaped) {
      text += escaped[1]
      at += escaped[0].length
      continue
    }
    const word = /\w$/.test(line.slice(0, at)) && /^[a-z]/i.test(rest)
    const found = word ? null : inlineMarkup.exec(rest)
    if (found) markup.push(found[0])
    const next = String.fromCodePoint(rest.codePointAt(0) ?? 0)
    text += next
    at += next.length
  }
  return text
}

/** The quoted words of a message. */
export function readQuote(markdown: string): Reading {
  const quoted = markdown.split('\n').flatMap((line) => (line.startsWith('> ') ? [line.slice(2)] : []))
  return readMarkdown(quoted.join('\n'))
}
