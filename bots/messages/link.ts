/** Leads through linking a chat to an account, and undoing it. */
import type { Account, LinkOutcome, Text, Welcoming, Words } from '#core/index.ts'
import type { Block, Button, Form, Message } from '../platform.ts'
import { press, pressPart } from '../pressed.ts'
import { renderCredits, renderNumber } from './words.ts'

const enterCode: Button = { label: 'Enter code', ...press('enter-code', {}), style: 'primary' }

/**
 * `typed`: where there are no forms, so that the code is typed after the command. `waiting`: credits that were bought here and
 * come with the link.
 */
export function renderLinkRequest(
  address: string,
  { typed, waiting }: { typed: boolean; waiting: number },
): Message {
  const how = [
    'Press Connect and sign in by e-mail. The page shows you a code: come back with it and ',
    ...(typed ? ['type ', { code: '/link' }, ' and the code.'] : ['press Enter code.']),
    ' The page works once, for 15 minutes. Show it to nobody, and type no code that somebody else gave you.',
    ...(waiting > 0
      ? [' The ', { bold: renderCredits(waiting) }, ' that you bought here come with it.']
      : []),
  ]
  const page: Button = { label: 'Connect', url: address }
  return say(how, typed ? [page] : [page, enterCode])
}

export function renderCodeForm(): Form {
  return {
    title: 'Enter code',
    ...pressPart('code-entered', {}),
    fields: [{ name: 'code', label: 'The code on the page', value: '', maxLength: 100, multiline: false }],
    submit: 'Link',
  }
}

/** What of the welcome credits was, or was not, given. */
const welcomes: Readonly<Record<Welcoming, string>> = {
  granted: ' Welcome!',
  had: '',
  capped: ' No welcome credits came with it: as many people as can be welcomed in a day have been.',
  off: '',
}

/** `waits`: what they asked before runs by itself now. */
export function renderLinked(
  { email }: Account,
  balance: number,
  { welcoming, waits }: { welcoming: Welcoming; waits: boolean },
): Message {
  const whose: Text = email === undefined ? ['your account'] : ['the account of ', { bold: email }]
  return say([
    'This chat now uses ',
    ...whose,
    `. You have ${renderCredits(balance)}.${welcomes[welcoming]}${waits ? ' What you asked for comes next.' : ''}`,
  ])
}

/** For who has connected in a browser, so that nothing in chat says so yet. */
export const renderConnected = ({ connecting }: Words, email: string, balance: number): Message =>
  say(connecting.toldInChat(email, balance))

export function renderWrongCode(
  ended: Exclude<LinkOutcome, { outcome: 'linked' }>,
  { typed }: { typed: boolean },
): Message {
  if (ended.outcome === 'dead' || (ended.outcome === 'wrong' && ended.triesLeft === 0)) {
    return say([
      'No code can be entered now: it was used, is too old, or was tried too often. Begin again with ',
      { code: '/link' },
      '.',
    ])
  }
  if (ended.outcome === 'no-code') {
    return say(['A code has eight digits. Look at the page again.'], typed ? [] : [enterCode])
  }
  const tries =
    ended.triesLeft === 1 ? 'One try is left.' : `${renderNumber(ended.triesLeft)} tries are left.`
  return say([`That is not the code. ${tries}`], typed ? [] : [enterCode])
}

export function renderUnlinkQuestion({ email }: Account): Message {
  const whose: Text = email === undefined ? ['your account'] : ['the account of ', { bold: email }]
  return say(
    ['Disconnect this chat from ', ...whose, '? Credits and pictures stay with the account.'],
    [
      { label: 'Disconnect', ...press('unlink-now', {}), style: 'danger' },
      { label: 'Keep it', ...press('keep', {}) },
    ],
  )
}

export function renderUnlinked(): Message {
  return say(['This chat is no longer connected to an account. ', { code: '/link' }, ' connects it again.'])
}

function say(text: Text, buttons: readonly Button[] = []): Message {
  const blocks: Block[] = [{ kind: 'text', text }]
  if (buttons.length > 0) blocks.push({ kind: 'buttons', buttons })
  return { private: true, blocks }
}
