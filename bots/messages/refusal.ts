/** Says why something was not done, and what became of the credits. */
import type { CoreError, ErrorCode, ErrorData } from '#core/errors.ts'
import { type Generation, joinTexts, type Text, teamOf, type Words } from '#core/index.ts'
import { nameCommand } from '../named.ts'
import type { Option } from '../option.ts'
import type { Block, Message } from '../platform.ts'
import { press } from '../pressed.ts'
import { renderOptionProblem } from './option-problem.ts'
import { cut } from './words.ts'

/** What ends a generation before it is charged. */
const uncharged: readonly ErrorCode[] = ['insufficient-credits', 'cap-reached']

/** Credits may have moved. */
const unsure: readonly ErrorCode[] = ['unsettled', 'gift-unsettled']

/** What is refused for nothing that costs, unless a command that charges had it made. */
const free: readonly ErrorCode[] = [
  'too-many-utilities',
  'utility-busy',
  'utility-too-much',
  'svg-refused',
  'too-many-frames',
  'stands-still',
  'nothing-waits',
  'not-cancellable',
  'not-admin',
  'not-in-team',
  'not-a-member',
  'person-not-linked',
  'no-tie',
  'already-tied',
  'too-many-codes',
  'not-yourself',
  'not-giftable',
  'no-gallery',
  'already-shared',
  'being-shared',
  'not-shared',
  'already-linked',
]

/** The refusal, for a command that has these options, of a call that was never accepted, so that nothing was charged; of an unsettled one that is not known. */
export function renderRefusal(
  words: Words,
  { code, data }: CoreError,
  { charges = false, options = [] }: { charges?: boolean; options?: readonly Option[] } = {},
): Message {
  const reason = explain(words, code, data, options)
  const isSaid = !unsure.includes(code) && (charges || !free.includes(code))
  return say(isSaid ? joinTexts(reason, words.outcome.nothingCharged()) : reason)
}

/** The end of a generation that failed: its credits are back. */
export function renderFailure(words: Words, generation: Generation<'failing' | 'refunded'>): Message {
  const { asked, price, failure, payer } = generation
  const { code, data } = failure
  const back =
    price === 0 || uncharged.includes(code)
      ? words.outcome.nothingCharged()
      : creditsBack(words, price, payer)
  const prompt: Block[] = code === 'cancelled' ? [] : [{ kind: 'quote', text: asked.prompt }]
  const reason = explain(words, code, data as ErrorData[typeof code])
  const { blocks } = say(joinTexts(reason, back), prompt)
  const about = { generation: generation.id, failure: code }
  if (code !== 'moderation-blocked') return { private: true, blocks, about }
  const { id, private: hidden } = generation
  const edit = {
    label: words.buttons.editPrompt,
    ...press('edit', { id, private: hidden }),
    style: 'primary' as const,
  }
  return { private: true, blocks: [...blocks, { kind: 'buttons', buttons: [edit] }], about }
}

/** A generation that was accepted, whose end this process will not see: another will show it or give its credits back. */
export function renderUnsettled(
  words: Words,
  { id, price, payer }: Generation,
  code: 'stopping' | 'store-unavailable',
): Message {
  const paidBy = teamOf(payer) === undefined ? 'person' : 'team'
  const message = say(words.outcome.unsettled(code, id, price, paidBy))
  return { ...message, about: { generation: id, failure: code } }
}

/** Something unforeseen; `callId` is what the log knows it by. */
export const renderFault = (words: Words, callId: string): Message => say(words.outcome.fault(callId))

/** It came in a form that cannot be read; `callId` is the platform's own for it. */
export const renderUnreadable = (words: Words, callId: string): Message =>
  say(joinTexts(words.outcome.unreadable(callId), words.outcome.nothingCharged()))

function creditsBack({ outcome }: Words, price: number, payer: string): Text {
  return teamOf(payer) === undefined ? outcome.creditsBack(price) : outcome.teamCreditsBack(price)
}

function explain<Code extends ErrorCode>(
  words: Words,
  code: Code,
  data: ErrorData[Code],
  options?: readonly Option[],
): Text
function explain(
  words: Words,
  code: ErrorCode,
  data: ErrorData[ErrorCode],
  options: readonly Option[] = [],
): Text {
  if (code === 'bad-option') {
    const { option, problem } = data as ErrorData['bad-option']
    const defined = options.find(({ name }) => name === option)
    return renderOptionProblem(words, { typed: option, defined }, problem)
  }
  if (code === 'unknown-command') {
    const { suggestion, ...said } = shortenTyped(data) as ErrorData['unknown-command']
    const meant = suggestion === undefined ? {} : { suggestion: nameCommand(words, suggestion) }
    return words.refusals[code]({ ...said, ...meant })
  }
  const reasons: { readonly [Code in keyof Words['refusals']]: (data: never) => Text } = words.refusals
  return reasons[code](shortenTyped(data) as never)
}

/** What somebody typed is to stand inside a sentence. */
const shortenTyped = (data: object): object =>
  Object.fromEntries(
    Object.entries(data).map(([name, value]) => [name, typeof value === 'string' ? cut(value, 40) : value]),
  )

function say(text: Text, before: readonly Block[] = []): Message {
  return { private: true, blocks: [...before, { kind: 'text', text }] }
}
