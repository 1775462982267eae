/** Numbers, days and people as pages write them. */
import { html } from 'hono/html'
import {
  type ChatUser,
  cutText,
  type Entry,
  type EntryKind,
  isTakenBack,
  type Money,
  type PlatformName,
  readGift,
} from '#core/index.ts'
import type { Markup } from './markup.ts'

/** A chat user, and the server or workspace they chat in. */
export type NamedChatUser = Pick<ChatUser, 'name' | 'platform'> & { team?: string }

export const platformNames: Record<PlatformName, string> = {
  terminal: 'the terminal',
  discord: 'Discord',
  slack: 'Slack',
}

/** Where a team is called what. */
const teamWords: Record<PlatformName, string> = {
  terminal: 'at',
  discord: 'on the server',
  slack: 'in the workspace',
}

/** `on Discord`, `in the terminal`. */
function describePlatform(platform: PlatformName): string {
  return `${platform === 'terminal' ? 'in' : 'on'} ${platformNames[platform]}`
}

/** A name somebody chose: one line, and nothing in it that is unseen or turns what stands around it. */
export function cleanName(name: string): string {
  return name.replace(/[\p{Cc}\s\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, ' ').trim()
}

/** Such as `on Slack, in the workspace Lighthouse`. */
export function describePlace(platform: PlatformName, team: string | undefined): string {
  const where = describePlatform(platform)
  return team === undefined ? where : `${where}, ${teamWords[platform]} ${cleanName(team)}`
}

/** Such as `Ada on Discord, on the server Lighthouse`. */
export function renderChatUser({ name, platform, team }: NamedChatUser): Markup {
  return html`<strong><bdi>${cleanName(name)}</bdi></strong> ${describePlace(platform, team)}`
}

/** The same for a mail, in which no name becomes an address to follow. */
export function describeChatUser({ name, platform, team }: NamedChatUser): string {
  const harmless = (text: string) => cleanName(text.replace(/[:/@\\]+|\.(?=\S)/g, ' '))
  return `“${harmless(name)}” ${describePlace(platform, team && harmless(team))}`
}

const entryWords: Record<EntryKind, string> = {
  purchase: 'Bought',
  spend: 'Pictures',
  refund: 'Given back',
  reversal: 'Payment refunded',
  grant: 'Given to you',
  transfer: 'Moved between your accounts',
}

export function renderNumber(number: number): string {
  return new Intl.NumberFormat('en').format(number)
}

/** The names of those whom gifts went to and came from, as far as they are known; by account. */
export type OtherNames = ReadonlyMap<string, string | undefined>

/** What an entry of the ledger is called. */
export function describeEntry(
  { kind, key, reference }: Pick<Entry, 'kind' | 'key' | 'reference'>,
  names: OtherNames,
): string {
  const gift = readGift({ kind, key, reference })
  if (gift?.half === 'back') return 'A gift came back'
  if (gift) return `Gift ${gift.half} ${cleanName(names.get(gift.other) ?? 'somebody')}`
  if (isTakenBack({ key }))
    return key.endsWith(':welcome') ? 'Unused welcome credits, not carried over' : 'Taken back'
  return kind === 'grant' && key === 'welcome' ? 'Welcome credits' : entryWords[kind]
}

/** `1 credit`, `2,000 credits`, with a real minus. */
export function renderCredits(credits: number): string {
  const sign = credits < 0 ? '−' : ''
  return `${sign}${renderNumber(Math.abs(credits))} ${Math.abs(credits) === 1 ? 'credit' : 'credits'}`
}

/** `$0.50`, `0.03 €`: to the cent, and below ten cents as exactly as it helps. */
export function renderMoney({ before, after, amount }: Money): string {
  const format = { minimumFractionDigits: 2, maximumFractionDigits: amount < 0.1 ? 3 : 2 }
  return `${before}${new Intl.NumberFormat('en', format).format(amount)}${after}`
}

const either = new Intl.ListFormat('en-GB', { type: 'disjunction' })

/** `one, two or three`. */
export const joinOr = (parts: readonly string[]): string => either.format(parts)

/** With a sign, and a real minus. */
export function renderAmount(amount: number): string {
  return `${amount < 0 ? '−' : '+'}${renderNumber(Math.abs(amount))}`
}

const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' })
const minute = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'medium',
  timeStyle: 'short',
  timeZone: 'UTC',
})

/** `at` in milliseconds since 1970. */
export function renderDay(at: number): Markup {
  const date = new Date(at)
  return html`<time datetime="${date.toISOString()}">${day.format(date)}</time>`
}

/** To the minute, in UTC. */
export function renderMoment(at: number): Markup {
  const date = new Date(at)
  return html`<time datetime="${date.toISOString()}">${minute.format(date)} UTC</time>`
}

const month = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })

/** `November 2026` of `2026-11`. */
export const renderMonth = (text: string): string => month.format(Date.parse(`${text}-01T00:00:00Z`))

/** A wait in whole minutes, or in seconds when it is short. */
export function renderWait(ms: number): string {
  const seconds = Math.ceil(ms / 1000)
  if (seconds <= 90) return seconds === 1 ? 'one second' : `${seconds} seconds`
  return `${Math.ceil(seconds / 60)} minutes`
}

/** Cuts words a person typed, for places that have little room. */
export function shorten(text: string, length: number): string {
  return cutText(text.replace(/\s+/g, ' ').trim(), length)
}
