/** Answers what somebody said to the bot that is not plainly an order: with help, and a button that draws it after all. */
import { CoreError } from '#core/errors.ts'
import { type ChatUser, type Core, findPrice, longestPrompt } from '#core/index.ts'
import { defineCommand } from '../command.ts'
import { renderTalk } from '../messages/talk.ts'
import type { OptionsOf } from '../option.ts'
import { readOptions } from '../options.ts'
import { parseText } from '../typed/parse-line.ts'
import { imagine } from './imagine.ts'

/** What a Slack button carries at most (docs.slack.dev, "Button element"); of the words, what a seal leaves. */
const longestId = 2_000

/** What was said, and the name of the picture that came along; empty where none did. */
interface Said {
  words: string
  picture: string
}

export const answerTalk = defineCommand({
  name: 'answer-talk',
  summary: 'Answers what is not plainly an order.',
  options: [
    { name: 'id', summary: 'What was said', type: 'text', maxLength: longestPrompt, verbatim: true },
    { name: 'image', summary: 'A picture that came along', type: 'image' },
  ],
  hidden: true,
  isPrivate: () => true,
  async run({ user, options }, core) {
    const { id: words = '', image } = options
    const said = { words: words.trim(), picture: image?.reference ?? '' }
    const { prompt, quality = 'standard', count = 1 } = readOrder(said.words)
    const target = [
      await core.seals.seal(...renderParts(user.platform, user.user, said)),
      said.picture,
      escapeWords(said.words),
    ].join(' ')
    if (target.length > longestId) return renderTalk(undefined)
    return renderTalk({ prompt, price: findPrice({ quality, count }), target })
  },
})

/** Its id is a seal, the name of a picture that came along, and the words, with a space between. */
export const drawTalk = defineCommand({
  name: 'draw-talk',
  summary: 'Draws what was said.',
  options: [{ name: 'id', summary: 'What was said', type: 'text', maxLength: longestId, required: true }],
  hidden: true,
  isPrivate: ({ id }) => readOrder(readTarget(id).words).private === true,
  async run(call, core) {
    const { seal, ...said } = readTarget(call.options.id)
    if (!(await isTheirs(call.user, seal, said, core))) throw new CoreError('press-refused', {})
    const image = said.picture === '' ? undefined : call.findAttachment?.(said.picture)
    const options = { ...readOrder(said.words), ...(image && { image }) }
    return await imagine.run({ ...call, command: imagine.name, options }, core)
  },
})

const renderParts = (platform: string, user: string, { words, picture }: Said) =>
  ['draw-talk', platform, user, picture, words] as const

/** Whoever said it may press, by whatever name of theirs it was sealed. */
async function isTheirs(user: ChatUser, seal: string, said: Said, core: Core): Promise<boolean> {
  for (const name of [user.user, ...(user.formerly ?? [])]) {
    if (await core.seals.isSealed(seal, ...renderParts(user.platform, name, said))) return true
  }
  return false
}

function readTarget(target: string): Said & { seal: string } {
  const [, seal = '', picture = '', words = ''] = /^(\S*) (\S*) (.*)$/s.exec(target) ?? []
  return { seal, picture, words: unescapeWords(words) }
}

/** Slack writes some signs otherwise than it was given them, so that they must not be among the words. */
const escapeWords = (words: string) =>
  words.replace(/[%&<>\n]/g, (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, '0')}`)

const unescapeWords = (words: string) =>
  words.replace(/%([0-9a-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))

/** The words as an order; those that are none as it would have to be are the prompt. */
function readOrder(words: string): OptionsOf<typeof imagine.options> {
  try {
    return readOptions(imagine, parseText(words, imagine, { tolerant: true }))
  } catch (error) {
    if (!(error instanceof CoreError)) throw error
    return { prompt: words }
  }
}
