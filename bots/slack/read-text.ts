/** Reads what people typed out of Slack's markup: docs.slack.dev/messaging/formatting-message-text */

/**
 * As it was typed: mentions and links as their words, the three escaped characters as themselves. With `ids`
 * channels and people are left as Slack writes them, which names them for good.
 */
export function readTyped(text: string, { ids = false } = {}): string {
  return text
    .replace(/<([^<>]*)>/g, (whole, inside: string) =>
      ids && /^[#@]/.test(inside) ? whole : readLink(inside),
    )
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}

/**
 * Without the mentions of the bot, with a name in them or not. Where it was called by none of its `own` ids, as by
 * the one that it has in another company's workspace of a shared channel, the first mention is what called it.
 */
export function removeMentions(
  markup: string,
  { own, called }: { own: readonly string[]; called: boolean },
): string {
  const mentions = Array.from(markup.matchAll(mention), ([, id = '']) => id)
  const isNamed = mentions.some((id) => own.includes(id))
  const mine = isNamed || !called ? own : mentions.slice(0, 1)
  return markup.replace(mention, (whole, id: string) => (mine.includes(id) ? ' ' : whole))
}

const mention = /<@(\w+)(?:\|[^<>]*)?>/g

/** The three escaped characters alone: a command's text has no other markup. */
export function readEscaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}

/** What stands between angle brackets: a user, a channel, everybody, a date, or a link with its words. */
function readLink(inside: string): string {
  const bar = inside.indexOf('|')
  const target = bar < 0 ? inside : inside.slice(0, bar)
  // Slack leaves the words empty where whoever receives them may not know them.
  const label = bar < 0 ? undefined : inside.slice(bar + 1) || undefined
  if (target.startsWith('@')) return `@${label ?? target.slice(1)}`
  if (target.startsWith('#')) return `#${label ?? target.slice(1)}`
  if (target.startsWith('!')) return label ?? `@${target.slice(1).split('^')[0]}`
  return label ?? target
}
