/** What is said of a request for more credits: to the admins who are asked, and to whoever asked. */
import type { Answered, AskOutcome, CapNews, CapRequest, CapRequestNote, Text } from '#core/index.ts'
import type { Block, Message } from '../platform.ts'
import { press } from '../pressed.ts'
import { type LinkChannel, nameChannel } from './channel-name.ts'
import { cut, renderCredits, renderMonth, renderNumber } from './words.ts'

type Answer = NonNullable<CapRequestNote['answer']>

const bold = (name: string) => ({ bold: cut(name || 'Somebody', 80) })
const renderMore = (credits: number) => `${renderNumber(credits)} more credits`
const say = (text: Text): Message => ({ private: true, blocks: [{ kind: 'text', text }] })

export function renderCapRequest(note: CapRequestNote, link: LinkChannel): Message {
  const { id, name, credits, price, month, caps, answer } = note
  const when = ` in ${renderMonth(month)}. `
  if (answer) {
    const text = [bold(name), ` asked for ${renderMore(credits)}${when}`, ...tellAnswer(answer)]
    return { private: false, blocks: [{ kind: 'text', text }] }
  }
  const asks: Text = [bold(name), ' asks for ', { bold: renderMore(credits) }, when]
  const used = caps.flatMap(
    ({ channel, limit, spent }): Text => [
      ...(channel ? nameChannel(channel, link) : ['They']),
      channel ? ' has used ' : ' have used ',
      `${renderNumber(spent)} of ${renderCredits(limit)}. `,
    ],
  )
  const blocks: Block[] = [
    { kind: 'text', text: [...asks, ...used, `What waits for them costs ${renderNumber(price)}.`] },
    {
      kind: 'buttons',
      buttons: [
        { label: 'Approve', style: 'primary', ...press('answer-request', { id, approve: true }) },
        { label: 'Decline', ...press('answer-request', { id }) },
      ],
    },
  ]
  return { private: false, blocks }
}

const tellAnswer = ({ how, by = '' }: Answer): Text =>
  how === 'approved' || how === 'declined'
    ? [how === 'approved' ? 'Approved by ' : 'Declined by ', bold(by), '.']
    : [ends[how]]

const ends: Readonly<Record<'lapsed' | 'drawn' | 'gone', string>> = {
  lapsed: 'Nobody answered within a day, so that it has lapsed.',
  drawn: 'It was drawn without them.',
  gone: 'It is over: what it was for can be drawn no more.',
}

const waits = 'What you asked for waits for their answer, for a day at most, and is drawn once they approve.'

/** To whoever pressed to ask. */
export function renderAsked(asked: AskOutcome): Message {
  switch (asked.outcome) {
    case 'asked':
      return say(
        asked.isTold
          ? ['We’ve asked your team’s admins for ', { bold: renderMore(asked.credits) }, `. ${waits}`]
          : [`The admins’ channel takes no messages just now, so we go on trying to ask there. ${waits}`],
      )
    case 'known':
      return say(tellKnown(asked.request))
    case 'too-many':
      return say([`${renderNumber(asked.limit)} of your requests wait for an answer already. Wait for one.`])
    case 'room':
      return say(['There is room for it by now: it is drawn without asking anybody.'])
    case 'unpaid':
      return say([
        'Your team doesn’t pay for this any more, so there is nobody to ask. Pay it yourself, or ask anew.',
      ])
    case 'no-channel':
      return say([
        'Nobody can be asked here yet: your team’s admins have chosen no channel for it. One of them does so with ',
        { code: '/team admins-channel' },
        '. You can still pay it yourself.',
      ])
  }
}

function tellKnown({ answer, credits }: CapRequest): Text {
  if (!answer) return [`We’ve asked your team’s admins already. ${waits}`]
  const { how, by } = answer
  return how === 'drawn'
    ? ['It is drawn already.']
    : tellNews({ how, credits, isDrawing: false, ...(by && { by: by.name }) })
}

/** To whoever asked, and them alone. */
export function renderCapNews(news: CapNews): Message {
  const { how, prompt } = news
  const quote: Block[] = prompt === undefined || how === 'approved' ? [] : [{ kind: 'quote', text: prompt }]
  return { private: true, blocks: [{ kind: 'text', text: tellNews(news) }, ...quote] }
}

function tellNews({ how, by = '', credits, isDrawing }: CapNews): Text {
  switch (how) {
    case 'approved':
      return [
        ...[bold(by), ' has approved ', { bold: renderMore(credits) }, ' this month. '],
        isDrawing
          ? 'What you asked for is being drawn.'
          : 'What you asked for is drawn as soon as your team’s credits allow it.',
      ]
    case 'declined':
      return [bold(by), ' has declined to give more credits, so this is not drawn. Nothing was charged.']
    case 'lapsed':
      return ['None of your team’s admins answered within a day, so this is not drawn. Nothing was charged.']
    case 'gone':
      return ['Your request for more credits is over, and this is not drawn. Nothing was charged.']
    case 'lost':
      return ['Your credits were approved, but this could not be drawn with them. Ask for it again.']
  }
}

/** To the admin who pressed. */
export function renderAnswered({ request, isNew }: Answered): Message {
  const { answer, name, credits } = request
  if (!answer) return say(['This request is not answered yet.'])
  const { how, by, month } = answer
  if (!isNew || !by) return say(tellAnswer({ how, ...(by && { by: by.name }) }))
  return how === 'approved'
    ? say([`Approved: ${renderMore(credits)} in ${renderMonth(month)}, as `, bold(name), ' asked.'])
    : say(['Declined: ', bold(name), ' is told.'])
}
