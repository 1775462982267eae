/** All that commands know of chat: a call comes in, messages go out. */
import type {
  ChatUser,
  Origin,
  Place,
  PlatformName,
  Post,
  RemoveCopy,
  Retract,
  Thread,
  Words,
} from '#core/index.ts'
import type { FormField } from './form-field.ts'
import type { Kept, KeptCall } from './kept-call.ts'
import type { Message, Press, Spoken } from './message.ts'

export type * from './message.ts'

/** Asks for a few values and then is pressed, with them among the options. Only a command with `opensForm` may answer with one. */
export interface Form extends Press {
  title: string
  fields: readonly FormField[]
  /** So many pictures may come along, for the command's image options; left out where a form has no room for them. */
  pictures?: { label: string; hint?: string; most: number }
  submit: string
  /** What asks for it again, where what asked for it cannot be pressed. */
  again?: Press
}

/** How a call is answered: some progress, then one end. */
export interface Reply<Said extends Message = Message> {
  /** Shows how far it is. Never rejects; an adapter may skip what comes too fast. */
  progress: (message: Said) => void
  /**
   * Resolves when the person can see it; rejects when the platform will not take it (any more), with `stopping` when
   * it was given up because the process is to end.
   */
  finish: (message: Said) => Promise<void>
}

/** A picture a person attached. */
export interface Attachment {
  name: string
  /** In bytes, as the platform says. */
  size: number
  /** Rejects when it cannot be had or is larger than `limit` bytes. */
  read(limit: number): Promise<Uint8Array<ArrayBuffer>>
  /** By which the platform finds it again, and all that came along with it, without spaces; absent where it cannot. */
  reference?: string
  /** By which the platform can read it for some time, in another process too; absent where it cannot. */
  kept?: Kept
}

/** Somebody whom a person names: as their own calls would name them. */
export type Person = Pick<ChatUser, 'user' | 'name' | 'formerly'>

export type OptionValue = string | number | boolean | Attachment | Person

/** A message of the bot's own: a post in a team, or one where the call came from. */
export type OwnMessage = Post | Pick<Post, 'channel' | 'message'>

/** A server or workspace, as far as the bot may post in its channels. Everything rejects with `cannot-post`, or with `chat-trouble`. */
export interface Team {
  id: string
  /** What people there call it; undefined where the platform does not tell. Never rejects. */
  findName(): Promise<string | undefined>
  /** Answers with the message's id. `channel` is what a channel option gave. */
  post(channel: string, message: Spoken): Promise<string>
  /** The address that opens a channel, or a message in it. */
  link?(channel: string, message?: string): string
}

/** One thing a person asked, on any platform: a command typed, a button pressed, a form sent. `Options`: as far as they are checked. */
export interface Call<Options = Readonly<Record<string, OptionValue>>> {
  /** The platform's own id for the event, unique across platforms; everything the call causes is keyed by it. */
  id: string
  command: string
  /** By option name; text as typed. */
  options: Options
  user: ChatUser
  /** The caller's language, as the origin keeps it. */
  locale?: string
  /** What is said to the caller alone. */
  words: Words
  /** What is said where others read along. */
  roomWords: Words
  origin: Origin
  /** May change the team's settings, by the platform's own permissions. */
  admin: boolean
  /** Absent in a direct message and in the terminal. */
  team?: Team
  /** Nobody but the caller sees what is said here, private or not; absent wherever that is not certain. */
  alone?: true
  /** The conversation in which it was asked, where people can answer a message; absent on platforms without. */
  thread?: Thread
  /** The bot's own message with the pressed button; absent for one that the platform keeps for its reader alone. */
  pressed?: Pick<Post, 'channel' | 'message'>
  /** There where its options are just what this program gave to this very person; dispatch refuses one that does not fit. */
  seal?: string
  /**
   * Takes away a message of the bot's own; harmless when it is gone. An adapter does so for its own messages, dispatch also
   * for a post on any other. Rejects with `cannot-post`, `chat-trouble`, or `not-connected` where that platform does not run.
   */
  retract(message: OwnMessage): Promise<void>
  /**
   * Pictures that came along earlier, at most so many, by their reference; absent where the platform finds none again. Rejects
   * with `attachment-unavailable` for what is not kept any more.
   */
  findAttachments?(reference: string, most: number): Promise<readonly Attachment[]>
  /** Keeps what came along for an hour, as that account's; answers with the reference, where attachments have none by themselves. */
  keepAttachments?(account: string): Promise<string>
  /**
   * The largest picture among the files of the bot's own message whose button was pressed, or whose form this is, also in a
   * zip of them; undefined where there is none. Absent on platforms that hand over no files of such a message.
   */
  findShown?(): Attachment | undefined
  /** By which its platform can make it again, in another process too; absent where it cannot. */
  kept?: Kept
  /** It waited for its person to be linked: it is not held again. */
  wasHeld?: true
  reply: Reply
}

