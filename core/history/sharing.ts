/** Sharing pictures with a team, and taking them back: the author alone may. */
import type { Place, Post, Retract } from '#core/chat.ts'
import type { Clock } from '#core/clock.ts'
import { CoreError, hasCode } from '#core/errors.ts'
import { forgetVotes } from '#core/images/forget-votes.ts'
import type { Generation, SharedPost } from '#core/images/generation.ts'
import { findNumber, namePicture, renderPictureName } from '#core/images/picture-name.ts'
import { listPosts } from '#core/images/shared-posts.ts'
import { isAnyShared } from '#core/images/visible.ts'
import { type Log, logFailure } from '#core/log.ts'
import type { Outbound } from '#core/outbound.ts'
import type { RecordStore } from '#core/records/record-store.ts'
import type { Teams } from '#core/teams/teams.ts'
import type { History } from './history.ts'
import { type Posted, postEverywhere, type SharingTeam } from './posting.ts'

/**
 * Everything rejects with `not-found` for what the account may not see and `not-yours` for what it did not make. Where one
 * picture is named, it is about that one.
 */
export interface Sharing {
  /**
   * Posts it in the gallery of all that is tied into the team, or of those that do not have it yet. Rejects with `no-gallery`,
   * `already-shared` or `being-shared`, and, where none takes it, with what `post` rejects with.
   */
  share(account: string, name: string, team: SharingTeam): Promise<Posted>
  /**
   * Can be done again when it was cut off. Rejects with `not-shared`, and with what `retract` rejects with: then it stays
   * shared where it could not be taken back.
   */
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
  teams: Pick<Teams, 'listGalleries' | 'listPlaces'>
  outbound: Pick<Outbound<Generation>, 'postShared'>
  records: RecordStore
  clock: Clock
  log: Log
}): Sharing {
  const { history, records, clock, log } = ports

  async function requireAuthored(account: string, name: string): Promise<Generation<'delivered'>> {
    const generation = await history.requireVisible(account, name)
    if (generation.owner !== account) throw new CoreError('not-yours', { id: name })
    return await history.require(account, name)
  }

  /** What could not be taken back stays noted. Rejects with why, once the rest is. */
  async function takeBack(
    { id, owner }: Pick<Generation, 'id' | 'owner'>,
    shared: SharedPost,
    retract: Retract,
  ) {
    const { gone, failure } = await retractAll(shared, retract)
    await history.dropPosts(owner, id, gone).catch((error: unknown) => {
      if (!hasCode(error, 'not-shared')) throw error
    })
    await forgetVotes(ports, id)
    if (failure) throw failure.reason
  }

  return {
    requireAuthored,
    async share(account, name, team) {
      const generation = await requireAuthored(account, name)
      const { id, shared } = generation
      const wanted = await findWanted(ports.teams, generation, team)
      if (shared && wanted.length === 0) {
        throw new CoreError('already-shared', { id: renderPictureName({ id, number: shared.picture }) })
      }
      const claim = { kind, key: id, owner: account, expiresAt: clock.now() + claimLife, body: {} }
      if (!(await records.insertRecord(claim, clock.now()))) throw new CoreError('being-shared', { id: name })
      try {
        return await postEverywhere(ports, generation, team, wanted)
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
      const { shared } = generation
      let retracted = true
      if (shared && isAnyShared(generation)) {
        const isWhole = findNumber(generation) === undefined
        const failed = isWhole
          ? (await retractAll(shared, retract)).failure
          : await takeBack(generation, shared, retract).then(
              () => undefined,
              (reason: unknown) => ({ reason }),
            )
        retracted = failed === undefined
        if (failed) {
          const about = { generation: generation.id }
          logFailure(log, failed.reason, about, 'A shared post could not be taken back')
        }
      }
      await history.remove(account, namePicture(generation))
      if (shared && isAnyShared(generation)) await forgetVotes(ports, generation.id)
      return { retracted }
    },
  }
}

/** The galleries of the team that are to have it: those that lack it, where it is shared with this very team already. */
async function findWanted(
  teams: Pick<Teams, 'listGalleries' | 'listPlaces'>,
  generation: Generation,
  team: SharingTeam,
): Promise<Place[]> {
  const { shared } = generation
  const galleries = await teams.listGalleries(team)
  if (!shared) return galleries
  const posts = listPosts(shared)
  const has = ({ platform, id }: { platform: string; id: string }) =>
    posts.some((each) => each.platform === platform && each.team === id)
  const isHere = shared.picture === findNumber(generation) && (await teams.listPlaces(team)).some(has)
  return isHere ? galleries.filter(({ platform, team: id }) => !has({ platform, id })) : []
}

/** Tries each, whatever becomes of the others. */
async function retractAll(
  shared: SharedPost,
  retract: Retract,
): Promise<{ gone: Post[]; failure: PromiseRejectedResult | undefined }> {
  const posts = listPosts(shared)
  const results = await Promise.allSettled(posts.map((post) => retract(post)))
  return {
    gone: posts.filter((_, index) => results[index]?.status === 'fulfilled'),
    failure: results.find((result) => result.status === 'rejected'),
  }
}
