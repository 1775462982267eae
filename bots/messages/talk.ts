/** Answers what was said to the bot and is not plainly an order. */
import type { Block, Button, Message, Press } from '../platform.ts'
import { type PayingTeam, renderWhoPays } from './payer.ts'
import { cut, renderNumber } from './words.ts'

const longestExcerpt = 40

export interface TalkOffers {
  /** What a press would draw; absent where that is too long for a button. */
  draw?: { prompt: string; price: number; press: Press } | undefined
  /** What changes the picture that the words may be about; none where there is none. */
  change: readonly Button[]
  /** Who pays for any of it, where that is not whoever said it. */
  paying?: PayingTeam | undefined
}

export function renderTalk({ draw, change, paying }: TalkOffers): Message {
  const about: Block[] =
    change.length > 0 ? [{ kind: 'text', text: ['Meant for the picture here? Press Change.'] }] : []
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
  const how = draw
    ? ['Meant as a prompt? Press Draw.']
    : ['Meant as a prompt? Use ', { code: '/imagine' }, '.']
  const question: Block = { kind: 'text', text: [...how, ' Nothing was charged.'] }
  const buttons = [...change, ...(draw ? [renderDraw(draw, change.length === 0)] : [])]
  return {
    private: true,
    blocks: [
      ...about,
      help,
      question,
      ...renderWhoPays(buttons.length > 0 ? paying : undefined),
      ...(buttons.length > 0 ? [{ kind: 'buttons' as const, buttons }] : []),
    ],
  }
}

const renderDraw = ({ prompt, price, press }: NonNullable<TalkOffers['draw']>, isFirst: boolean): Button => ({
  label: `Draw “${cut(prompt, longestExcerpt)}” · ${renderNumber(price)}`,
  ...press,
  ...(isFirst && { style: 'primary' }),
})
