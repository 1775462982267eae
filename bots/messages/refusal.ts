/** Says why something was not done, and what became of the credits. */
import type { CoreError, ErrorCode, ErrorData } from '#core/errors.ts'
import { type Generation, teamOf } from '#core/index.ts'
import type { Block, Message, Text } from '../platform.ts'
import { press } from '../pressed.ts'
import { renderOptionProblem } from './option-problem.ts'
import { explainUnavailable, explainUnreadable } from './refused-attachment.ts'
import { explainNotGiftable, explainUnsettledGift } from './refused-gift.ts'
import { renderRefusedOption } from './refused-option.ts'
import { renderRefusedSvg } from './refused-svg.ts'
import { joinTexts, quoteTyped, renderCredits, renderNumber, renderSeconds, renderWait } from './words.ts'

/** Why, for every code; each has its own words. */
const reasons: { readonly [Code in ErrorCode]: (data: ErrorData[Code]) => Text } = {
  'not-linked': () => ['You have no account here yet. ', { code: '/link' }, ' makes or connects one.'],
  'insufficient-credits': ({ balance, price }) => [
    `This costs ${renderCredits(price)} and you have ${renderNumber(balance)}: `,
    { bold: `${renderCredits(price - balance)} short` },
    '.',
  ],
  'cap-reached': ({ cap, limit, spent, price }) => [
    `This costs ${renderCredits(price)}. `,
    cap === 'member' ? 'You have used ' : 'This channel has used ',
    { bold: `${renderNumber(spent)} of the ${renderCredits(limit)}` },
    cap === 'member' ? ' that your team gives you each month.' : ' that your team gives it each month.',
  ],
  'bad-option': ({ option, problem }) => renderOptionProblem(option, problem),
  'unknown-command': ({ command, suggestion }) =>
    suggestion === undefined
      ? ['There is no command ', quoteTyped(command), '. ', { code: '/help' }, ' lists them.']
      : ['There is no command ', quoteTyped(command), '. Did you mean ', { code: `/${suggestion}` }, '?'],
  'too-many-running': ({ limit }) => [
    `You have ${renderNumber(limit)} pictures under way, the most there can be at once. Wait for one, or cancel one.`,
  ],
  'too-many-repeats': ({ wait }) => [
    `You’ve had many of your pictures again in a minute. They stay free: try again in ${renderSeconds(wait)}.`,
  ],
  'too-many-utilities': ({ of, wait }) => [
    `${of === 'person' ? 'You’ve' : 'Your team has'} made a lot in a short time. Try again in ${renderWait(wait)}.`,
  ],
  'utility-busy': () => ['We’re making as much as we can right now. Try again in a few seconds.'],
  'utility-too-much': () => ['This is too much for us to make. Try something smaller or simpler.'],
  'qr-unreadable': ({ image }) => [
    'We couldn’t read this code back, so we don’t send it. ',
    image ? 'Try a larger size, a shorter text, or no image.' : 'Try a larger size or plainer colors.',
  ],
  'not-found': ({ id }) => ['You have no picture with the id ', quoteTyped(id), '.'],
  'nothing-waits': () => ['None of your pictures is waiting.'],
  'not-yours': ({ id }) => ['Only its author may do that with the picture ', { code: id }, '.'],
  'press-refused': () => [
    'This button isn’t yours to press, or it no longer works. Ask again to get a new one.',
  ],
  'not-admin': () => ['Only an admin of this team may do that.'],
  'blocked-here': () => ['The admins of this team have blocked you here. Elsewhere all is yours as before.'],
  'person-not-linked': () => ['They have no account here yet: ', { code: '/link' }, ' makes them one.'],
  'not-a-member': () => ['They have no account here yet, or have never used it in this team.'],
  'no-tie': () => [
    'That code ties no teams here, or not any more. Begin again with ',
    { code: '/team tie' },
    '.',
  ],
  'already-tied': () => [
    'One of the two teams is tied already. ',
    { code: '/team untie' },
    ' unties it first.',
  ],
  'too-many-codes': () => ['Too many codes were tried in this team. Try again in an hour.'],
  'not-yourself': () => ['That can’t be done to yourself.'],
  'not-giftable': explainNotGiftable,
  'gift-unsettled': explainUnsettledGift,
  'not-in-team': () => ['That only works in a channel of a team.'],
  'no-gallery': () => [
    'This team has no gallery channel yet. An admin chooses it with ',
    { code: '/gallery' },
    '.',
  ],
  'cannot-post': () => ['The bot may not post there. Invite it to the channel and try again.'],
  'not-connected': () => ['The bot is not connected there just now. Try again in a minute.'],
  'reply-expired': () => ['The answer came too late to be shown here. Ask again.'],
  'chat-trouble': ({ problem }) =>
    problem === 'busy'
      ? ['The channel takes no more messages from the bot just now. Try again in a minute.']
      : [
          'No answer came, so that it may have been done all the same. Look in the channel before you try again.',
        ],
  'already-shared': ({ id }) => ['The picture ', { code: id }, ' is shared already.'],
  'being-shared': ({ id }) => ['The picture ', { code: id }, ' is just being shared.'],
  'not-shared': ({ id }) => ['The picture ', { code: id }, ' is not shared.'],
  'already-linked': () => [
    'You are linked to an account already. ',
    { code: '/unlink' },
    ' unties you first.',
  ],
  'attachment-too-large': ({ limit }) => [
    `The attached picture is too large: at most ${renderNumber(Math.floor(limit / 1_000_000))} MB for all that is attached.`,
  ],
  'too-many-attachments': ({ limit }) => [
    limit === 1
      ? 'Only one picture can come along. Attach just that one.'
      : `At most ${renderNumber(limit)} pictures can come along. Attach fewer.`,
  ],
  'nothing-to-change': () => [
    'There is no picture here to change. ',
    { code: '/imagine' },
    ' makes one; then say what to change.',
  ],
  'nothing-to-start-from': () => ['There is no picture here to start from. Choose a message that shows one.'],
  'attachment-unavailable': explainUnavailable,
  'attachment-unreadable': explainUnreadable,
  'attachment-too-many-pixels': ({ limit }) => [
    `The attached picture is too large: at most ${renderNumber(Math.floor(limit / 1_000_000))} megapixels for its kind.`,
  ],
  'svg-refused': renderRefusedSvg,
  'too-many-frames': ({ frames, limit }) => [
    `This animation has ${renderNumber(frames)} pictures; at most ${renderNumber(limit)} are taken here.`,
  ],
  'stands-still': ({ format }) => [
    `An animation would stand still as ${format.toUpperCase()}. Ask for `,
    ...[{ code: 'gif' }, ' or ', { code: 'webp' }, ', or attach a single picture.'],
  ],
  'not-cancellable': ({ id }) => [
    'The picture ',
    { code: id },
    ' no longer waits, so it cannot be cancelled.',
  ],
  'moderation-blocked': ({ stage, categories }) => [
    stage === 'output'
      ? 'The picture was drawn, but the image service’s safety check withheld it'
      : 'The image service’s safety check refused this prompt',
    categories.length > 0 ? ` (${categories.join(', ')}). ` : '. ',
    'Change the words and try again.',
  ],
  'vendor-busy': ({ retryAfter }) => [
    'The image service is too busy just now. ',
    retryAfter === undefined ? 'Try again in a minute.' : `Try again in ${renderSeconds(retryAfter)}.`,
  ],
  'queue-full': () => ['Too many pictures wait to be drawn just now. Try again in a few minutes.'],
  'vendor-quota': () => ['The image service’s allowance is used up. Whoever runs this bot has to raise it.'],
  'vendor-refused': renderRefusedOption,
  'vendor-down': () => ['The image service is not working just now. Try again later.'],
  'vendor-timeout': ({ after }) => [
    `The image service took longer than ${renderSeconds(after)}, so it was given up.`,
  ],
  'source-gone': () => ['The picture that this was to be drawn from is deleted.'],
  'picture-unreadable': () => ['The image service sent something that is not a picture. Try again.'],
  'hosting-failed': () => ['The picture was drawn, but we couldn’t store it. Try again later.'],
  'hosting-down': () => [
    'We can’t store pictures right now, so we don’t draw any. Try again in a few minutes.',
  ],
  'no-pack': ({ pack }) => ['There is no pack ', quoteTyped(pack), '. ', { code: '/topup' }, ' lists them.'],
  'no-provider': ({ provider }) => ['Nothing is sold by ', quoteTyped(provider), '.'],
  'provider-trouble': () => ['The payment service is not working just now. Try again later.'],
  interrupted: () => ['The bot was restarted while it drew this. Try again.'],
  cancelled: () => ['Cancelled before it was drawn.'],
  'store-unavailable': () => ['The bot cannot reach its records just now. Try again in a minute.'],
  unsettled: ({ id }) => [
    'The bot cannot reach its records just now. Within 15 minutes your picture ',
    { code: id },
    ' arrives by itself, or nothing stays charged.',
  ],
  stopping: () => ['The bot is restarting. Try again in a minute.'],
}

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
]

