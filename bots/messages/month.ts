/** Shows what a month of a team's came to, once it is over: to its admins, and what was voted for most to everybody. */
import type { TeamMonth, Text } from '#core/index.ts'
import type { Block, Message } from '../platform.ts'
import { renderTeamUsage, type UsageHere } from './usage.ts'
import { cut, renderMonth, renderNumber } from './words.ts'

/** A shared picture by its post alone, so that nothing of it stays here once that is taken back. */
export interface LinkedPicture {
  /** As typed. */
  author: string
  votes: number
  /** Opens its post. */
  address?: string
}

export function renderReport(
  usage: TeamMonth,
  { shared, pictures }: { shared: number; pictures: readonly LinkedPicture[] },
  where: UsageHere,
): Message {
  return {
    private: false,
    blocks: [
      say([{ bold: `The report of ${renderMonth(usage.month)}` }]),
      ...renderTeamUsage(usage, where).blocks,
      ...(shared > 0 ? [say(tellShared(shared, pictures.length))] : []),
      ...pictures.map(renderPlace),
    ],
  }
}

export function renderBestOf(month: string, pictures: readonly LinkedPicture[]): Message {
  return {
    private: false,
    blocks: [
      say([{ bold: `The best of ${renderMonth(month)}` }, ', by your votes']),
      ...pictures.map(renderPlace),
    ],
  }
}

const say = (text: Text): Block => ({ kind: 'text', text })

function tellShared(shared: number, voted: number): Text {
  const all = shared === 1 ? '1 picture was shared' : `${renderNumber(shared)} pictures were shared`
  return [`${all} in the gallery${voted > 0 ? '. Voted for most:' : ', and none was voted for.'}`]
}

function renderPlace({ author, votes, address }: LinkedPicture, index: number): Block {
  const counted = votes === 1 ? '1 vote' : `${renderNumber(votes)} votes`
  const way: Text = address === undefined ? [] : [' · ', { link: address, label: 'see it' }]
  return say([`${index + 1}. by `, { bold: cut(author || 'somebody', 80) }, ` · ${counted}`, ...way])
}
