/** Reads what people typed out of Slack's markup: docs.slack.dev/messaging/formatting-message-text */

/**
 * As it was typed: mentions and links as their words, the three escaped characters as themselves. With `channelIds`
 * channels are left as Slack writes them, which names them for good.
 */
export function readTyped(text: string, { channelIds = false } = {}): string {
  return text
    .replace(/<([^<>]*)>/g, (whole, inside: string) =>
      channelIds && inside.startsWith('#') ? whole : readLink(inside),
    )
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}

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
