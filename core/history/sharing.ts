/** Sharing pictures with a team, and taking them back: the author alone may. */
import type { Post, Retract } from '#core/chat.ts'
import type { Clock } from '#core/clock.ts'
import { CoreError, hasCode } from '#core/errors.ts'
import type { Generation, SharedPost } from '#core/images/generation.ts'
import { findNumber, namePicture, renderPictureName } from '#core/images/picture-name.ts'
import { isAnyShared } from '#core/images/visible.ts'
import { type Log, logFailure } from '#core/log.ts'
import type { RecordStore } from '#core/records/record-store.ts'
import type { TeamName } from '#core/teams/team-name.ts'
import type { Teams } from '#core/teams/teams.ts'
import type { History } from './history.ts'

/** A team, and how the bot posts in its channels. */
export interface SharingTeam extends TeamName {
  /** Answers with the message's id. */
  post(channel: string, generation: Generation): Promise<string>
  retract: Retract
}

/**
 * Everything rejects with `not-found` for what the account may not see and `not-yours` for what it did not make. Where one
 * picture is named, it is about that one.
 */
export interface Sharing {
  /** Rejects with `no-gallery`, `already-shared` or `being-shared`, and with what `post` rejects with. */
  share(account: string, name: string, team: SharingTeam): Promise<{ generation: Generation; post: Post }>
  /** Can be done again when it was cut off. Rejects with `not-shared`, and with what `retract` rejects with: then it stays shared. */
  unshare(account: string, name: string, retract: Retract): Promise<Generation>
  /** For good. A shared post that cannot be taken back keeps nothing from being deleted. */
  remove(account: string, name: string, retract: Retract): Promise<{ retracted: boolean }>
  /** The author's own. */
  requireAuthored(account: string, name: string): Promise<Generation<'delivered'>>
}

/** How long one attempt to share keeps others away, in milliseconds; after a crash it can be shared again then. */
const claimLife = 60_000
const kind = 'sharing' as const

export function createSharing(ports: {
  history: History
  teams: Pick<Teams, 'findGallery'>
  records: RecordStore
  clock: Clock
  log: Log
}): Sharing {
  const { history, teams, records, clock, log } = ports

  async function requireAuthored(account: string, name: string): Promise<Generation<'delivered'>> {
    const generation = await history.requireVisible(account, name)
    if (generation.owner !== account) throw new CoreError('not-yours', { id: name })
    return await history.require(account, name)
  }

  async function post(generation: Generation, team: SharingTeam): Promise<SharedPost> {
    const channel = await teams.findGallery(team)
    if (channel === undefined) throw new CoreError('no-gallery', {})
    const message = await team.post(channel, generation)
    const picture = findNumber(generation)
    const shown = picture !== undefined && { picture }
    const made = { platform: team.platform, team: team.id, channel, message, ...shown }
    try {
      await history.markShared(generation.owner, generation.id, made)
    } catch (error) {
      await team.retract(made).catch((err) => {
        logFailure(log, err, { generation: generation.id }, 'A post that could not be noted stays')
      })
      throw error
    }
    return made
  }

  async function takeBack({ id, owner }: Pick<Generation, 'id' | 'owner'>, shared: Post, retract: Retract) {
    await retract(shared)
    await history.markUnshared(owner, id).catch((error: unknown) => {
      if (!hasCode(error, 'not-shared')) throw error
    })
  }

  return {
    requireAuthored,
    async share(account, name, team) {
      const generation = await requireAuthored(account, name)
      const { id, shared } = generation
      if (shared) {
        throw new CoreError('already-shared', { id: renderPictureName({ id, number: shared.picture }) })
      }
      const claim = { kind, key: id, owner: account, expiresAt: clock.now() + claimLife, body: {} }
      if (!(await records.insertRecord(claim, clock.now()))) throw new CoreError('being-shared', { id: name })
      try {
        const made = await post(generation, team)
        return { generation: { ...generation, shared: made }, post: made }
      } finally {
        await records.removeRecord(kind, id)
      }
    },
    async unshare(account, name, retract) {
      const seen = await requireAuthored(account, name)
      const { shared, ...generation } = seen
      if (!shared || !isAnyShared(seen)) throw new CoreError('not-shared', { id: name })
      await takeBack(generation, shared, retract)
      return generation
    },
    async remove(account, name, retract) {
      const generation = await requireAuthored(account, name)
      const { id, shared } = generation
      let retracted = true
      if (shared && isAnyShared(generation)) {
        const isWhole = findNumber(generation) === undefined
        const taken = isWhole ? retract(shared) : takeBack(generation, shared, retract)
        await taken.catch((err) => {
          retracted = false
          logFailure(log, err, { generation: id }, 'A shared post could not be taken back')
        })
      }
      await history.remove(account, namePicture(generation))
      return { retracted }
    },
  }
}
