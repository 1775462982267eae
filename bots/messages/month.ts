/** Shows what a month of a team's came to, once it is over: to its admins, and what was voted for most to everybody. */
import type { TeamMonth, Text, Words } from '#core/index.ts'
import type { Block, Message } from '../platform.ts'
import { renderTeamUsage, type UsageHere } from './usage.ts'
import { cut } from './words.ts'

/** A shared picture by its post alone, so that nothing of it stays here once that is taken back. */
export interface LinkedPicture {
  /** As typed. */
  author: string
  votes: number
  /** Opens its post. */
  address?: string
}

export function renderReport(
  words: Words,
  usage: TeamMonth,
  { shared, pictures }: { shared: number; pictures: readonly LinkedPicture[] },
  where: UsageHere,
): Message {
  return {
    private: false,
    blocks: [
      say(words.monthReport.title(usage.month)),
      ...renderTeamUsage(words, usage, where).blocks,
      ...(shared > 0 ? [say(tellShared(words, shared, pictures.length))] : []),
      ...listPlaces(words, pictures),
    ],
  }
}

export function renderBestOf(words: Words, month: string, pictures: readonly LinkedPicture[]): Message {
  return { private: false, blocks: [say(words.monthReport.best(month)), ...listPlaces(words, pictures)] }
}

const say = (text: Text): Block => ({ kind: 'text', text })

const tellShared = ({ monthReport }: Words, shared: number, voted: number): Text =>
  voted > 0 ? monthReport.shared(shared) : monthReport.sharedWithoutVotes(shared)

function listPlaces({ monthReport }: Words, pictures: readonly LinkedPicture[]): Block[] {
  return pictures.map(({ author, votes, address }, index) => {
    const place = monthReport.place(index + 1, cut(author, 80) || undefined, votes)
    return say(address === undefined ? place : [...place, ' · ', { link: address, label: monthReport.open }])
  })
}
