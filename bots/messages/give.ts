/** Asks whether to give somebody credits, and tells both what became of it. */
import type { GiftNews, Text, Words } from '#core/index.ts'
import type { Block, Button, Message, Press } from '../platform.ts'
import { press } from '../pressed.ts'
import { cut } from './words.ts'

const longestName = 80

/** `giving` is what gives them. */
export function renderGiveQuestion(
  { give }: Words,
  asked: { name: string; credits: number; balance: number; giving: Press },
): Message {
  const { name, credits, balance, giving } = asked
  return say(give.question(cut(name, longestName), credits, balance), [
    { label: give.give(credits), ...giving, style: 'primary' },
    { label: give.cancel, ...press('keep', {}) },
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
export function renderGiven({ give }: Words, { outcome, name, credits, balance }: Given): Message {
  const whom = cutName(name)
  return say(outcome === 'given' ? give.given(whom, credits, balance) : give.back(whom, balance))
}

/** To either of the two, without a call. */
export function renderGiftNews(
  words: Words,
  { half, credits }: GiftNews,
  { name, balance }: Pick<Given, 'name' | 'balance'>,
): Message {
  if (half === 'from') return say(words.give.received(cutName(name), credits, balance))
  return renderGiven(words, { outcome: half === 'to' ? 'given' : 'back', name, credits, balance })
}

const cutName = (name: string | undefined) => (name === undefined ? undefined : cut(name, longestName))

function say(text: Text, buttons: readonly Button[] = []): Message {
  const blocks: Block[] = [{ kind: 'text', text }]
  if (buttons.length > 0) blocks.push({ kind: 'buttons', buttons })
  return { private: true, blocks }
}
