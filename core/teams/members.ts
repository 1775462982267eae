/** Who belongs to a team: accounts that were seen in it, and what its admins say of each. */
import type { Clock } from '#core/clock.ts'
import { changeRecord } from '#core/records/change-record.ts'
import type { RecordStore, StoredRecord } from '#core/records/record-store.ts'
import { findTeamId } from './find-team-id.ts'
import { keyOf, nameTeam, readKey, readTeamName, type TeamName } from './team-name.ts'

/** `owner`: answers for the money. `admin`: settles all else too, wherever they chat. */
export type Role = 'owner' | 'admin' | 'member'

export interface Member {
  account: string
  role: Role
  /** Whole credits in a month; the team's where absent. */
  cap?: number
  /** For those who look; whether they are is `isBlocked`'s to say. */
  blocked?: true
  /** As the platform showed them when they were last seen; for display only. */
  name: string
  /** Milliseconds since 1970, to the day. */
  seenAt: number
}

const kind = 'member' as const
const day = 24 * 60 * 60_000
const rank: readonly Role[] = ['member', 'admin', 'owner']

export interface MemberPorts {
  records: RecordStore
  clock: Pick<Clock, 'now'>
}

/** Undefined for who was never seen there. */
export async function findMember(
  { records, clock }: MemberPorts,
  team: string,
  account: string,
): Promise<Member | undefined> {
  return findIn(team, await records.listRecords(kind, account, clock.now()))
}

function findIn(team: string, found: readonly StoredRecord[]): Member | undefined {
  const [member] = read(found.filter(({ key }) => readKey(key).team === team))
  return member
}

/** The teams that an account was seen in, and what it is there. */
export async function listTeamsOf(
  { records, clock }: MemberPorts,
  account: string,
): Promise<{ team: string; role: Role }[]> {
  const found = await records.listRecords(kind, account, clock.now())
  const teams = Map.groupBy(found, ({ key }) => readKey(key).team)
  return [...teams].flatMap(([team, some]) => read(some).map(({ role }) => ({ team, role })))
}

/** By name. */
export async function listMembers({ records, clock }: MemberPorts, team: string): Promise<Member[]> {
  const members = read(await records.listRecordsBy(kind, keyOf(team, ''), clock.now()))
  return members.toSorted((one, other) => one.name.localeCompare(other.name, 'en'))
}

/** Notes that they are there, once a day, and in which server or workspace of the team they ever were. */
export async function seeMember(
  ports: MemberPorts,
  team: string,
  { account, name }: Pick<Member, 'account' | 'name'>,
  place?: TeamName,
): Promise<void> {
  const seenAt = ports.clock.now() - (ports.clock.now() % day)
  const found = await ports.records.listRecords(kind, account, ports.clock.now())
  const known = findIn(team, found)
  const seenIn = place && nameTeam(place)
  const isKnown = seenIn === undefined || found.some(({ body }) => readPlaces(body).includes(seenIn))
  if (known?.seenAt === seenAt && known.name === name && isKnown) return
  await change(ports, team, account, (body) => {
    const places = new Set([...readPlaces(body), ...(seenIn === undefined ? [] : [seenIn])])
    return { ...body, name, seenAt, ...(places.size > 0 && { places: [...places] }) }
  })
}

/** The servers and workspaces in which an account was seen, as `nameTeam` names them. */
export async function listSeenIn({ records, clock }: MemberPorts, account: string): Promise<string[]> {
  return (await records.listRecords(kind, account, clock.now())).flatMap(({ body }) => readPlaces(body))
}

/** Whether an account was ever seen in the team, or in what is tied into it by now. */
export async function isKnownIn(ports: MemberPorts, team: string, account: string): Promise<boolean> {
  if (await findMember(ports, team, account)) return true
  const seenIn = await listSeenIn(ports, account)
  const teams = await Promise.all(seenIn.map((each) => findTeamId(ports, readTeamName(each))))
  return teams.includes(team)
}

const readPlaces = ({ places }: StoredRecord['body']): string[] =>
  Array.isArray(places) ? places.map(String) : []

/** `undefined` takes back what was said of them. */
export async function changeMember(
  ports: MemberPorts,
  team: string,
  { account, name }: Pick<Member, 'account' | 'name'>,
  said: { role?: Role | undefined; cap?: number | undefined; blocked?: true | undefined },
): Promise<void> {
  await change(ports, team, account, (body) => ({ seenAt: 0, name, ...body, ...said }))
}

/** Takes the mark from whoever is not blocked any more by any account of theirs. */
export async function unmark(
  ports: MemberPorts,
  team: string,
  isBlocked: (accounts: readonly string[]) => Promise<boolean>,
): Promise<void> {
  const { records, clock } = ports
  for (const { key, owner = '', body } of await records.listRecordsBy(kind, keyOf(team, ''), clock.now())) {
    const { part: account } = readKey(key)
    if (!body.blocked || (await isBlocked([account, owner]))) continue
    await change(ports, team, account, ({ blocked: _, ...rest }) => rest)
  }
}

/** What a merged account brought along ends with it too, and that they were seen in what is tied into the team. */
export async function removeMember(
  { records, clock }: MemberPorts,
  team: string,
  account: string,
  tied: readonly TeamName[] = [],
): Promise<void> {
  const teams = [team, ...tied.map(nameTeam)]
  for (const { key, body } of await records.listRecords(kind, account, clock.now())) {
    const isOfTeam =
      teams.includes(readKey(key).team) || readPlaces(body).some((each) => teams.includes(each))
    if (isOfTeam) await records.removeRecord(kind, key)
  }
}

async function change(
  { records, clock }: MemberPorts,
  team: string,
  account: string,
  make: (body: StoredRecord['body']) => StoredRecord['body'],
): Promise<void> {
  const key = keyOf(team, account)
  await changeRecord(records, { kind, key }, clock, (found) => ({
    ...{ kind, key, owner: found?.owner ?? account },
    body: make(found?.body ?? {}),
  }))
}

/** Each account once: after a merge there are two of one, of whose roles the higher counts, and of whose caps the lower. */
function read(records: readonly StoredRecord[]): Member[] {
  const members = new Map<string, Member>()
  for (const { owner = '', body } of records) {
    const { role = 'member', name = '', seenAt = 0, cap, blocked } = body as Partial<Member>
    const known = members.get(owner)
    const caps = [known?.cap, cap].filter((each) => each !== undefined)
    members.set(owner, {
      account: owner,
      role: known && rank.indexOf(known.role) > rank.indexOf(role) ? known.role : role,
      ...(caps.length > 0 && { cap: Math.min(...caps) }),
      ...((blocked || known?.blocked) && { blocked: true as const }),
      ...(known && known.seenAt > seenAt ? { name: known.name, seenAt: known.seenAt } : { name, seenAt }),
    })
  }
  return [...members.values()]
}
