/** Tells teams of each month once it is over: their admins what it came to, and everybody what was voted for most. */
import type { Clock } from '#core/clock.ts'
import type { LedgerStore } from '#core/credits/ledger-store.ts'
import { findMonth, findMonthBefore } from '#core/credits/month.ts'
import { payerOfTeam, walletOf } from '#core/credits/wallet.ts'
import type { FindBestOf } from '#core/history/best-of.ts'
import { type Log, logFailure } from '#core/log.ts'
import type { RecordStore, StoredRecord } from '#core/records/record-store.ts'
import { createRounds, type Rounds } from '#core/records/rounds.ts'
import { findTeamId } from '#core/teams/find-team-id.ts'
import { findSettings } from '#core/teams/settings.ts'
import { nameTeam, readTeamName, type TeamName } from '#core/teams/team-name.ts'
import type { KeptNote, TeamNotes } from '#core/teams/team-notes.ts'

export interface MonthEnds extends Pick<Rounds, 'start' | 'stop'> {
  /** Has each team told of the month before this one, unless it was. Rejects as the store does. */
  run(): Promise<void>
}

export interface MonthEndPorts {
  records: RecordStore
  ledger: Pick<LedgerStore, 'listTotals'>
  findBestOf: FindBestOf
  notes: Pick<TeamNotes, 'tell' | 'skip' | 'isTold'>
  clock: Clock
  log: Log
}

/**
 * So long after its end a month is told of: in the morning, when all that was begun in it has ended, and been given back
 * where it failed. Milliseconds.
 */
const morning = 8 * 60 * 60_000
const repeatEvery = 10 * 60_000
const pageOfRecords = 200
/** Months of teams that are remembered as told. */
const mostTold = 10_000

export function createMonthEnds(ports: MonthEndPorts): MonthEnds {
  const { records, clock, log, notes } = ports
  const told = new Set<string>()

  /** `hasNews`: else there is nothing to tell, for ever. */
  async function tellOnce(
    due: { team: string; name: string; note: KeptNote; gallery?: TeamName },
    hasNews: () => Promise<boolean>,
  ): Promise<void> {
    const { team, name, note, gallery } = due
    const key = `${team}/${name}`
    if (told.has(key)) return
    if (!(await notes.isTold(team, name))) {
      if (!(await hasNews())) await notes.skip(team, name)
      else if (!(await notes.tell(team, name, note, gallery))) return
    }
    if (told.size >= mostTold) told.clear()
    told.add(key)
  }

  async function findMonthOver(team: string): Promise<string> {
    const { timeZone } = await findSettings(ports, team)
    return findMonthBefore(findMonth(clock.now() - morning, timeZone))
  }

  async function tellAdmins({ key: team, body }: StoredRecord): Promise<void> {
    // What is tied into another team has no wallet and no channel of its own for now.
    if (!body.adminsChannel || (await findTeamId(ports, readTeamName(team))) !== team) return
    const month = await findMonthOver(team)
    const due = { team, name: `report/${month}`, note: { kind: 'report', team, month } } as const
    await tellOnce(due, async () => {
      const totals = await ports.ledger.listTotals(walletOf(payerOfTeam(team)), month)
      const isSpent = [...totals.members.values()].some((spent) => spent > 0)
      return isSpent || (await ports.findBestOf(team, month)).shared > 0
    })
  }

  async function tellGallery({ key, body }: StoredRecord): Promise<void> {
    if (body.gallery === undefined) return
    const gallery = readTeamName(key)
    const team = await findTeamId(ports, gallery)
    const month = await findMonthOver(team)
    const note = { kind: 'best-of', team, month } as const
    await tellOnce(
      { team, name: `best-of/${month}/${nameTeam(gallery)}`, note, gallery },
      async () => (await ports.findBestOf(team, month)).best.length > 0,
    )
  }

  /** One that cannot be told keeps no other from it. */
  async function each(kind: 'team-settings' | 'team', tell: (record: StoredRecord) => Promise<void>) {
    let after = ''
    for (let isLast = false; !isLast; ) {
      const page = await records.listRecordsBy(kind, '', clock.now(), { after, limit: pageOfRecords })
      for (const record of page) {
        await tell(record).catch((err) =>
          logFailure(log, err, { team: record.key }, 'A team is told of its month later'),
        )
      }
      after = page.at(-1)?.key ?? ''
      isLast = page.length < pageOfRecords
    }
  }

  async function run(): Promise<void> {
    await each('team-settings', tellAdmins)
    await each('team', tellGallery)
  }

  const failure = 'Looking for teams whose month is over failed'
  return { run, ...createRounds({ round: run, every: repeatEvery, failure, clock, log }) }
}
