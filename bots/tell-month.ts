/** Tells a team of a month that is over, in one of its channels: what it came to is looked up as it is told. */
import type { BestOf, Core, MonthNote, Outbound, Place, Post, Words } from '#core/index.ts'
import { createLinkChannel, requireWay } from './deliver.ts'
import { inLanguage } from './in-language.ts'
import { type LinkedPicture, renderBestOf, renderReport } from './messages/month.ts'
import type { Message, Platform } from './platform.ts'
import { wordsForTeam } from './words-for.ts'

interface Telling {
  core: Core
  platforms: readonly Platform[]
}

/** By whichever of these platforms the channel is on. Rejects with `not-connected`. */
export function createTellMonth(telling: Telling): Outbound['tellMonth'] {
  return async (place, note) => {
    const post = requireWay(telling.platforms, place, 'post')
    const words = await wordsForTeam(telling.core, note.team)
    const message = await findMessage(telling, words, place, note)
    if (message) await post(place, inLanguage(words, message, place.platform))
  }
}

/** Undefined where all that people voted for was taken back. */
async function findMessage(
  telling: Telling,
  words: Words,
  place: Place,
  note: MonthNote,
): Promise<Message | undefined> {
  const { core, platforms } = telling
  const { team, month, kind } = note
  const { shared, best } = await core.findBestOf(team, month)
  const pictures = await Promise.all(best.map((each) => findLinked(telling, place, each)))
  if (kind === 'best-of') return pictures.length > 0 ? renderBestOf(words, month, pictures) : undefined
  const usage = await core.reports.findTeamMonth(team, month)
  const here = { platform: place.platform, id: place.team }
  const name = await core.teams.findTitle(here)
  const link = createLinkChannel(platforms)
  const hasLinks = link(place) !== undefined
  const where = {
    name,
    here,
    link: hasLinks ? (channel: string) => link({ ...place, channel }) ?? '' : undefined,
  }
  return renderReport(words, usage, { shared, pictures }, where)
}

/** To the post in the same server or workspace, where there is one: not everybody there sees another. */
async function findLinked(
  { platforms }: Telling,
  place: Place,
  { author, votes, posts }: BestOf['best'][number],
): Promise<LinkedPicture> {
  const isHere = (post: Post) => post.platform === place.platform && post.team === place.team
  const post = posts.find(isHere) ?? posts[0]
  const platform = platforms.find(({ name }) => name === post?.platform)
  // One that was deleted there by hand, or cannot be looked up now, is told of without a way to it.
  const address = post && (await platform?.findLink?.(post).catch(() => undefined))
  return { author, votes, ...(address !== undefined && { address }) }
}
