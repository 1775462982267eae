/** How many crash schedules are played on each store, and when. */
export const scheduleCounts = {
  /** With every change. */
  few: { SQLite: 25, MongoDB: 3 },
  /** In the proofs. */
  many: { SQLite: 700, MongoDB: 50 },
  /** By a run of its own, which must hit every surveyed point often enough. */
  all: { SQLite: 10_000, MongoDB: 2_000 },
} as const
