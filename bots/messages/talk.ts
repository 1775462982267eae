/** Answers what was said to the bot and is not plainly an order. */
import { joinTexts, type Words } from '#core/index.ts'
import type { Block, Button, Message, Press } from '../platform.ts'
import { type PayingTeam, renderWhoPays } from './payer.ts'
import { cut } from './words.ts'

const longestExcerpt = 40

export interface TalkOffers {
  /** What a press would draw; absent where that is too long for a button. */
  draw?: { prompt: string; price: number; press: Press } | undefined
  /** What changes the picture that the words may be about; none where there is none. */
  change: readonly Button[]
  /** Who pays for any of it, where that is not whoever said it. */
  paying?: PayingTeam | undefined
}

export function renderTalk(words: Words, { draw, change, paying }: TalkOffers): Message {
  const { talk: said } = words
  const about: Block[] = change.length > 0 ? [{ kind: 'text', text: said.change() }] : []
  const how = draw ? said.draw() : said.imagine()
  const question: Block = { kind: 'text', text: joinTexts(how, words.outcome.nothingCharged()) }
  const buttons = [...change, ...(draw ? [renderDraw(words, draw, change.length === 0)] : [])]
  return {
    private: true,
    blocks: [
      ...about,
      { kind: 'text', text: said.help() },
      question,
      ...renderWhoPays(words, buttons.length > 0 ? paying : undefined),
      ...(buttons.length > 0 ? [{ kind: 'buttons' as const, buttons }] : []),
    ],
  }
}

const renderDraw = (
  { buttons }: Words,
  { prompt, price, press }: NonNullable<TalkOffers['draw']>,
  isFirst: boolean,
): Button => ({
  label: buttons.drawThis(cut(prompt, longestExcerpt), price),
  ...press,
  ...(isFirst && { style: 'primary' }),
})
