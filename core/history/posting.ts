/** Posts a picture in the galleries of one team, each by itself: one that takes nothing keeps no other from it. */
import type { Place, Post, Retract } from '#core/chat.ts'
import type { Clock } from '#core/clock.ts'
import { CoreError, hasCode } from '#core/errors.ts'
import type { Generation, SharedPost } from '#core/images/generation.ts'
import { findNumber } from '#core/images/picture-name.ts'
import { isBeside } from '#core/images/shared-posts.ts'
import { type Log, logFailure } from '#core/log.ts'
import type { Outbound } from '#core/outbound.ts'
import type { RecordStore } from '#core/records/record-store.ts'
import type { TeamName } from '#core/teams/team-name.ts'
import type { Teams } from '#core/teams/teams.ts'
import { noteShared } from './gallery.ts'
import type { History } from './history.ts'

/** A server or workspace, and how the bot posts in its channels. */
export interface SharingTeam extends TeamName {
  /** The author's name, as it is to be shown. */
  author: string
  /** Answers with the message's id. */
  post(channel: string, generation: Generation): Promise<string>
  /** In whatever server or workspace. */
  retract: Retract
}

export interface Posted {
  generation: Generation
  /** The first that was made now: in the server or workspace it was asked in, where that took it. */
  post: Post
  /** What did not take it: sharing again tries these again. */
  missed: Place[]
}

interface PostingPorts {
  history: Pick<History, 'markShared'>
  outbound: Pick<Outbound<Generation>, 'postShared'>
  teams: Pick<Teams, 'listPlaces'>
  records: RecordStore
  clock: Clock
  log: Log
}

/** Rejects with `no-gallery`, where none takes it with what the first rejects with, and as the store does. */
export async function postEverywhere(
  ports: PostingPorts,
  generation: Generation<'delivered'>,
  team: SharingTeam,
  galleries: readonly Place[],
): Promise<Posted> {
  let { shared } = generation
  const at = shared?.at ?? ports.clock.now()
  await noteShared(ports, generation, at, await ports.teams.listPlaces(team))
  let first: Post | undefined
  let failure: unknown = new CoreError('no-gallery', {})
  const missed: Place[] = []
  for (const place of galleries) {
    try {
      const post = { ...place, message: await postThere(ports, generation, team, place) }
      shared = await note(ports, generation, { ...post, at, by: team.author }, team)
      first ??= post
    } catch (error) {
      if (!isOfPosting(error)) throw error
      logFailure(ports.log, error, { generation: generation.id }, 'A gallery did not take a picture')
      if (missed.length === 0) failure = error
      missed.push(place)
    }
  }
  if (!first || !shared) throw failure
  return { generation: { ...generation, shared }, post: first, missed }
}

const isOfPosting = (error: unknown) =>
  hasCode(error, 'cannot-post') || hasCode(error, 'chat-trouble') || hasCode(error, 'not-connected')

function postThere(
  { outbound }: PostingPorts,
  generation: Generation,
  team: SharingTeam,
  place: Place,
): Promise<string> {
  return isBeside(place, { platform: team.platform, team: team.id })
    ? team.post(place.channel, generation)
    : outbound.postShared(place, { generation, author: team.author, votes: 0 })
}

/** A post that cannot be noted is taken back. */
async function note(
  { history, log }: PostingPorts,
  generation: Generation,
  post: SharedPost,
  { retract }: SharingTeam,
): Promise<SharedPost> {
  const picture = findNumber(generation)
  const shown = picture !== undefined && { picture }
  try {
    return await history.markShared(generation.owner, generation.id, { ...post, ...shown })
  } catch (error) {
    await retract(post).catch((err) => {
      logFailure(log, err, { generation: generation.id }, 'A post that could not be noted stays')
    })
    throw error
  }
}