/** The refusal of a call that was never accepted, so that nothing was charged; of an unsettled one that is not known. */
export function renderRefusal(error: CoreError, { charges = false }: { charges?: boolean } = {}): Message {
  const { code, data } = error
  const reason = explain(code, data)
  const isSaid = !unsure.includes(code) && (charges || !free.includes(code))
  return say(isSaid ? joinTexts(reason, nothingCharged) : reason)
}

/** The end of a generation that failed: its credits are back. */
export function renderFailure(generation: Generation<'failing' | 'refunded'>): Message {
  const { asked, price, failure, payer } = generation
  const { code, data } = failure
  const back = price === 0 || uncharged.includes(code) ? nothingCharged : creditsBack(price, payer)
  const prompt: Block[] = code === 'cancelled' ? [] : [{ kind: 'quote', text: asked.prompt }]
  const { blocks } = say(joinTexts(explain(code, data as ErrorData[typeof code]), back), prompt)
  const about = { generation: generation.id, failure: code }
  if (code !== 'moderation-blocked') return { private: true, blocks, about }
  const { id, private: hidden } = generation
  const edit = { label: 'Edit prompt', ...press('edit', { id, private: hidden }), style: 'primary' as const }
  return { private: true, blocks: [...blocks, { kind: 'buttons', buttons: [edit] }], about }
}

