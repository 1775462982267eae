/** What people voted for most, of what was shared in a team in a month: of what is still shared alone. */
import type { Post } from '#core/chat.ts'
import { findMonth, findSpan } from '#core/credits/month.ts'
import { listPosts } from '#core/images/shared-posts.ts'
import type { StoredRecord } from '#core/records/record-store.ts'
import { findSettings } from '#core/teams/settings.ts'
import { readTeamName, type TeamName } from '#core/teams/team-name.ts'
import type { Teams } from '#core/teams/teams.ts'
import { type Exhibit, findExhibit, type GalleryPorts, listShared } from './gallery.ts'
import type { Votes } from './votes.ts'

export interface Voted extends Exhibit {
  /** One at least. */
  votes: number
  /** Where it can be looked at, and voted for. */
  posts: readonly Post[]
}

export interface BestOf {
  /** How many were shared and still are. */
  shared: number
  /** Three at most, those with most votes first, and of as many the earlier. */
  best: readonly Voted[]
}

/** `month`, such as `2026-11`, by the team's clock. */
export type FindBestOf = (team: string, month: string) => Promise<BestOf>

export interface BestOfPorts extends GalleryPorts {
  teams: Pick<Teams, 'listPlaces'>
  votes: Pick<Votes, 'count'>
}

const most = 3
/** More than any team shares in a month, in one of its servers or workspaces. */
const mostShared = 2_000
const atOnce = 16

export function createFindBestOf(ports: BestOfPorts): FindBestOf {
  return async (team, month) => {
    const { timeZone } = await findSettings(ports, team)
    const noted = new Map<string, StoredRecord>()
    for (const place of await ports.teams.listPlaces(readTeamName(team))) {
      for (const each of await listNoted(ports, place, month)) {
        // What is tied into one team has the same noted in each.
        if (findMonth(Number(each.body.at), timeZone) === month) noted.set(String(each.body.id), each)
      }
    }
    const found = await countAll(ports, [...noted.values()])
    const best = found
      .filter(({ votes }) => votes > 0)
      .toSorted((one, other) => other.votes - one.votes || one.at - other.at)
    return { shared: found.length, best: best.slice(0, most) }
  }
}

async function listNoted(ports: BestOfPorts, place: TeamName, month: string): Promise<StoredRecord[]> {
  const { from, end } = findSpan(month)
  return await listShared(ports, place, { from, end, limit: mostShared })
}

/** Those that are still shared. */
async function countAll(ports: BestOfPorts, noted: readonly StoredRecord[]): Promise<Voted[]> {
  const found: Voted[] = []
  for (let at = 0; at < noted.length; at += atOnce) {
    const some = noted.slice(at, at + atOnce).map(async (each) => {
      const exhibit = await findExhibit(ports, each)
      const { shared } = exhibit?.generation ?? {}
      if (!exhibit || !shared) return []
      const votes = await ports.votes.count(exhibit.generation.id)
      return [{ ...exhibit, votes, posts: listPosts(shared) }]
    })
    found.push(...(await Promise.all(some)).flat())
  }
  return found
}
