/** Leads through linking a chat to an account, and undoing it. */
import {
  type Account,
  joinTexts,
  type LinkOutcome,
  type Text,
  type Welcoming,
  type Words,
} from '#core/index.ts'
import type { Block, Button, Form, Message } from '../platform.ts'
import { press, pressPart } from '../pressed.ts'

const nameEnterCode = ({ connect }: Words): Button => ({
  label: connect.enterCode,
  ...press('enter-code', {}),
  style: 'primary',
})

/**
 * `typed`: where there are no forms, so that the code is typed after the command. `waiting`: credits that were bought here and
 * come with the link.
 */
export function renderLinkRequest(
  words: Words,
  address: string,
  { typed, waiting }: { typed: boolean; waiting: number },
): Message {
  const { connect, link } = words
  const how = typed ? link.howTyped(connect.button) : link.how(connect.button, connect.enterCode)
  const bought = waiting > 0 ? [link.bought(waiting)] : []
  const page: Button = { label: connect.button, url: address }
  return say(joinTexts(how, link.once(), ...bought), typed ? [page] : [page, nameEnterCode(words)])
}

export function renderCodeForm(words: Words): Form {
  const { connect, link } = words
  const code = { name: 'code', label: link.codeOnPage, value: '', maxLength: 100, multiline: false }
  return {
    title: connect.enterCode,
    ...pressPart('code-entered', {}),
    fields: [code],
    submit: connect.button,
  }
}

/** `waits`: what they asked before runs by itself now. */
export function renderLinked(
  { link }: Words,
  { email }: Account,
  balance: number,
  { welcoming, waits }: { welcoming: Welcoming; waits: boolean },
): Message {
  return say(
    joinTexts(
      link.linked(email, balance),
      ...(welcoming === 'granted' ? [link.welcome()] : []),
      ...(welcoming === 'capped' ? [link.noWelcome()] : []),
      ...(waits ? [link.goesOn()] : []),
    ),
  )
}

/** For who has connected in a browser, so that nothing in chat says so yet. */
export const renderConnected = ({ connecting }: Words, email: string, balance: number): Message =>
  say(connecting.toldInChat(email, balance))

export function renderWrongCode(
  words: Words,
  ended: Exclude<LinkOutcome, { outcome: 'linked' }>,
  { typed }: { typed: boolean },
): Message {
  const { link } = words
  if (ended.outcome === 'dead' || (ended.outcome === 'wrong' && ended.triesLeft === 0)) {
    return say(link.deadCode())
  }
  const again = typed ? [] : [nameEnterCode(words)]
  return say(ended.outcome === 'no-code' ? link.noCode() : link.wrongCode(ended.triesLeft), again)
}

export function renderUnlinkQuestion({ link, connecting }: Words, { email }: Account): Message {
  return say(link.unlinkQuestion(email), [
    { label: connecting.disconnect, ...press('unlink-now', {}), style: 'danger' },
    { label: connecting.keep, ...press('keep', {}) },
  ])
}

export const renderUnlinked = ({ link }: Words): Message => say(link.unlinked())

function say(text: Text, buttons: readonly Button[] = []): Message {
  const blocks: Block[] = [{ kind: 'text', text }]
  if (buttons.length > 0) blocks.push({ kind: 'buttons', buttons })
  return { private: true, blocks }
}