/** A call as an adapter hands it on: dispatch puts into its language what answers it. */
export interface GivenCall extends Omit<Call, 'reply'> {
  reply: Reply<Spoken>
}

/** What only its platform can give again of a call that was kept, and what came along by option. */
export interface Recalled
  extends Pick<
    GivenCall,
    'team' | 'retract' | 'findAttachments' | 'keepAttachments' | 'findShown' | 'reply'
  > {
  attachments: Readonly<Record<string, Attachment>>
}

/** Rejects where the bot is not there any more. */
export type Recall = (origin: Origin, user: ChatUser, kept: KeptCall) => Promise<Recalled>

/** Handles one call to its end; never rejects. Answers with a form where the command opens one. */
export type Dispatch = (call: GivenCall) => Promise<Form | undefined>

/** A platform that is not there. */
export interface Trouble {
  /** Milliseconds since 1970. */
  since: number
  /** A word or two that may be shown to anybody, such as `http_503`. */
  reason: string
}

/** A running chat platform. */
export interface Platform {
  name: PlatformName
  /**
   * Connects and begins to hand calls to dispatch. Rejects only where an operator must change something, with the
   * sentence that says so; after any other failure it goes on trying by itself.
   */
  start(): Promise<void>
  /** Since when and why it is not connected; undefined while it is. Absent where nothing can be away. */
  trouble?(): Trouble | undefined
  /** Where people add the bot to a server or workspace of theirs; undefined while it is not known. Absent where they cannot by themselves. */
  findInstallLink?(): string | undefined
  /** The language that the platform speaks with somebody who asked for something lately, by their id there. Absent where nothing is sold. */
  recallLocale?(user: string): string | undefined
  /** Takes no more calls; those under way go on, and are hurried so that the process can end. */
  stop(): Promise<void>
  /** Tells somebody by a message of the bot's own, when no reply can be used. Rejects when it cannot, as `finish` does. */
  send(origin: Origin, user: ChatUser, message: Spoken): Promise<void>
  /** Absent where no call is kept. */
  recall?: Recall
  /** Posts in a channel of one of its teams, without a call; absent where there are none. Answers and rejects as `Team.post`. */
  post?(place: Place, message: Spoken): Promise<string>
  /** Shows something else in place of what was posted in one of its teams; absent where there are none. Rejects as `post`. */
  edit?(post: Post, message: Spoken): Promise<void>
  /** The address that opens a channel of one of its teams; absent where there are none. */
  link?(place: Place): string
  /** The address that opens what was posted there; absent where there are none. Rejects where it cannot be found now. */
  findLink?(post: Post): Promise<string>
  /** Takes away what was posted in one of its teams; absent where there are none. */
  retract?: Retract
  /** Takes away a file that shows hosted pictures; absent where none are kept. */
  removeCopy?: RemoveCopy
}
