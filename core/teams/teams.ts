/** Teams: servers and workspaces, who belongs to them, and what their admins have settled. */
import type { Place } from '#core/chat.ts'
import type { Clock, CreateId } from '#core/clock.ts'
import { changeRecord } from '#core/records/change-record.ts'
import type { RecordStore } from '#core/records/record-store.ts'
import { type Blocked, type BlockingPorts, block, isBlocked, unblock } from './blocks.ts'
import { type ChangeKind, listChanges, noteChange, type TeamChange } from './changes.ts'
import { findGallery } from './find-gallery.ts'
import { findTeamId } from './find-team-id.ts'
import { createGreetings, type Greetings } from './greetings.ts'
import {
  changeMember,
  findMember,
  isKnownIn,
  listMembers,
  type Member,
  type Role,
  removeMember,
  seeMember,
  unmark,
} from './members.ts'
import { nameChannel, openSettings, type Settings } from './settings.ts'
import { nameTeam, type TeamName } from './team-name.ts'
import type { TellIn, TellTeam } from './team-notes.ts'
import { createTies, type Ties } from './ties.ts'
import { createTitles, type Titles } from './titles.ts'

/** Who is meant, as far as the platform and the accounts tell. */
export interface Somebody extends Blocked {
  /** For display only. */
  name: string
}

/** `by` is the account of the admin who does it: whether they may is the caller's to ask before. */
export interface Teams extends Titles, Greetings, Settings {
  /** The channel where shared pictures are posted, if an admin has chosen one. */
  findGallery(team: TeamName): Promise<string | undefined>
  /** `by`: whoever chose it, where they have an account. */
  setGallery(team: TeamName, channel: string, by?: string): Promise<void>
  /** All that is tied into one team with it, itself first. */
  listPlaces(team: TeamName): Promise<TeamName[]>
  /** The galleries of those. */
  listGalleries(team: TeamName): Promise<Place[]>
  /** Forgets a server or workspace that the bot has left; its wallet, and who is whom in the team, stay. */
  removeTeam(team: TeamName): Promise<void>
  /** Forgets every one whose id begins so. */
  removeTeams(teams: { platform: TeamName['platform']; prefix: string }): Promise<void>
  /** The id of the team that it is, or is tied into. */
  findId(team: TeamName): Promise<string>
  findMember(team: string, account: string): Promise<Member | undefined>
  /** Whether the account was ever seen there: of nobody else is a team told that they have one. */
  isKnownIn(team: string, account: string): Promise<boolean>
  /** By name. */
  listMembers(team: string): Promise<Member[]>
  /** `place`: where; what is shown there is shown to them from then on. */
  seeMember(team: string, member: Pick<Member, 'account' | 'name'>, place?: TeamName): Promise<void>
  setRole(team: string, member: Pick<Member, 'account' | 'name'>, role: Role, by: string): Promise<void>
  /** Undefined for the team's own cap. */
  setMemberCap(
    team: string,
    member: Pick<Member, 'account' | 'name'>,
    cap: number | undefined,
    by: string,
  ): Promise<void>
  removeMember(team: string, account: string, by: string): Promise<void>
  /** In each of its places, whatever is tied or untied later. */
  block(team: string, who: Somebody, by: string): Promise<void>
  unblock(team: string, who: Somebody, by: string): Promise<void>
  /** `places`: also where these blocked them before they were tied. */
  isBlocked(team: string, who: Blocked, places?: readonly TeamName[]): Promise<boolean>
  ties: Ties
  /** Newest first. */
  listChanges(team: string, limit: number): Promise<TeamChange[]>
}

export interface TeamPorts extends Pick<BlockingPorts, 'hash' | 'accounts'> {
  records: RecordStore
  clock: Clock
  createId: CreateId
  tellTeam: TellTeam
  tellIn: TellIn
}

const kind = 'team' as const