/** A generation that was accepted, whose end this process will not see: another will show it or give its credits back. */
export function renderUnsettled(
  { id, price, payer }: Generation,
  code: 'stopping' | 'store-unavailable',
): Message {
  const why = code === 'stopping' ? 'The bot is restarting.' : 'The bot cannot reach its records just now.'
  const message = say([
    `${why} Your picture `,
    { code: id },
    ` is not lost: it arrives soon, or your ${teamOf(payer) === undefined ? '' : 'team’s '}${renderCredits(price)} come back within 15 minutes.`,
  ])
  return { ...message, about: { generation: id, failure: code } }
}

/** Something unforeseen; `callId` is what the log knows it by. */
export function renderFault(callId: string): Message {
  return say([
    'Something went wrong on our side. A picture you were charged for is in ',
    { code: '/history' },
    ' within 15 minutes, or its credits are back. If you ask for help, give this number: ',
    { code: callId },
  ])
}

/** It came in a form that cannot be read; `callId` is the platform's own for it. */
export function renderUnreadable(callId: string): Message {
  return say([
    'This reached the bot in a form it can’t read. Try again. ',
    ...nothingCharged,
    ' If you ask for help, give this number: ',
    { code: callId },
  ])
}

const nothingCharged: Text = ['Nothing was charged.']

function creditsBack(price: number, payer: string): Text {
  const whose = teamOf(payer) === undefined ? 'Your' : 'Your team’s'
  return price === 1 ? [`${whose} credit is back.`] : [`${whose} ${renderCredits(price)} are back.`]
}

function explain<Code extends ErrorCode>(code: Code, data: ErrorData[Code]): Text {
  return reasons[code](data)
}

function say(text: Text, before: readonly Block[] = []): Message {
  return { private: true, blocks: [...before, { kind: 'text', text }] }
}
