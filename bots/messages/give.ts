/** Asks whether to give somebody credits, and tells both what became of it. */
import type { GiftNews, Text } from '#core/index.ts'
import type { Block, Button, Message, Press } from '../platform.ts'
import { press } from '../pressed.ts'
import { cut, renderCredits, renderNumber } from './words.ts'

const longestName = 80

/** `giving` is what gives them. */
export function renderGiveQuestion(asked: {
  name: string
  credits: number
  balance: number
  giving: Press
}): Message {
  const { name, credits, balance, giving } = asked
  const text = [
    ...['Give ', { bold: renderCredits(credits) }, ' to ', { bold: cut(name, longestName) }, '? '],
    `You have ${renderNumber(balance)}. What is given cannot be taken back.`,
  ]
  return say(text, [
    { label: `Give ${renderNumber(credits)}`, ...giving, style: 'primary' },
    { label: 'Keep', ...press('keep', {}) },
  ])
}

interface Given {
  outcome: 'given' | 'back'
  /** Undefined where it is not known. */
  name: string | undefined
  credits: number
  balance: number
}

/** To whoever gave. */
export function renderGiven({ outcome, name, credits, balance }: Given): Message {
  const left = ` You have ${renderCredits(balance)} now.`
  return outcome === 'given'
    ? say([...nameOther(name), ' has ', { bold: renderCredits(credits) }, ` of yours.${left}`])
    : say([...nameOther(name), ` has no account any more, so nothing was given.${left}`])
}

/** To either of the two, without a call. */
export function renderGiftNews(
  { half, credits }: GiftNews,
  { name, balance }: Pick<Given, 'name' | 'balance'>,
): Message {
  if (half !== 'from')
    return renderGiven({ outcome: half === 'to' ? 'given' : 'back', name, credits, balance })
  const left = ` You have ${renderCredits(balance)} now.`
  return say([...nameOther(name), ' gave you ', { bold: renderCredits(credits) }, `.${left}`])
}

const nameOther = (name: string | undefined): Text =>
  name === undefined ? ['Somebody'] : [{ bold: cut(name, longestName) }]

function say(text: Text, buttons: readonly Button[] = []): Message {
  const blocks: Block[] = [{ kind: 'text', text }]
  if (buttons.length > 0) blocks.push({ kind: 'buttons', buttons })
  return { private: true, blocks }
}
