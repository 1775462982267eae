/** The port through which all generations of an owner are seen, handed over and removed, whatever became of them. */
import type { Generation } from './generation.ts'

/** Each generation is changed in one durable step; a call that was cut off can be made again. */
export interface OwnedGenerations {
  /** In every status, by id, ascending; `after` is exclusive. */
  list(owner: string, page: { after?: string; limit: number }): Promise<Generation[]>
  /** Hands over those that have ended; unfinished ones stay. */
  move(from: string, to: string): Promise<void>
  /** Removes those of these ids that have ended; others stay. Hosted pictures are the caller's to remove before. */
  remove(owner: string, ids: readonly string[]): Promise<void>
}
