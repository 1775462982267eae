/** Who may see what of a generation. */
import type { PlatformName } from '#core/chat.ts'
import { type Generation, isEnded } from './generation.ts'
import { findNumber, pickPicture } from './picture-name.ts'
import { listPosts } from './shared-posts.ts'

/**
 * What an account may see of it, or of its picture of that number: its own, delivered or failed, or somebody's that is delivered
 * and was shown to others; of a private one of which one picture is shared, that picture alone. Undefined where that is nothing.
 */
export function showTo(account: string, generation: Generation, number?: number): Generation | undefined {
  const seen = showAll(account, generation)
  return seen && number !== undefined ? pickPicture(seen, number) : seen
}

function showAll(account: string, generation: Generation): Generation | undefined {
  if (generation.owner === account) return isEnded(generation) ? generation : undefined
  if (generation.status !== 'delivered') return undefined
  const { shared } = generation
  if (!generation.private || (shared && shared.picture === undefined)) return generation
  return shared?.picture === undefined ? undefined : pickPicture(generation, shared.picture)
}

/** Whether an account is among the people of one of these places. */
export type Belongs = (
  account: string,
  places: readonly { platform: PlatformName; id: string }[],
) => Promise<boolean>

/** The same for an account wherever it asks: of somebody else's, what was shown where the account is among the people. */
export async function findShownTo(
  account: string,
  generation: Generation,
  given: { number?: number | undefined; belongs: Belongs },
): Promise<Generation | undefined> {
  const seen = showTo(account, generation, given.number)
  if (!seen || generation.owner === account) return seen
  return (await given.belongs(account, listShownIn(generation))) ? seen : undefined
}

/** The servers and workspaces where it was shown to others. */
function listShownIn({ origin, shared, private: isPrivate }: Generation) {
  const posts = shared ? listPosts(shared).map(({ platform, team: id }) => ({ platform, id })) : []
  const { platform, team: id } = origin
  return isPrivate || id === undefined ? posts : [{ platform, id }, ...posts]
}

/** Whether the post shows all that is seen of it. */
export function isShared(seen: Generation): boolean {
  const { shared } = seen
  return shared !== undefined && (shared.picture === undefined || shared.picture === findNumber(seen))
}

/** Whether others may see all that is seen of it. */
export const isPublic = (seen: Generation): boolean => !seen.private || isShared(seen)

/** Whether the post shows any of it. */
export function isAnyShared(seen: Generation): boolean {
  return isShared(seen) || (seen.shared !== undefined && findNumber(seen) === undefined)
}
