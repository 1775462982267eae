/** What a team's admins are told of in their channel, without having asked. */
import type { BudgetNote, Greeting, TeamNote, Text, Words } from '#core/index.ts'
import type { Message } from '../platform.ts'
import { renderCapRequest } from './cap-request.ts'
import { type LinkChannel, nameChannel } from './channel-name.ts'
import { nameSide } from './team.ts'
import { tellIfTest } from './topup.ts'
import { cut } from './words.ts'

export function renderTeamNote(words: Words, note: Exclude<TeamNote, Greeting>, link: LinkChannel): Message {
  if (note.kind === 'cap-request') return renderCapRequest(words, note, link)
  return { private: false, blocks: [{ kind: 'text', text: tell(words, note, link) }] }
}

function tell(
  words: Words,
  note: Exclude<TeamNote, { kind: 'cap-request' } | Greeting>,
  link: LinkChannel,
): Text {
  const { teamNote } = words
  switch (note.kind) {
    case 'tied':
      return teamNote.joined(nameSide(words, note.other))
    case 'bought':
      return tellIfTest(words, teamNote.bought(note.credits, note.balance), note)
    case 'untied':
      return teamNote.separated()
    case 'request-over':
      return teamNote.requestOver()
    case 'budget':
      return tellBudget(words, note, link)
  }
}

function tellBudget(words: Words, { level, spent, limit, month, of }: BudgetNote, link: LinkChannel): Text {
  const { teamNote } = words
  if (of.channel) {
    return teamNote.channel[level](nameChannel(words, of.channel, link), spent, limit, month)
  }
  if (of.member !== undefined) {
    return teamNote.member[level](cut(of.member, 80) || undefined, spent, limit, month)
  }
  return level === 100 ? teamNote.empty() : teamNote.nearlyEmpty(limit - spent, limit)
}
