/** What the edges need to know of reports. */
export type { ChannelSpent, MemberSpent, OwnMonth, TeamMonth } from './reports.ts'
export { type Drawn, isMonth } from './spends.ts'
