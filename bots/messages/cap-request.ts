/** What is said of a request for more credits: to the admins who are asked, and to whoever asked. */
import {
  type Answered,
  type AskOutcome,
  type CapNews,
  type CapRequest,
  type CapRequestNote,
  joinTexts,
  type Text,
  type Words,
} from '#core/index.ts'
import type { Block, Message } from '../platform.ts'
import { press } from '../pressed.ts'
import { type LinkChannel, nameChannel } from './channel-name.ts'
import { cut } from './words.ts'

type Answer = NonNullable<CapRequestNote['answer']>

/** Undefined where nothing is known of it. */
const cutName = (name = '') => cut(name, 80) || undefined
const say = (text: Text): Message => ({ private: true, blocks: [{ kind: 'text', text }] })

/** To the admins who are asked. */
export function renderCapRequest(words: Words, note: CapRequestNote, link: LinkChannel): Message {
  const { capRequest } = words
  const { id, name, credits, price, month, caps, answer } = note
  if (answer) {
    const asked = capRequest.asked(cutName(name), credits, month)
    return { ...say(joinTexts(asked, tellAnswer(words, answer))), private: false }
  }
  const used = caps.map(({ channel, limit, spent }) =>
    channel
      ? capRequest.channelUsed(nameChannel(words, channel, link), spent, limit)
      : capRequest.memberUsed(spent, limit),
  )
  const asks = capRequest.asks(cutName(name), credits, month)
  const blocks: Block[] = [
    { kind: 'text', text: joinTexts(asks, ...used, capRequest.costs(price)) },
    {
      kind: 'buttons',
      buttons: [
        { label: capRequest.approve, style: 'primary', ...press('answer-request', { id, approve: true }) },
        { label: capRequest.decline, ...press('answer-request', { id }) },
      ],
    },
  ]
  return { private: false, blocks }
}

const tellAnswer = ({ capRequest }: Words, { how, by }: Answer): Text => capRequest.ends[how](cutName(by))

/** To whoever pressed to ask. */
export function renderAsked(words: Words, asked: AskOutcome): Message {
  const { capRequest } = words
  switch (asked.outcome) {
    case 'asked': {
      const told = asked.isTold ? capRequest.told(asked.credits) : capRequest.untold()
      return say(joinTexts(told, capRequest.waits()))
    }
    case 'known':
      return say(tellKnown(words, asked.request))
    case 'too-many':
      return say(capRequest.tooMany(asked.limit))
    case 'room':
      return say(capRequest.room())
    case 'unpaid':
      return say(capRequest.unpaid())
    case 'no-channel':
      return say(capRequest.noChannel())
  }
}

function tellKnown(words: Words, { answer, credits }: CapRequest): Text {
  const { capRequest } = words
  if (!answer) return joinTexts(capRequest.known(), capRequest.waits())
  const { how, by } = answer
  return how === 'drawn'
    ? capRequest.alreadyDrawn()
    : tellNews(words, { how, credits, isDrawing: false, ...(by && { by: by.name }) })
}

/** To whoever asked, and them alone. */
export function renderCapNews(words: Words, news: CapNews): Message {
  const { how, prompt } = news
  const quote: Block[] = prompt === undefined || how === 'approved' ? [] : [{ kind: 'quote', text: prompt }]
  return { private: true, blocks: [{ kind: 'text', text: tellNews(words, news) }, ...quote] }
}

function tellNews({ capRequest }: Words, { how, by, credits, isDrawing }: CapNews): Text {
  switch (how) {
    case 'approved':
      return joinTexts(
        capRequest.approved(cutName(by), credits),
        isDrawing ? capRequest.isDrawing() : capRequest.drawsLater(),
      )
    case 'declined':
      return capRequest.declined(cutName(by))
    case 'lapsed':
    case 'gone':
    case 'lost':
      return capRequest[how]()
  }
}

/** To the admin who pressed. */
export function renderAnswered(words: Words, { request, isNew }: Answered): Message {
  const { capRequest } = words
  const { answer, name, credits } = request
  if (!answer) return say(capRequest.unanswered())
  const { how, by, month } = answer
  if (!isNew || !by) return say(tellAnswer(words, { how, ...(by && { by: by.name }) }))
  return say(
    how === 'approved'
      ? capRequest.youApproved(cutName(name), credits, month)
      : capRequest.youDeclined(cutName(name)),
  )
}
