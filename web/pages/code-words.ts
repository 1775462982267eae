/** Why a code was not sent, and why the code that was typed is not the one. */
import type { Words } from '#core/index.ts'

export type Refusal =
  | { outcome: 'bad-address' | 'same-address' }
  | { outcome: 'too-many' | 'busy'; wait: number }

export function explainRefusal({ codes }: Words, asked: Refusal): string {
  if (asked.outcome === 'too-many') return codes.tooMany(asked.wait)
  if (asked.outcome === 'busy') return codes.busy(asked.wait)
  return asked.outcome === 'same-address' ? codes.sameAddress : codes.badAddress
}

/** For who has a code and asks for another. */
export function explainNoNewCode(words: Words, asked: Refusal): string {
  return 'wait' in asked ? words.codes.notYet(asked.wait) : explainRefusal(words, asked)
}

/** How the page that says so is answered. */
export const findRefusalStatus = (asked: Refusal) => ('wait' in asked ? 429 : 400)

/** When it may be asked again, for whoever reads headers. */
export function renderRetryAfter(asked: Refusal): Record<string, string> {
  return 'wait' in asked ? { 'retry-after': String(Math.ceil(asked.wait / 1000)) } : {}
}

export type Mistyped = { outcome: 'wrong'; triesLeft: number } | { outcome: 'no-code' }

/** `triesLeft` is above zero. `asked`: how many codes were asked for. */
export function explainMistyped({ codes }: Words, typed: Mistyped, asked = 1): string {
  return typed.outcome === 'no-code' ? codes.noCode(asked) : codes.wrong(typed.triesLeft)
}
