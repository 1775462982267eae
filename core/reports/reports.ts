/** What was spent in a month: of a team's wallet by its members and in its channels, and by an account of its own. */
import type { Clock } from '#core/clock.ts'
import type { LedgerStore } from '#core/credits/ledger-store.ts'
import { findMonth } from '#core/credits/month.ts'
import { payerOfTeam, walletOf } from '#core/credits/wallet.ts'
import type { RecordStore } from '#core/records/record-store.ts'
import { findMember, listMembers, listTeamsOf } from '#core/teams/members.ts'
import { findRaise, listRaises } from '#core/teams/raises.ts'
import { findSettings } from '#core/teams/settings.ts'
import { type DayMonth, findDays } from './days.ts'
import { type Drawn, findDrawn, listSpends, type SpendPorts, sumDrawn } from './spends.ts'

/** Whole credits, less what was given back. */
export interface MemberSpent {
  account: string
  /** As the team knows them; absent of who is no member any more. */
  name?: string
  spent: number
  /** Theirs, or the team's for each member, with what was added to it for that month, as far as that is kept. */
  cap?: number
}

/** With what it went for, as far as `drawn` of the team's month tells. */
export interface MemberMonth extends MemberSpent {
  drawn: readonly Drawn[]
}

export interface ChannelSpent {
  /** As `nameChannel` names it. */
  channel: string
  spent: number
  cap?: number
}

/** Of a team's wallet, in a month by the team's clock. */
export interface TeamMonth {
  /** Such as `2026-11`. */
  month: string
  /** Of now. */
  balance: number
  spent: number
  /** Also who has spent nothing; those who spent most first. */
  members: readonly MemberMonth[]
  channels: readonly ChannelSpent[]
  drawn: readonly Drawn[]
  /** Whether `drawn` is of all that was spent, or of the newest. */
  isWhole: boolean
}

/** Of an account's own wallet, in a month by UTC. */
export interface OwnMonth {
  month: string
  balance: number
  spent: number
  drawn: readonly Drawn[]
  isWhole: boolean
  /** What teams have paid for them besides. */
  ofTeams: number
}

/** `month`: the present one where none is given. Whether the caller may see it is to be asked before. */
export interface Reports {
  findTeamMonth(team: string, month?: string): Promise<TeamMonth>
  /** One member's line of it. */
  findMemberMonth(team: string, account: string, month?: string): Promise<MemberSpent & { month: string }>
  findOwnMonth(account: string, month?: string): Promise<OwnMonth>
  /** By the clock of a time zone; UTC where none is named. */
  findDays(account: string, month?: string, timeZone?: string): Promise<DayMonth>
}

export interface ReportPorts extends SpendPorts {
  ledger: LedgerStore
  records: RecordStore
  clock: Pick<Clock, 'now'>
  /** Of accounts that were taken over. */
  aliases: {
    /** The account that has this one's wallet now, or itself; undefined when it is gone. */
    resolve(account: string): Promise<string | undefined>
    /** The accounts that this one took over. */
    list(account: string): Promise<string[]>
  }
}

export function createReports(ports: ReportPorts): Reports {
  return {
    findTeamMonth: (team, month) => findTeamMonth(ports, team, month),
    findMemberMonth: (team, account, month) => findMemberMonth(ports, team, account, month),
    findOwnMonth: (account, month) => findOwnMonth(ports, account, month),
    findDays: (account, month, timeZone) => findDays(ports, account, month, timeZone),
  }
}

async function findTeamMonth(ports: ReportPorts, team: string, given?: string): Promise<TeamMonth> {
  const { ledger, clock } = ports
  const settings = await findSettings(ports, team)
  const month = given ?? findMonth(clock.now(), settings.timeZone)
  const wallet = walletOf(payerOfTeam(team))
  const [last, totals, found] = await Promise.all([
    ledger.findLast(wallet),
    ledger.listTotals(wallet, month),
    listSpends(ports, wallet, month, ({ budget }) => budget?.month === month),
  ])
  const raises = await listRaises(ports, team, month)
  const channels = [...totals.channels].map(([channel, spent]) => ({
    ...{ channel, spent },
    ...ifCapped(
      settings.channels[channel]?.cap ?? settings.channelCap,
      sumRaises(raises, 'channel').get(channel),
    ),
  }))
  const drawn = await findDrawn(ports, found.spends)
  return {
    month,
    balance: last?.balance ?? 0,
    spent: [...totals.members.values()].reduce((sum, spent) => sum + spent, 0),
    members: await listSpenders(ports, {
      ...{ team, cap: settings.memberCap, drawn },
      ...{ totals: totals.members, raises: sumRaises(raises, 'member') },
    }),
    channels: channels.toSorted(bySpent),
    drawn: sumDrawn(drawn, { byQuality: false }),
    isWhole: found.isWhole,
  }
}

