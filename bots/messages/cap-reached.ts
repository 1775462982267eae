/** Says that a team's cap keeps a picture back, with what can be done about it. */
import type { CoreError } from '#core/errors.ts'
import type { Words } from '#core/index.ts'
import type { Button, Message } from '../platform.ts'
import { press } from '../pressed.ts'
import { renderRefusal } from './refusal.ts'

export function renderCapReached(words: Words, error: CoreError<'cap-reached'>): Message {
  const { blocks } = renderRefusal(words, error)
  const { price, held } = error.data
  if (!held) return { private: true, blocks }
  const { id, more } = held
  const askMore: Button = { label: words.capReached.askMore(more), ...press('ask-more', { id }) }
  const payOwn: Button = {
    label: words.capReached.payOwn(price),
    ...press('pay-own', { id, private: held.private }),
  }
  return { private: true, blocks: [...blocks, { kind: 'buttons', buttons: [askMore, payOwn] }] }
}
