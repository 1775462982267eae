/** What a team's admins are told of in their channel, without having asked. */
import type { BudgetNote, TeamNote, Text } from '#core/index.ts'
import type { Message } from '../platform.ts'
import { renderCapRequest } from './cap-request.ts'
import { type LinkChannel, nameChannel } from './channel-name.ts'
import { nameSide } from './team.ts'
import { listTest } from './topup.ts'
import { cut, renderCredits, renderMonth, renderNumber } from './words.ts'

export function renderTeamNote(note: TeamNote, link: LinkChannel): Message {
  if (note.kind === 'cap-request') return renderCapRequest(note, link)
  return { private: false, blocks: [{ kind: 'text', text: tell(note, link) }] }
}

function tell(note: Exclude<TeamNote, { kind: 'cap-request' }>, link: LinkChannel): Text {
  switch (note.kind) {
    case 'tied':
      return [
        'This team and ',
        ...nameSide(note.other),
        ' are one from now on. ',
        { code: '/team untie' },
        ' unties them.',
      ]
    case 'bought':
      return [
        { bold: renderCredits(note.credits) },
        ` were bought for this team. It has ${renderCredits(note.balance)} now.`,
        ...listTest(note),
      ]
    case 'untied':
      return ['The team is tied to no other any more: wallet, settings and members are as they were before.']
    case 'request-over':
      return ['Somebody asked for more credits here. The request is over.']
    case 'budget':
      return tellBudget(note, link)
  }
}

function tellBudget({ level, spent, limit, month, of }: BudgetNote, link: LinkChannel): Text {
  if (of.member === undefined && of.channel === undefined) {
    return level === 100
      ? [
          'The team’s wallet is empty: from now on everybody pays for themselves, until credits come. ',
          { code: '/topup team' },
          ' gets more.',
        ]
      : [
          { bold: renderCredits(limit - spent) },
          ` are left in the team’s wallet, of ${renderNumber(limit)} when some last came. `,
          { code: '/topup team' },
          ' gets more.',
        ]
  }
  const whose: Text = of.channel
    ? nameChannel(of.channel, link)
    : [{ bold: cut(of.member || 'Somebody', 80) }]
  const amount = `${renderNumber(spent)} of ${renderCredits(limit)}`
  return level === 100
    ? [...whose, ` has spent the cap of ${renderMonth(month)}: ${amount}.`]
    : [...whose, ` has spent most of the cap of ${renderMonth(month)}: ${amount}.`]
}