/** What accounts spent that one took over is that one's. */
async function listSpenders(
  ports: ReportPorts,
  of: {
    team: string
    cap: number | undefined
    raises: ReadonlyMap<string, number>
    totals: ReadonlyMap<string, number>
    drawn: Awaited<ReturnType<typeof findDrawn>>
  },
): Promise<MemberMonth[]> {
  const members = await listMembers(ports, of.team)
  const names = new Map(members.map((member) => [member.account, member]))
  const spent = new Map(members.map(({ account }) => [account, 0]))
  const current = new Map<string, string>()
  for (const account of new Set([...of.totals.keys(), ...of.raises.keys()])) {
    const now = names.has(account) ? account : ((await ports.aliases.resolve(account)) ?? account)
    current.set(account, now)
  }
  for (const [account, sum] of of.totals) addTo(spent, current.get(account) ?? account, sum)
  const raised = new Map<string, number>()
  for (const [account, sum] of of.raises) addTo(raised, current.get(account) ?? account, sum)
  const drawn = Map.groupBy(of.drawn, ({ spend: { member = '' } }) => current.get(member) ?? member)
  return [...spent]
    .map(([account, sum]) => {
      const member = names.get(account)
      const own = { account, spent: sum, ...(member && { name: member.name }) }
      const ways = sumDrawn(drawn.get(account) ?? [], { byQuality: false })
      return { ...own, ...ifCapped(member?.cap ?? of.cap, raised.get(account)), drawn: ways }
    })
    .toSorted(bySpent)
}

async function findMemberMonth(ports: ReportPorts, team: string, account: string, given?: string) {
  const [settings, member] = await Promise.all([findSettings(ports, team), findMember(ports, team, account)])
  const month = given ?? findMonth(ports.clock.now(), settings.timeZone)
  const all = [account, ...(await ports.aliases.list(account))]
  const spent = await findSpent(ports, team, account, month)
  const raises = await Promise.all(all.map((name) => findRaise(ports, team, { month, cap: 'member', name })))
  const raised = raises.reduce((sum, each) => sum + each, 0)
  const named = { account, ...(member && { name: member.name }), month, spent }
  return { ...named, ...ifCapped(member?.cap ?? settings.memberCap, raised) }
}

async function findSpent(
  { ledger, aliases }: ReportPorts,
  team: string,
  account: string,
  month: string,
): Promise<number> {
  const all = [account, ...(await aliases.list(account))]
  const wallet = walletOf(payerOfTeam(team))
  const spent = await Promise.all(all.map((member) => ledger.findSpent(wallet, { month, member })))
  return spent.reduce((sum, each) => sum + each, 0)
}

async function findOwnMonth(ports: ReportPorts, account: string, given?: string): Promise<OwnMonth> {
  const { ledger, clock } = ports
  const month = given ?? findMonth(clock.now(), 'UTC')
  const wallet = walletOf(account)
  const [last, found, teams] = await Promise.all([
    ledger.findLast(wallet),
    listSpends(ports, wallet, month, ({ at }) => findMonth(at, 'UTC') === month),
    listTeamsOf(ports, account),
  ])
  const ofTeams = await Promise.all(teams.map(({ team }) => findSpent(ports, team, account, month)))
  return {
    month,
    balance: last?.balance ?? 0,
    spent: found.spends.reduce((sum, { credits }) => sum + credits, 0),
    drawn: sumDrawn(await findDrawn(ports, found.spends), { byQuality: true }),
    isWhole: found.isWhole,
    ofTeams: ofTeams.reduce((sum, each) => sum + each, 0),
  }
}

const bySpent = (one: { spent: number }, other: { spent: number }) => other.spent - one.spent
/** `raised`: what was added to it for that month. */
const ifCapped = (cap: number | undefined, raised = 0) => (cap === undefined ? {} : { cap: cap + raised })

const addTo = (sums: Map<string, number>, name: string, more: number) =>
  void sums.set(name, (sums.get(name) ?? 0) + more)

function sumRaises(raises: Awaited<ReturnType<typeof listRaises>>, of: 'member' | 'channel') {
  return new Map(raises.flatMap(({ cap, name, credits }) => (cap === of ? [[name, credits] as const] : [])))
}
