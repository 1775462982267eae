/** Asks somebody to connect their account, with a button that leads straight to where they do, and says what waits for that. */
import type { Words } from '#core/index.ts'
import type { Button, Message, Press } from '../platform.ts'
import { press } from '../pressed.ts'

const enterCode = ({ connect }: Words) =>
  ({ label: connect.enterCode, ...press('enter-code', {}) }) satisfies Button

export interface ConnectOptions {
  /** What runs by itself once they are connected. */
  waits?: 'prompt' | 'command' | undefined
  /** It takes the place of what waited before. */
  replaces: boolean
  /** The platform's own sign-in finishes it, so that no code is typed back. */
  isProven: boolean
}

/** `address`: the page, which is for this person alone. */
export function renderConnect(
  words: Words,
  address: string,
  { waits, replaces, isProven }: ConnectOptions,
): Message {
  const { connect } = words
  const page: Button = { label: connect.button, url: address }
  return {
    private: true,
    blocks: [
      { kind: 'text', text: connect.first(waits, replaces) },
      { kind: 'buttons', buttons: isProven ? [page] : [page, enterCode(words)] },
    ],
  }
}

/** In place of a form that opens only for whoever has just pressed. */
export function renderFormLater({ connect }: Words, title: string, again: Press): Message {
  return {
    private: true,
    blocks: [
      { kind: 'text', text: connect.goOn() },
      { kind: 'buttons', buttons: [{ ...again, label: title, style: 'primary' }] },
    ],
  }
}
