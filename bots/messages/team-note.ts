/** What a team's admins are told of in their channel, without having asked. */
import type { TeamNote } from '#core/index.ts'
import type { Message, Text } from '../platform.ts'
import { nameSide } from './team.ts'
import { listTest } from './topup.ts'
import { renderCredits } from './words.ts'

export function renderTeamNote(note: TeamNote): Message {
  return { private: false, blocks: [{ kind: 'text', text: tell(note) }] }
}

function tell(note: TeamNote): Text {
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
  }
}
