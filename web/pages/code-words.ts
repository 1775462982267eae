/** Why a code was not sent, and why the code that was typed is not the one. */
import { renderWait } from './words.ts'

export type Refusal = { outcome: 'bad-address' | 'same-address' } | { outcome: 'too-many'; wait: number }

export function explainRefusal(asked: Refusal): string {
  if (asked.outcome === 'too-many') {
    return `Too many codes were asked for. Try again in ${renderWait(asked.wait)}.`
  }
  return asked.outcome === 'same-address'
    ? 'This is your address already.'
    : 'This is not an e-mail address that mail can be sent to. Look for a slip.'
}

/** How the page that says so is answered. */
export const findRefusalStatus = ({ outcome }: Refusal) => (outcome === 'too-many' ? 429 : 400)

/** `triesLeft` is above zero. */
export function explainWrongCode(triesLeft: number): string {
  return `That is not right. You can try ${triesLeft === 1 ? 'once' : `${triesLeft} times`} more.`
}
