/** Who is among the people of a server or workspace: to nobody else is anything shown that was shown there. */
import type { ChatUser } from '#core/chat.ts'
import { type Blocked, type BlockPorts, isBlocked } from './blocks.ts'
import { listSeenIn } from './members.ts'
import { nameTeam, readTeamName, type TeamName } from './team-name.ts'
import type { Teams } from './teams.ts'

export interface Audience {
  /**
   * Whether the account was seen in one of these, or in what is tied into one team with it or belongs to the same
   * organisation, and is not blocked there by any name of theirs.
   */
  belongs(account: string, places: readonly TeamName[]): Promise<boolean>
  /** As `Teams.isBlocked` answers, also for accounts that were taken over. */
  isBlocked(team: string, who: Blocked, places?: readonly TeamName[]): Promise<boolean>
  /** The same for an account, by any name of theirs. */
  isKeptOut(team: string, account: string, places: readonly TeamName[]): Promise<boolean>
}

export interface AudiencePorts extends BlockPorts {
  teams: Pick<Teams, 'findId'>
  /** The accounts that this one took over. */
  listTakenOver(account: string): Promise<string[]>
  accounts: { listIdentities(account: string): Promise<Pick<ChatUser, 'platform' | 'user'>[]> }
}

export function createAudience(ports: AudiencePorts): Audience {
  const { teams, listTakenOver, accounts } = ports

  const isBlockedAs: Audience['isBlocked'] = async (team, { user, accounts }, places) => {
    const takenOver = await Promise.all(accounts.map(listTakenOver))
    const who = { accounts: [...accounts, ...takenOver.flat()] }
    return await isBlocked(ports, team, user ? { ...who, user } : who, places)
  }

  const isKeptOut: Audience['isKeptOut'] = async (team, account, places) => {
    for (const user of await accounts.listIdentities(account)) {
      if (await isBlockedAs(team, { user, accounts: [] }, places)) return true
    }
    return await isBlockedAs(team, { accounts: [account] }, places)
  }

  return {
    isBlocked: isBlockedAs,
    isKeptOut,
    async belongs(account, places) {
      const seenIn = await listSeenIn(ports, account)
      if (seenIn.length === 0) return false
      const known = new Set(await Promise.all(seenIn.map((each) => teams.findId(readTeamName(each)))))
      for (const place of places) {
        const team = await teams.findId(place)
        const isAmong = known.has(team) || seenIn.some((each) => isSameOrganisation(each, nameTeam(place)))
        if (isAmong && !(await isKeptOut(team, account, [place]))) return true
      }
      return false
    },
  }
}

/** Their workspaces have channels in common, and what is pressed there may name either. */
function isSameOrganisation(one: string, other: string): boolean {
  const [, organisation] = /^([^:]+:[^:]+):./.exec(one) ?? []
  return organisation !== undefined && other.startsWith(`${organisation}:`)
}
