/** The port through which generations are kept. */
import type { PlatformName } from '#core/chat.ts'
import type { Quality } from './asked.ts'
import type { Generation, Lease, StateFields, Status } from './generation.ts'
import type { ToolName } from './tools.ts'

/** What became of an attempt to record a new generation. */
export type Creation =
  | { outcome: 'created'; generation: Generation }
  /** The same call was recorded before. */
  | { outcome: 'same-call'; generation: Generation }
  /** The same owner has an unfinished generation of the same model and the same asked for. */
  | { outcome: 'same-spec'; generation: Generation }
  /** All of the owner's slots are taken. */
  | { outcome: 'full' }

export interface Earlier {
  called?: Generation | undefined
  shown?: Generation | undefined
}

type Fields = Omit<Generation, keyof StateFields> & StateFields

/** A change of what a generation has in its status; `undefined` removes the field: without a payer its owner pays. */
export type Amendment = { status?: never; payer?: undefined; budget?: undefined } & Amended

type Amended = {
  [Field in Exclude<
    keyof Fields,
    'id' | 'owner' | 'payer' | 'budget' | 'call' | 'asked' | 'createdAt' | 'slot' | 'status'
  >]?: Fields[Field] | undefined
}

/** From which statuses each may be reached, and what must be said of it. */
interface Steps {
  drawing: { from: 'recorded'; says: 'drawingAt' | 'lease' }
  ready: { from: 'drawing'; says: 'pictures' }
  delivered: { from: 'ready'; says: 'delivery' | 'endedAt' }
  failing: { from: 'recorded' | 'drawing'; says: 'failure' }
  refunded: { from: 'failing'; says: 'endedAt' }
}

/** A change of status. */
type Transition = {
  [State in keyof Steps]: { status: State } & Amended & Required<Pick<Fields, Steps[State]['says']>>
}[keyof Steps]

export type GenerationChange = Amendment | Transition

type From<Change> = Change extends { status: infer State extends keyof Steps } ? Steps[State]['from'] : Status

/** A place in an owner's history, newest first: the next page starts after it. */
export interface HistoryPosition {
  createdAt: number
  id: string
}

/** Which generations of a history; all that is given must hold. */
export interface HistorySelection {
  /** They must all occur in the prompt, in any case. */
  words?: readonly string[]
  /** Any of these. */
  tools?: readonly ToolName[]
  quality?: Quality
  /** Favourites alone. */
  favourites?: boolean
  /** What its owner shares alone. */
  shared?: boolean
  /** The server or workspace where it was asked for. */
  team?: { platform: PlatformName; id: string }
  /** From when, and before when it was made; milliseconds since 1970. */
  from?: number
  until?: number
}

/** Which part of a history: what comes after a place or, of what comes before it, that which is nearest. */
export type HistoryPart =
  | { after?: HistoryPosition; before?: never }
  | { before: HistoryPosition; after?: never }

export interface HistoryCount {
  total: number
  /** How many of them come before the page that starts after a place; 0 where none is given. */
  before: number
  /** Whether there was nothing beyond what was looked at. */
  isWhole: boolean
}

/** A process that unfinished generations name as the one that works on them. */
export interface LeaseHolder {
  /** Absent for those that name none. */
  owner?: string
  /** How many pictures of theirs wait: those of its generations that are `recorded`. */
  waiting: number
}

/** Every write is one atomic, durable step. */
export interface GenerationStore {
  /**
   * Records a generation in its owner's lowest free slot below `slots`. At most one generation exists per
   * call, at most one unfinished one per (owner, cacheKey), and at most `slots` unfinished ones per owner,
   * also when many are created at once. A generation that is created in an end status (a free repeat) takes
   * no slot and may share its cacheKey. It takes its owner's lowest free running slot below `runningSlots` as well, where all
   * of the owner's others have one: then nobody waits for it.
   */
  create(generation: Generation, slots: number, runningSlots?: number): Promise<Creation>
  /** By cacheKey: the owner's newest delivered generation, which may itself be a repeat. */
  find(
    by: { id: string } | { call: string } | { owner: string; cacheKey: string },
  ): Promise<Generation | undefined>
  /**
   * What an order may come to without being drawn, read at once: the owner's generation of that call, and their newest delivered
   * one of that cacheKey.
   */
  findEarlier(owner: string, by: { call: string; cacheKey: string }): Promise<Earlier>
  /**
   * Changes one generation if it still has one of these statuses and, where given, this holder of its lease; answers
   * with it as changed. Undefined, and nothing written, otherwise, also when the change is to a running slot that another
   * unfinished generation of its owner has. A change into an end status frees both slots and removes the lease.
   */
  change<Change extends GenerationChange>(
    id: string,
    guard: { status: readonly From<Change>[]; leaseHolder?: string },
    change: Change,
  ): Promise<Generation | undefined>
  /** All that have no end yet, oldest first; given an owner, theirs. */
  listUnfinished(owner?: string): Promise<Generation[]>
  /** Each holder of leases on unfinished generations, once, whether or not these have run out. In no order. */
  listLeaseHolders(): Promise<LeaseHolder[]>
  /**
   * The unfinished ones, oldest first, without a lease, with one that ends at `now` or before, or with one of a holder who is
   * `gone`; of the holder `own`, all but those of these ids.
   */
  listUnheld(asked: {
    now: number
    gone: readonly string[]
    own: { owner: string; except: readonly string[] }
  }): Promise<Generation[]>
  /**
   * The oldest that are `recorded` and wait in other processes than `except`, which have heard them and hold them at `now`;
   * those that were recorded by `until`.
   */
  listWaiting(asked: { now: number; until: number; except: string; limit: number }): Promise<Generation[]>
  /** Those of these that there are, in no order. */
  findAll(ids: readonly string[]): Promise<Generation[]>
  /** Has those of these that are unfinished and this owner's held until then; answers whether there were any. */
  renewLeases(ids: readonly string[], lease: Lease): Promise<boolean>
  /** An owner's delivered generations, newest first (createdAt, then id, descending). */
  listDelivered(
    owner: string,
    page: HistorySelection & HistoryPart & { limit: number },
  ): Promise<Generation[]>
  /** Counts what `listDelivered` would list, however much there is: among the newest `most`, or the newest `most` favourites. */
  countDelivered(
    owner: string,
    selection: HistorySelection & { after?: HistoryPosition; most: number },
  ): Promise<HistoryCount>
  /** An owner's delivered generations that came of a picture of this one (`findParent`), newest first. */
  listChildren(id: string, owner: string, limit: number): Promise<Generation[]>
  /** Removes a delivered generation of that owner. False when there is none. */
  remove(id: string, owner: string): Promise<boolean>
  /**
   * Takes a picture out of a delivered generation of that owner, which has others; answers with it as it is then.
   * Undefined, and nothing written, where it has no such picture, or only that one.
   */
  removePicture(id: string, owner: string, key: string): Promise<Generation | undefined>
  /** How many delivered generations show the pictures of this one, or that one of them: itself, if still there, and its repeats. */
  countShowing(id: string, key?: string): Promise<number>
}