export function createTeams(ports: TeamPorts): Teams {
  const { records, clock } = ports
  const note = (
    team: string,
    by: string | undefined,
    what: ChangeKind,
    rest: Pick<TeamChange, 'value' | 'of'> = {},
  ) => noteChange(ports, team, { ...(by !== undefined && { by }), what, ...rest })

  const ties = createTies(ports)
  const findId: Teams['findId'] = (team) => findTeamId(ports, team)

  async function listPlaces(team: TeamName): Promise<TeamName[]> {
    const tied = await ties.list(await findId(team))
    const { platform, id } = team
    return [{ platform, id }, ...tied.filter((each) => nameTeam(each) !== nameTeam(team))]
  }

  /** The team's, and those of its places by themselves. */
  const listIds = async (team: string) => new Set([team, ...(await ties.list(team)).map(nameTeam)])

  return {
    ...createTitles(ports),
    ...createGreetings(ports),
    ...openSettings(ports),
    findGallery: (team) => findGallery(ports, team),
    listPlaces,
    async listGalleries(team) {
      const found: Place[] = []
      for (const { platform, id } of await listPlaces(team)) {
        const channel = await findGallery(ports, { platform, id })
        if (channel !== undefined) found.push({ platform, team: id, channel })
      }
      return found
    },
    async setGallery(team, gallery, by) {
      const record = { kind, key: nameTeam(team) }
      await changeRecord(records, record, clock, (found) => ({
        ...record,
        body: { ...found?.body, gallery },
      }))
      const of = nameChannel({ platform: team.platform, team: team.id, channel: gallery })
      await note(await findId(team), by, 'gallery', { of })
    },
    async removeTeam(team) {
      await records.removeRecord(kind, nameTeam(team))
    },
    async removeTeams({ platform, prefix }) {
      const begin = nameTeam({ platform, id: prefix })
      for (const { key } of await records.listRecordsBy(kind, begin, clock.now())) {
        await records.removeRecord(kind, key)
      }
    },
    findId,
    findMember: (team, account) => findMember(ports, team, account),
    isKnownIn: (team, account) => isKnownIn(ports, team, account),
    listMembers: (team) => listMembers(ports, team),
    seeMember: (team, member, place) => seeMember(ports, team, member, place),
    async setRole(team, member, role, by) {
      await changeMember(ports, team, member, { role })
      await note(team, by, 'role', { value: role, of: member.account })
    },
    async setMemberCap(team, member, cap, by) {
      await changeMember(ports, team, member, { cap })
      await note(team, by, 'member-cap', { value: cap ?? null, of: member.account })
    },
    async removeMember(team, account, by) {
      await removeMember(ports, team, account, await ties.list(team))
      await note(team, by, 'removed', { of: account })
    },
    async block(team, who, by) {
      for (const id of await listIds(team)) await block(ports, id, who)
      const known = await listKnown(ports, team, who)
      for (const account of known) {
        await changeMember(ports, team, { account, name: who.name }, { blocked: true, role: undefined })
      }
      await note(team, by, 'blocked', name(known))
    },
    async unblock(team, who, by) {
      for (const id of await listIds(team)) await unblock(ports, id, who)
      await unmark(ports, team, (accounts) => isBlocked(ports, team, { accounts }))
      await note(team, by, 'unblocked', name(await listKnown(ports, team, who)))
    },
    ties,
    isBlocked: (team, who, places) => isBlocked(ports, team, who, places),
    listChanges: (team, limit) => listChanges(ports, team, limit),
  }
}

/** Who was never seen there is not told of, whether or not they have an account. */
async function listKnown(ports: TeamPorts, team: string, { accounts }: Blocked): Promise<string[]> {
  const known = await Promise.all(accounts.map((account) => isKnownIn(ports, team, account)))
  return accounts.filter((_, index) => known[index])
}

const name = ([of]: readonly string[]) => (of === undefined ? {} : { of })
