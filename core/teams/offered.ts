/** What the edges need to know of teams. */
export type { Pass, Standing, TeamAccess } from './access.ts'
export type { Blocked } from './blocks.ts'
export type { CapRequest } from './cap-request.ts'
export type { Answered, AskOutcome } from './cap-requests.ts'
export type { TeamChange } from './changes.ts'
export type { Member, Role } from './members.ts'
export {
  isTimeZone,
  mostChannels,
  nameChannel,
  type Payer,
  readChannelName,
  type TeamSettings,
} from './settings.ts'
export { nameTeam, readTeamName, type TeamName } from './team-name.ts'
export type { TieSide, TieStep } from './ties.ts'
