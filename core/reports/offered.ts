/** What the edges need to know of reports. */
export type { ChannelSpent, MemberMonth, MemberSpent, OwnMonth, TeamMonth } from './reports.ts'
export { type Drawn, findMonthBefore, isMonth } from './spends.ts'
