/** Who may see a team where no platform can say who its people and its admins are: on the web. */
import type { ChatUser } from '#core/chat.ts'
import type { Clock } from '#core/clock.ts'
import type { RecordStore } from '#core/records/record-store.ts'
import type { Audience } from './audience.ts'
import { isChangedSince } from './changes.ts'
import { listSeenIn, listTeamsOf, type Role } from './members.ts'
import { readTeamName, type TeamName } from './team-name.ts'
import type { Teams } from './teams.ts'

/** What an account is in a team. */
export interface Standing {
  /** The team's id. */
  team: string
  role: Role
  /** Its servers and workspaces in which the account was seen. */
  places: readonly TeamName[]
}

/** Goes along in the address of a team's page, for one account alone. */
export interface Pass {
  /** Milliseconds since 1970. */
  until: number
  seal: string
}

/** Everything is looked up anew each time: what an admin takes back is gone with the next page. */
export interface TeamAccess {
  /** The teams it was seen in, on platforms that it is still linked to, but for those that have blocked it. */
  list(account: string): Promise<Standing[]>
  /** Undefined for all but those. */
  find(account: string, team: string): Promise<Standing | undefined>
  /**
   * For somebody who is an admin by the platform's own permissions, which can be asked about in a call alone: it stands for these
   * for an hour.
   */
  issuePass(account: string, team: string): Promise<Pass>
  /**
   * Whether the account may see what admins see: by its role or, as long as the account is among the team's people and no admin has
   * changed what it is there, by a pass. `lapsed`: by one that was its own, until it ended.
   */
  mayManage(account: string, team: string, pass?: Pass): Promise<'yes' | 'no' | 'lapsed'>
}

export interface AccessPorts {
  records: RecordStore
  clock: Pick<Clock, 'now'>
  seals: {
    seal(purpose: string, ...parts: readonly string[]): Promise<string>
    isSealed(seal: string, purpose: string, ...parts: readonly string[]): Promise<boolean>
  }
  teams: Pick<Teams, 'findId'>
  audience: Pick<Audience, 'isKeptOut'>
  accounts: { listIdentities(account: string): Promise<readonly Pick<ChatUser, 'platform'>[]> }
}

const purpose = 'team-page'
const hour = 60 * 60_000

export function createTeamAccess(ports: AccessPorts): TeamAccess {
  const { clock, seals } = ports
  const find: TeamAccess['find'] = async (account, team) => (await listStandings(ports, account, [team]))[0]

  return {
    find,
    list: (account) => listStandings(ports, account),
    async issuePass(account, team) {
      const until = clock.now() + hour
      return { until, seal: await seals.seal(purpose, account, team, String(until)) }
    },
    async mayManage(account, team, pass) {
      const standing = await find(account, team)
      if (!standing) return 'no'
      if (standing.role !== 'member') return 'yes'
      if (!pass) return 'no'
      const { until, seal } = pass
      if (!(await seals.isSealed(seal, purpose, account, team, String(until)))) return 'no'
      if (until <= clock.now()) return 'lapsed'
      return (await isChangedSince(ports, team, account, until - hour)) ? 'no' : 'yes'
    },
  }
}

/**
 * By team: after two were tied, or untied, each is of the team that it is of now. Where an account is tied to nobody on a platform
 * any more, nobody there could keep it out by whom they know.
 */
async function findPlaces(ports: AccessPorts, account: string): Promise<Map<string, TeamName[]>> {
  const [seenIn, identities] = await Promise.all([
    listSeenIn(ports, account),
    ports.accounts.listIdentities(account),
  ])
  const tiedTo = new Set(identities.map(({ platform }) => platform))
  const places = [...new Set(seenIn)].map(readTeamName).filter(({ platform }) => tiedTo.has(platform))
  const found = await Promise.all(
    places.map(async (place) => ({ place, team: await ports.teams.findId(place) })),
  )
  const teams = new Map<string, TeamName[]>()
  for (const { place, team } of found) teams.set(team, [...(teams.get(team) ?? []), place])
  return teams
}

/** In all of its teams where none are named; read once, however many these are. */
async function listStandings(
  ports: AccessPorts,
  account: string,
  named?: readonly string[],
): Promise<Standing[]> {
  const [seenIn, known] = await Promise.all([findPlaces(ports, account), listTeamsOf(ports, account)])
  const roles = new Map(known.map(({ team, role }) => [team, role]))
  const standings = (named ?? [...seenIn.keys()].toSorted()).map(async (team) => {
    const places = seenIn.get(team)
    if (!places || (await ports.audience.isKeptOut(team, account, places))) return []
    return [{ team, role: roles.get(team) ?? 'member', places }]
  })
  return (await Promise.all(standings)).flat()
}
