/** The port through which generations are kept. */
import type { Generation, Status } from './generation.ts'

/** What became of an attempt to record a new generation. */
export type Creation =
  | { outcome: 'created'; generation: Generation }
  /** The same call was recorded before. */
  | { outcome: 'same-call'; generation: Generation }
  /** The same account has an unfinished generation of the same model and spec. */
  | { outcome: 'same-spec'; generation: Generation }
  /** All of the account's slots are taken. */
  | { outcome: 'full' }

/** A change of some fields; `undefined` removes the field. */
export type GenerationChange = {
  [Field in keyof Omit<Generation, 'id' | 'account' | 'call' | 'createdAt' | 'slot'>]?:
    | Generation[Field]
    | undefined
}

/** A place in an account's history, newest first: the next page starts after it. */
export interface HistoryPosition {
  createdAt: number
  id: string
}

/** Every write is one atomic, durable step. */
export interface GenerationStore {
  /**
   * Records a generation in the account's lowest free slot below `slots`. At most one generation exists per
   * call, at most one unfinished one per (account, cacheKey), and at most `slots` unfinished ones per account,
   * also when many are created at once. A generation that is created in an end status (a free repeat) takes
   * no slot and may share its cacheKey.
   */
  create(generation: Omit<Generation, 'slot'>, slots: number): Promise<Creation>
  /** By cacheKey: the account's newest delivered generation, which may itself be a repeat. */
  find(
    by: { id: string } | { call: string } | { account: string; cacheKey: string },
  ): Promise<Generation | undefined>
  /**
   * Changes one generation if it still has one of these statuses and, where given, this lease owner; answers
   * with it as changed. Undefined, and nothing written, otherwise, also when the change is to a place that another
   * unfinished generation of the account has. A change into an end status frees slot and place and removes the lease.
   */
  change(
    id: string,
    guard: { status: readonly Status[]; owner?: string },
    change: GenerationChange,
  ): Promise<Generation | undefined>
  /** All that have no end yet, oldest first; given an account, its own. */
  listUnfinished(account?: string): Promise<Generation[]>
  /** An account's delivered generations, newest first (createdAt, then id, descending); `words` must all occur in the prompt, in any case. */
  listDelivered(
    account: string,
    page: { words?: readonly string[]; after?: HistoryPosition; limit: number },
  ): Promise<Generation[]>
  /** Removes a delivered generation of that account. False when there is none. */
  remove(id: string, account: string): Promise<boolean>
  /** How many delivered generations show the pictures of this one: itself, if still there, and its repeats. */
  countShowing(id: string): Promise<number>
}
