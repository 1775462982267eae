/** A generation: one request for pictures from the moment it is accepted to its end. */
import type { Origin, Post } from '#core/chat.ts'
import type { BudgetClaim } from '#core/credits/budget.ts'
import type { FailureCode } from '#core/errors.ts'
import type { Asked } from './asked.ts'

/** One hosted picture. */
export interface Picture {
  /** The host's name for it: unguessable, chosen before it is uploaded. */
  key: string
  url: string
  width: number
  height: number
  mime: 'image/png' | 'image/jpeg'
  /** Size in bytes as hosted. */
  bytes: number
  /** What it is on average, as `PreparedPicture` has it, to be seen while it loads; absent in old records. */
  color?: string
  /** Of a preset's alone. */
  finish?: Finish
}

/** What became of a preset's picture after it was drawn. */
export interface Finish {
  /** Whether the words on it were set in type, or drawn by the model; absent where there are none. */
  lettering?: 'set' | 'drawn'
  /** It was to be see-through around, and is not. */
  background?: 'opaque'
  /** It could not be finished, and is as it was drawn. */
  failed?: true
}

/** What the vendor says it used, in tokens. */
export interface Usage {
  inputTokens: number
  /** Those of pictures among them, where there are any and it says so. */
  imageInputTokens?: number
  outputTokens: number
}

/**
 * Where a generation stands.
 * - `recorded`: accepted; its credits are taken and it is queued.
 * - `drawing`: its one vendor request may have been made.
 * - `ready`: its pictures are hosted; nobody has been shown them yet.
 * - `delivered`: an end.
 * - `failing`: `failure` says why; its credits are on their way back.
 * - `refunded`: an end; nothing is charged.
 */
export type Status = 'recorded' | 'drawing' | 'ready' | 'delivered' | 'failing' | 'refunded'

/** The statuses that are ends: no process needs to work on such a generation. */
export const endStatuses: readonly Status[] = ['delivered', 'refunded'] satisfies End[]

export type End = 'delivered' | 'refunded'

/** How the person came to see it; `history` when no message could be sent. */
export type Delivery = 'reply' | 'message' | 'history'

/** The process that works on a generation, and until when nobody else may. */
export interface Lease {
  owner: string
  until: number
}

/** Why a generation came to nothing. */
export interface Failure {
  code: FailureCode
  data: Readonly<Record<string, unknown>>
}

/** Whose credits it takes. */
export interface Payment {
  /** An account, or a team as `payerOfTeam` names it. */
  payer: string
  /** What it counts against where a team pays, as it was when it was ordered. */
  budget?: BudgetClaim
}

/** What every generation has, whatever becomes of it. Times are milliseconds since 1970. */
interface Common extends Payment {
  /** Ten characters a person can type. */
  id: string
  /** The account that it belongs to. */
  owner: string
  /** The platform's own id of the event that asked for it: one call, one generation. */
  call: string
  asked: Asked
  /** The image model's id at the time. */
  model: string
  /** Digest of the model and what was asked for. */
  cacheKey: string
  /** Whole credits; 0 for a repeat. */
  price: number
  private: boolean
  origin: Origin
  pictures: readonly Picture[]
  /** The keys its pictures have or will have at the host: known before anything is uploaded. */
  pictureKeys: readonly string[]
  usage?: Usage
  createdAt: number
}

interface Unfinished {
  /** Unfinished work of one owner has distinct slots, from 0 up, given as it is recorded. */
  slot?: number
  /** What may run of one owner has distinct ones of these, from 0 up; absent while it waits for one. */
  runningSlot?: number
  lease?: Lease
  /** The process that heard its call, follows it and shows how it ends, where another claimed it while it waited. */
  hearer?: string
}

interface Begun {
  drawingAt: number
}

interface Kept {
  /** Bought, and on this disk until the host takes them; given up after `until`, in milliseconds since 1970. */
  kept?: { disk: string; until: number }
}

interface Failed {
  failure: Failure
}

interface Ended {
  endedAt: number
}

/** Where it is shared. */
export interface SharedPost extends Post {
  /** The number of the one picture that it shows, of several; absent where it shows all. */
  picture?: number
  /** The posts in the galleries of other servers and workspaces of the same team. */
  others?: readonly Post[]
  /** Milliseconds since 1970; absent in old records. */
  at?: number
  /** Its author's name as it is shown there; absent in old records. */
  by?: string
}

interface Shown {
  delivery: Delivery
  /** The generation whose pictures a free repeat shows. */
  repeatOf?: string
  /** Where its author shared it with the team. */
  shared?: SharedPost
  /** Its owner marked it as one of their favourites. */
  favourite?: true
}

/** What a generation has besides in each status, and has not in the others. */
export interface States {
  recorded: Unfinished
  drawing: Unfinished & Begun & Kept
  ready: Unfinished & Begun
  delivered: Ended & Partial<Begun> & Shown
  failing: Unfinished & Partial<Begun> & Kept & Failed
  refunded: Ended & Partial<Begun> & Failed
}

/** Every field that only some statuses have. */
export type StateFields = Unfinished & Begun & Kept & Failed & Ended & Shown

type In<State extends Status> = Common &
  States[State] & { [Field in Exclude<keyof StateFields, keyof States[State]>]?: never } & { status: State }

/** One persisted generation, of any status or of those that are named. */
export type Generation<State extends Status = Status> = { [Each in State]: In<Each> }[State]

/** One that can be shown to whoever asked: nothing more is to be done before. */
export type Settled = Generation<'ready' | 'delivered' | 'refunded'>

/** Whether no process needs to work on it. */
export function isEnded(generation: Generation): generation is Generation<End> {
  return endStatuses.includes(generation.status)
}
