/** Answers what was said to the bot and is not plainly an order. */
import type { Block, Message, Press } from '../platform.ts'
import { cut, renderNumber } from './words.ts'

const longestExcerpt = 40

/** `order` is what a press would draw; absent where that is too long for a button. */
export function renderTalk(order: { prompt: string; price: number; press: Press } | undefined): Message {
  const help: Block = {
    kind: 'text',
    text: [
      'Describe a picture and we draw it, such as ',
      { code: 'a lighthouse at dusk' },
      '. ',
      { code: '/help' },
      ' shows what else you can do, ',
      { code: '/topup' },
      ' gets you credits.',
    ],
  }
  const how = order
    ? ['Meant as a prompt? Press Draw.']
    : ['Meant as a prompt? Use ', { code: '/imagine' }, '.']
  const question: Block = { kind: 'text', text: [...how, ' Nothing was charged.'] }
  if (!order) return { private: true, blocks: [help, question] }
  const label = `Draw “${cut(order.prompt, longestExcerpt)}” · ${renderNumber(order.price)}`
  return {
    private: true,
    blocks: [help, question, { kind: 'buttons', buttons: [{ label, ...order.press, style: 'primary' }] }],
  }
}
