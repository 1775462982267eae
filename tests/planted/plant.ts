/** A bug to be planted: one place in one file, and what must turn red. */

export interface Plant {
  /** What is wrong then. */
  bug: string
  file: string
  /** Occurs in the file exactly once. */
  search: string
  replace: string
  /** Test files, or so many crash schedules on SQLite. */
  caughtBy: readonly string[] | number
}
