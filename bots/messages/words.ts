/** Small words that many messages share: amounts, dates, sizes, excerpts. */

import { cutText, type Prices, type Quality, type Text } from '#core/index.ts'

const whole = new Intl.NumberFormat('en-GB')

/** With separators: `32,000`. */
export const renderNumber = (value: number) => whole.format(value)

/** `1 credit`, `10 credits`. */
export const renderCredits = (amount: number) =>
  `${renderNumber(amount)} ${amount === 1 ? 'credit' : 'credits'}`

/** `812 bytes`, `12 KB`, `3.4 MB`. */
export function renderBytes(size: number): string {
  if (size < 1_000) return `${size} bytes`
  if (size < 999_500) return `${Math.round(size / 1_000)} KB`
  return `${(size / 1_000_000).toFixed(1)} MB`
}

/** `10 credits`, or `10 credits, large 20`. */
export const renderPrice = ({ usual, large }: Prices[Quality]) =>
  large === usual ? renderCredits(usual) : `${renderCredits(usual)}, large ${renderNumber(large)}`

/** Milliseconds as whole seconds, at least one. */
export const renderSeconds = (ms: number) => `${renderNumber(Math.max(1, Math.ceil(ms / 1000)))} s`

/** Milliseconds as `40 seconds`, or from two minutes up as `3 minutes`. */
export function renderWait(ms: number): string {
  const seconds = Math.max(1, Math.ceil(ms / 1000))
  if (seconds === 1) return '1 second'
  return seconds < 120 ? `${seconds} seconds` : `${renderNumber(Math.ceil(seconds / 60))} minutes`
}

/** Milliseconds as somebody would say it who does not know for sure: `40 seconds`, `1 minute`, `3 minutes`; rather more than less. */
export function renderEstimate(ms: number): string {
  const tens = Math.max(1, Math.ceil(ms / 10_000))
  if (tens < 6) return `${tens * 10} seconds`
  const minutes = Math.ceil(tens / 6)
  return `${renderNumber(minutes)} ${minutes === 1 ? 'minute' : 'minutes'}`
}

/** `1536×1024`. */
export const renderSize = ({ width, height }: { width: number; height: number }) => `${width}×${height}`

const minute = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZone: 'UTC',
})

/** Milliseconds since 1970 as `23 Nov 2026, 20:35 UTC`: the same for everybody who reads the message. */
export const renderDate = (at: number) => `${minute.format(at)} UTC`

const day = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
})

/** Milliseconds since 1970 as `23 Nov 2026`, in UTC. */
export const renderDay = (at: number) => day.format(at)

const month = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })

/** `2026-11` as `November 2026`. */
export const renderMonth = (name: string) => month.format(Date.parse(`${name}-01T00:00:00Z`))

/** `draft, standard or premium`. */
export const renderChoices = (choices: readonly string[]) =>
  new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(choices)

/** On one line, of at most `limit` characters. */
export function cut(text: string, limit: number): string {
  return cutText(text.replace(/\s+/g, ' ').trim(), limit)
}

/** Something a person typed, short enough to stand inside a sentence. */
export const quoteTyped = (text: string) => `“${cut(text, 40)}”`

/** One text after another with a space between. */
export const joinTexts = (...texts: readonly Text[]): Text =>
  texts.flatMap((text, index) => (index === 0 ? text : [' ', ...text]))
