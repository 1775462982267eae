/** What the core offers of history by its type. */
export type { BestOf, Voted } from './best-of.ts'
export type { HistoryFilter } from './cursor.ts'
export type { Exhibit, Exhibits } from './gallery.ts'
export type { HistoryPlace } from './history.ts'
export type { Posted } from './posting.ts'
export type { Vote } from './votes.ts'
