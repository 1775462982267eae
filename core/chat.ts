/** Who chats and where, as far as the core knows of chat. */

/** Where a person chats. */
export type PlatformName = 'terminal' | 'discord' | 'slack'

/** Who somebody is on one platform. */
export interface ChatUser {
  platform: PlatformName
  /** Unique within the platform: `local`, Discord's user id, `<team or enterprise id>:<user id>` on Slack. */
  user: string
  /** As the platform shows it; for display only. */
  name: string
  /** What `user` may have been for the same person before: what is tied to one of these is theirs. Never stored. */
  formerly?: readonly string[]
}

/** By what `user` somebody may be tied or known: today's first, each once. */
export const namesOf = ({ user, formerly = [] }: Pick<ChatUser, 'user' | 'formerly'>): readonly string[] => [
  ...new Set([user, ...formerly]),
]

/** Where it was asked, and so where it can be delivered by another process or after a restart. */
export interface Origin {
  platform: PlatformName
  /** Server or workspace; absent in a direct message and in the terminal. */
  team?: string
  /**
   * The team's channel that it counts for, as its settings name it: of a thread, the one that it is in. Absent wherever no team
   * pays: in a direct message, for a guest of another company, and in old records.
   */
  channel?: string
  /** The language of whoever asked, as a tag (BCP 47); absent where the platform does not say, and in old records. */
  locale?: string
  /** That of all who read along there; absent where neither the platform nor the team says. */
  roomLocale?: string
  /** Whatever that platform's adapter needs to find the place again; the core only keeps it. */
  address: Readonly<Record<string, string | number | boolean>>
}

/** A channel of a server or workspace. */
export interface Place {
  platform: PlatformName
  team: string
  channel: string
}

/** A message of the bot's own on one platform, so that it can be taken back. */
export interface Post extends Place {
  message: string
}

/** Takes back a post in whatever team; harmless when it is gone. Rejects when it cannot. */
export type Retract = (post: Post) => Promise<void>

/** A file of the bot's own on one platform that shows hosted pictures. */
export interface PictureCopy {
  platform: PlatformName
  /** Server or workspace. */
  team: string
  /** The platform's id of it. */
  file: string
}

/** Takes one away; harmless when it is gone. Rejects when it cannot. */
export type RemoveCopy = (copy: PictureCopy) => Promise<void>

/** A conversation in a channel, in which words are about the picture before. */
export interface Thread {
  platform: PlatformName
  /** Server or workspace, also of a direct message. */
  team: string
  channel: string
  /** The platform's id of its first message. */
  thread: string
}
