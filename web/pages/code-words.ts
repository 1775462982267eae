/** Why a code was not sent, and why the code that was typed is not the one. */
import { renderWait } from './words.ts'

export type Refusal =
  | { outcome: 'bad-address' | 'same-address' }
  | { outcome: 'too-many' | 'busy'; wait: number }

export function explainRefusal(asked: Refusal): string {
  if (asked.outcome === 'too-many') {
    return `Too many codes were asked for. Try again in ${renderWait(asked.wait)}.`
  }
  if (asked.outcome === 'busy') {
    return `Many people are asking for codes right now. It’s your turn in ${renderWait(asked.wait)}: try again then.`
  }
  return asked.outcome === 'same-address'
    ? 'This is your address already.'
    : 'We can’t send mail to this address. Check for a typo.'
}

/** For who has a code and asks for another. */
export function explainNoNewCode(asked: Refusal): string {
  if (!('wait' in asked)) return explainRefusal(asked)
  return `You can ask for a new code in ${renderWait(asked.wait)}. The one we sent still works.`
}

/** How the page that says so is answered. */
export const findRefusalStatus = (asked: Refusal) => ('wait' in asked ? 429 : 400)

/** When it may be asked again, for whoever reads headers. */
export function renderRetryAfter(asked: Refusal): Record<string, string> {
  return 'wait' in asked ? { 'retry-after': String(Math.ceil(asked.wait / 1000)) } : {}
}

export type Mistyped = { outcome: 'wrong'; triesLeft: number } | { outcome: 'no-code' }

/** `triesLeft` is above zero. `codes`: how many were asked for. */
export function explainMistyped(typed: Mistyped, codes = 1): string {
  if (typed.outcome === 'no-code') {
    return codes === 1
      ? 'A code has eight digits. Check your mail.'
      : 'Each code has eight digits. Check both mails.'
  }
  const { triesLeft } = typed
  return `That’s not it. You can try ${triesLeft === 1 ? 'once' : `${triesLeft} times`} more.`
}
