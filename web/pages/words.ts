/** Numbers, days and people as pages write them. */
import { html } from 'hono/html'
import { type ChatUser, cutText, type Words } from '#core/index.ts'
import { findWords } from '../language.ts'
import type { Markup } from './markup.ts'

/** A chat user, and the server or workspace they chat in. */
export type NamedChatUser = Pick<ChatUser, 'name' | 'platform'> & { team?: string }

/** A name somebody chose: one line, and nothing in it that is unseen or turns what stands around it. */
export function cleanName(name: string): string {
  return name.replace(/[\p{Cc}\s\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, ' ').trim()
}

/** The same, such that whatever way it is written turns nothing around it: Unicode's isolates, which markup and plain text keep. */
export const isolateName = (name: string) => `\u2068${cleanName(name)}\u2069`

/** Such as `on Slack, in the workspace Lighthouse`. */
export const findPlace = (
  { places }: Words,
  { platform, team }: Pick<ChatUser, 'platform'> & { team?: string | undefined },
): string => (team === undefined ? places.at[platform] : places.team[platform](cleanName(team)))

/** Such as `Ada on Discord, in the server Lighthouse`. */
export const renderChatUser = (words: Words, user: NamedChatUser): Markup =>
  html`<strong><bdi>${cleanName(user.name)}</bdi></strong> ${findPlace(words, user)}`

/** The same for a mail, in which no name becomes an address to follow. */
export function describeChatUser({ places, quoted }: Words, { name, platform, team }: NamedChatUser): string {
  const harmless = (text: string) => cleanName(text.replace(/[:/@\\]+|\.(?=\S)/g, ' '))
  const where = team === undefined ? places.at[platform] : places.team[platform](harmless(team))
  return places.somebody(quoted(harmless(name)), where)
}

/** With a sign, and a real minus. */
export const renderAmount = ({ number }: Words, amount: number): string =>
  `${amount < 0 ? '−' : '+'}${number(Math.abs(amount))}`

/** `at` in milliseconds since 1970; in UTC, and by the reader's own clock where script runs (web/local-times.js). */
export const renderDay = (at: number, words: Words = findWords()): Markup =>
  html`<time datetime="${new Date(at).toISOString()}" data-local="day">${words.day(at)}</time>`

/** The same, to the minute. */
export const renderMoment = (at: number, words: Words = findWords()): Markup =>
  html`<time datetime="${new Date(at).toISOString()}" data-local="minute">${words.moment(at)}</time>`

/** Cuts words a person typed, for places that have little room. */
export function shorten(text: string, length: number): string {
  return cutText(text.replace(/\s+/g, ' ').trim(), length)
}
