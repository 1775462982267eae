/** What the core says outward by itself, where nobody waits for an answer: one port, given as the core is made. */
import type { ChatUser, Origin, Place, PlatformName, Post, RemoveCopy, Retract } from './chat.ts'
import { CoreError } from './errors.ts'

/** A chat user who was tied to an account with an address. */
export interface NewLink {
  account: { id: string; email: string }
  /** `team`: the server or workspace that the link was asked for in, as the platform showed it. */
  identity: Omit<ChatUser, 'formerly'> & { team?: string }
  /** Where the chat user is told too, since they are not being answered there. */
  inChat?: Origin
  /** For an address that unties it without signing in. */
  unlinkToken: string
  /** The same whenever this link is told of again. */
  notification: string
}

/** A call that waits for its person to be linked. */
export interface HeldCall {
  /** The call's own id, by which all is keyed that it causes. */
  id: string
  user: ChatUser
  origin: Origin
  /** What was asked, as plain JSON; the core only keeps it. */
  asked: Readonly<Record<string, unknown>>
}

/** How credits were bought. */
export interface Sale {
  provider: string
  /** To try things out: no money moved. */
  isTest?: true
}

/** One side's news of a gift: that it was given away, came, or came back. */
export interface GiftNews {
  half: 'to' | 'from' | 'back'
  credits: number
  /** The account of the other. */
  other: string
}

/** Said once where the bot is new; `locale`: that of who reads it, as the platform tells. */
export interface Greeting {
  kind: 'greeting'
  locale?: string
}

/** What a team's admins are told of. `other`: another server or workspace, as people there call it. */
export type TeamNote =
  | { kind: 'tied'; other: { platform: PlatformName; title: string } }
  | { kind: 'untied' }
  | Greeting
  /** Credits came into the team's wallet, which has so many now. */
  | ({ kind: 'bought'; credits: number; balance: number } & Sale)
  | BudgetNote
  | CapRequestNote
  /** In place of a request whose asker is no more. */
  | { kind: 'request-over' }

/** What becomes of a request: `drawn` without it, `gone` with whoever asked, or with what they asked for. */
export type CapAnswer = 'approved' | 'declined' | 'lapsed' | 'drawn' | 'gone'

/**
 * That a member asks for more than a cap gives, or what became of that; whole credits. Not what is to be drawn: where it was
 * asked for may be a channel that not all see who are told.
 */
export interface CapRequestNote {
  kind: 'cap-request'
  id: string
  /** The member's. */
  name: string
  credits: number
  price: number
  /** Such as `2026-11`. */
  month: string
  /** The caps that keep it back; a channel's, or the member's. */
  caps: readonly { channel?: Place; limit: number; spent: number }[]
  answer?: { how: CapAnswer; by?: string }
}

/** What is told to whoever asked. `by`: the admin's name. `lost`: it was approved, and what waited for it is no more. */
export interface CapNews {
  how: Exclude<CapAnswer, 'drawn'> | 'lost'
  by?: string
  credits: number
  prompt?: string
  /** It is under way. */
  isDrawing: boolean
}

/** Of a month that is over: what it came to, or what people voted for most in it. */
export type MonthNote = ({ kind: 'report' } | { kind: 'best-of' }) & {
  /** The team's id. */
  team: string
  /** Such as `2026-11`. */
  month: string
}

/** That most of a budget is spent, or all of it. */
export interface BudgetNote {
  kind: 'budget'
  /** In per cent, of whole credits. */
  level: 80 | 100
  spent: number
  limit: number
  /** Such as `2026-11`. */
  month: string
  /** A member's, by name, or a channel's; else the wallet's, since credits last came. */
  of: { member?: string; channel?: Place }
}

/** A shared picture as a gallery channel shows it; `author` is a name as typed. */
export interface GalleryShow<Shown> {
  generation: Shown
  author: string
  votes: number
}

/** `Ended`: a generation, as the image rooms above have it; who shows none need not name it. */
export interface Outbound<Ended = never> {
  /**
   * Shows an ended generation to whoever asked for it, when the call that asked is gone. Rejects when it cannot, with
   * `stopping` when another process is to show it.
   */
  deliver(ended: Ended): Promise<void>
  /** Tells the buyer that credits came. */
  credited(account: string, credits: number, sale: Sale): Promise<void>
  /** Tells a chat user that credits they bought wait until they are tied to an account. */
  waiting(user: Pick<ChatUser, 'platform' | 'user'>, credits: number, sale: Sale): Promise<void>
  /** Tells an account's owner that they have spent most of their credits, and what is left. */
  low(account: string, balance: number): Promise<void>
  /** Tells one of the two whom a gift is about. */
  gifted(account: string, news: GiftNews): Promise<void>
  /** Tells the account's owner of a new link, and with `inChat` the chat user. What rejects is tried again. */
  linked(link: NewLink): Promise<void>
  /** Runs it as if it were asked now, and answers it. Rejects with `not-connected` where its platform does not run here. */
  runHeld(held: HeldCall): Promise<void>
  /** Posts it in that channel; answers with the message's id. Rejects as posting there does. */
  tellTeam(place: Place, note: TeamNote): Promise<string>
  /** Posts it there, as it is then; nothing where there is nothing left to tell of. Rejects as posting there does. */
  tellMonth(place: Place, note: MonthNote): Promise<void>
  /** Says it in place of what that post said. Rejects as posting does. */
  changeTold(post: Post, note: TeamNote): Promise<void>
  /** Tells whoever asked for it there. Rejects as `deliver` does. */
  tellAsker(asker: { owner: string; origin: Origin }, news: CapNews): Promise<void>
  /** Posts it in a gallery channel; answers with the message's id. Rejects as posting there does. */
  postShared(place: Place, show: GalleryShow<Ended>): Promise<string>
  /** Shows it as it is now, in place of what that post showed. Rejects as posting does. */
  changeShared(post: Post, show: GalleryShow<Ended>): Promise<void>
  retract: Retract
  removeCopy: RemoveCopy
  /**
   * The store was found to be carried elsewhere: must end the process, as a kill would. The message is a sentence an
   * operator can act on.
   */
  retired(error: Error): void
}

const refuse = () => Promise.reject(new CoreError('not-connected', {}))

/** For a core beside the bot, which says nothing by itself. */
export const nobody: Outbound<unknown> = {
  deliver: refuse,
  credited: async () => undefined,
  waiting: async () => undefined,
  low: async () => undefined,
  gifted: async () => undefined,
  linked: refuse,
  runHeld: refuse,
  tellTeam: refuse,
  tellMonth: refuse,
  changeTold: refuse,
  tellAsker: refuse,
  postShared: refuse,
  changeShared: refuse,
  retract: refuse,
  removeCopy: refuse,
  retired: () => undefined,
}
