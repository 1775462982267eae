/** What the edges need to know of reports. */
export { findMonth, findMonthAfter, findMonthBefore } from '#core/credits/month.ts'
export type { Day, DayMonth } from './days.ts'
export type { ChannelSpent, MemberMonth, MemberSpent, OwnMonth, TeamMonth } from './reports.ts'
export { type Drawn, isMonth } from './spends.ts'
