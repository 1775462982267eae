/** The posts by which a generation is shared: the first, and those elsewhere in the same team. */
import type { Place, Post } from '#core/chat.ts'
import type { SharedPost } from './generation.ts'

export const listPosts = ({ platform, team, channel, message, others = [] }: SharedPost): Post[] => [
  { platform, team, channel, message },
  ...others,
]

/** The same with these posts in their place; undefined where there are none. */
export function keepPosts(shared: SharedPost, [first, ...others]: readonly Post[]): SharedPost | undefined {
  if (!first) return undefined
  const { others: _, ...rest } = shared
  return { ...rest, ...first, ...(others.length > 0 && { others }) }
}

/** Whether they are in the same server or workspace, in whatever channels. */
export const isBeside = (one: Omit<Place, 'channel'>, other: Omit<Place, 'channel'>): boolean =>
  one.platform === other.platform && one.team === other.team
