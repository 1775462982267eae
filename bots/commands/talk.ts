/** Answers what somebody said to the bot that is not plainly an order: with help, and a button that draws it after all. */
import { CoreError } from '#core/errors.ts'
import { type ChatUser, type Core, longestPrompt, mostReferences, priceOrder } from '#core/index.ts'
import { nameAttachments } from '../attached.ts'
import { defineCommand } from '../command.ts'
import { findPayingTeam } from '../find-payer.ts'
import { renderTalk } from '../messages/talk.ts'
import { offerChange } from '../offer-change.ts'
import type { OptionsOf } from '../option.ts'
import { readOptions } from '../options.ts'
import type { Press } from '../platform.ts'
import { escapePress, longestEscaped, sealPress } from '../press.ts'
import { press, pressed } from '../pressed.ts'
import { parseText } from '../typed/parse-line.ts'
import type { createImagine } from './imagine.ts'

/** What it draws with, which has the options that are offered. */
type Imagine = ReturnType<typeof createImagine>

/** By which platforms hand over what is no order. */
export const talkName = 'answer-talk'

export const createAnswerTalk = (imagine: Imagine) =>
  defineCommand({
    name: talkName,
    options: [
      { name: 'words', type: 'text', maxLength: longestPrompt, verbatim: true },
      { name: 'image', type: 'image' },
    ],
    hidden: true,
    isPrivate: () => true,
    async run(call, core) {
      const { user, options } = call
      const { words = '', image } = options
      const said = { picture: image?.reference ?? '', words: words.trim() }
      const { prompt, ...order } = readOrder(imagine, said.words)
      const change = await offerChange(call, core, image ? '' : said.words)
      const drawing = await nameDrawing(core, user, said)
      const price = priceOrder(core.prices, order)
      const draw =
        escapePress(drawing).length > longestEscaped ? undefined : { prompt, price, press: drawing }
      const paying = await findPayingTeam(call, core, Math.max(change.price, draw ? price : 0))
      return renderTalk(call.words, { draw, change: change.buttons, paying })
    },
  })

/** For whoever said it alone: it finds again what they brought along. */
const nameDrawing = (core: Core, user: ChatUser, said: { picture: string; words: string }): Promise<Press> =>
  sealPress(core.seals, user, press('draw-talk', said))

export const createDrawTalk = (imagine: Imagine) =>
  defineCommand({
    name: 'draw-talk',
    options: pressed['draw-talk'],
    hidden: true,
    isPrivate: ({ words = '' }) => readOrder(imagine, words).private === true,
    async run(call, core) {
      if (call.seal === undefined) throw new CoreError('press-refused', {})
      const { picture, words = '' } = call.options
      const found =
        picture === undefined ? [] : ((await call.findAttachments?.(picture, mostReferences)) ?? [])
      const images = nameAttachments(imagine.options, found)
      const options = { ...readOrder(imagine, words), ...images }
      return await imagine.run({ ...call, command: imagine.name, options }, core)
    },
  })

/** The words as an order; those that are none as it would have to be are the prompt. */
function readOrder(imagine: Imagine, words: string): OptionsOf<Imagine['options']> {
  try {
    return readOptions(imagine, parseText(words, imagine, { tolerant: true }))
  } catch (error) {
    if (!(error instanceof CoreError)) throw error
    return { prompt: words }
  }
}
