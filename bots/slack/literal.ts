/** Makes words literal: whatever somebody typed, Slack shows just those characters. */
import { cutText } from '#core/index.ts'
import { cleanLine, cleanText, isolate } from '../literal.ts'

/** Clean words inside a sentence. */
export const cleanInline = (text: string) => isolate(cleanText(text))

/**
 * Clean words as mrkdwn on one line, for notifications, which know no plain text. Three characters are escaped
 * (docs.slack.dev/messaging/formatting-message-text); an invisible word joiner keeps the marks of formatting and
 * the names of emoji from being either.
 */
export function escapeLine(text: string, limit: number): string {
  return cutText(cleanLine(text), limit)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/[*_~`:@]/g, '$&\u2060')
    .replace(/^&gt;/, '\u2060$&')
}
