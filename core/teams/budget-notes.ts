/** Tells a team's admins when most of a budget is spent, and when all of it is: of a member, of a channel, of the wallet. */
import type { Clock } from '#core/clock.ts'
import type { Ledger } from '#core/credits/ledger.ts'
import type { Entry, LedgerStore } from '#core/credits/ledger-store.ts'
import { payerOfTeam, teamOf, walletOf } from '#core/credits/wallet.ts'
import { type Log, logFailure } from '#core/log.ts'
import type { BudgetNote } from '#core/outbound.ts'
import type { RecordStore } from '#core/records/record-store.ts'
import { readChannelName } from './settings.ts'
import { keyOf } from './team-name.ts'
import type { KeptNote, TeamNotes } from './team-notes.ts'
import { createFindHigh } from './wallet-high.ts'

/**
 * Each level of a cap is told of once in a month, and again of one that was changed; of the wallet, once for the credits that
 * last came, whatever is given back and spent anew. Nothing is told where there is no channel for it.
 */
export interface BudgetNotes {
  /** Looks at each spend that this ledger takes, afterwards: nobody waits for it, and it fails nobody's order. */
  watch(ledger: Ledger): Ledger
  /** Looks at what was spent lately: whoever took it may have died before it was kept what is to be told of it. */
  start(): void
  /** Resolves when all is told that was spent until now. */
  settle(): Promise<void>
  /** The same, without going on looking back. */
  stop(): Promise<void>
}

export interface BudgetNotePorts {
  records: RecordStore
  entries: Pick<LedgerStore, 'list' | 'findSpent'>
  clock: Pick<Clock, 'now'>
  notes: Pick<TeamNotes, 'tell' | 'skip'>
  log: Log
  /** The accounts that this one took over. */
  listTakenOver(account: string): Promise<string[]>
}

interface Budget {
  /** Names it among the team's, with the time that it is told of for. */
  name: string
  of: (KeptNote & { kind: 'budget' })['of']
  spent: number
  limit: number
}

const kind = 'budget-note' as const
/** In per cent. */
const most = 80
const all = 100
/** Notes that are remembered, so that nothing is read for what was told. */
const mostTold = 10_000
/** So much of a wallet's last day is looked at after a start. */
const mostLately = 100
const lately = 24 * 60 * 60_000
const pageOfTeams = 200

export function createBudgetNotes(ports: BudgetNotePorts): BudgetNotes {
  const { notes, log } = ports
  const findHigh = createFindHigh(ports.entries)
  const told = new Set<string>()
  const underWay = new Set<Promise<void>>()
  let isStopped = false

  /** `isLast`: what the wallet has is as after this spend. */
  async function tellOfBudget(entry: Entry, isLast = true): Promise<void> {
    const team = teamOf(entry.wallet)
    if (entry.kind !== 'spend' || team === undefined || !entry.budget) return
    const { month } = entry.budget
    const { high, came } = await findHigh(entry, (all - most) / all)
    const name = came === undefined ? `${month}/wallet` : `wallet:${came}`
    const wallet: Budget = { name, of: {}, spent: high - entry.balance, limit: high }
    for (const budget of [...(await listCapped(ports, entry)), ...(isLast ? [wallet] : [])]) {
      const level = findLevel(budget)
      if (level !== undefined) await tell(team, month, budget, level)
    }
  }

  async function tell(team: string, month: string, budget: Budget, level: BudgetNote['level']) {
    const nameNote = (at: number) => `${budget.name}/${at}`
    const name = nameNote(level)
    const key = keyOf(team, name)
    // Who has chosen no channel yet is told once they have.
    if (told.has(key) || (await wasTold(ports, key))) return
    const { of, spent, limit } = budget
    if (!(await notes.tell(team, name, { kind: 'budget', level, month, of, spent, limit }))) return
    // That most of it is spent is no news after all of it was.
    if (level === all) await notes.skip(team, nameNote(most))
    if (told.size >= mostTold) told.clear()
    told.add(key)
  }

  /** Of each member and each channel the last of their spends tells all. */
  async function lookBack(team: string): Promise<void> {
    const wallet = walletOf(payerOfTeam(team))
    const entries = await ports.entries.list(wallet, { limit: mostLately })
    const seen = new Set<string>()
    for (const [at, entry] of entries.entries()) {
      const { kind, budget } = entry
      if (kind !== 'spend' || !budget || entry.at < ports.clock.now() - lately) continue
      const names = [budget.member, budget.channel ?? '']
      if (names.every((name) => seen.has(name))) continue
      for (const name of names) seen.add(name)
      await tellOfBudget(entry, at === 0)
    }
  }

  async function lookBackAtAll(): Promise<void> {
    let after = ''
    for (let isLast = false; !isLast; ) {
      const page = { after, limit: pageOfTeams }
      const found = await ports.records.listRecordsBy('team-settings', '', ports.clock.now(), page)
      for (const { key, body } of found) if (body.adminsChannel) await lookBack(key)
      after = found.at(-1)?.key ?? ''
      isLast = found.length < pageOfTeams || isStopped
    }
  }

  function begin(work: Promise<void>, fields: object): void {
    const telling = work.catch((error) =>
      logFailure(log, error, fields, 'It could not be told how much of a budget is spent'),
    )
    underWay.add(telling)
    void telling.finally(() => underWay.delete(telling))
  }

  const settle = async () => void (await Promise.all(underWay))

  return {
    watch: (ledger) => ({
      ...ledger,
      async append(...given) {
        const entry = await ledger.append(...given)
        if (entry.budget) begin(tellOfBudget(entry), { wallet: entry.wallet })
        return entry
      },
    }),
    start: () => begin(lookBackAtAll(), {}),
    settle,
    async stop() {
      isStopped = true
      await settle()
    },
  }
}

/** As it was noted before there was one way to tell teams of anything. */
const wasTold = async ({ records, clock }: BudgetNotePorts, key: string) =>
  (await records.findRecord(kind, key, clock.now())) !== undefined

function findLevel({ spent, limit }: Budget): BudgetNote['level'] | undefined {
  if (limit <= 0) return undefined
  if (spent >= limit) return all
  return spent * all >= limit * most ? most : undefined
}

/** Those that have a cap. */
async function listCapped(ports: BudgetNotePorts, { wallet, budget }: Entry) {
  const found: Budget[] = []
  if (!budget) return found
  const { caps = {}, member, memberSpent, channel, channelSpent = 0, month } = budget
  if (caps.member !== undefined) {
    const others = await ports.listTakenOver(member)
    const sums = others.map((each) => ports.entries.findSpent(wallet, { month, member: each }))
    const spent = (await Promise.all(sums)).reduce((sum, each) => sum + each, memberSpent)
    found.push({
      name: `${month}/member:${member}:${caps.member}`,
      of: { account: member },
      spent,
      limit: caps.member,
    })
  }
  if (caps.channel !== undefined && channel !== undefined) {
    const of = { channel: readChannelName(channel) }
    const name = `${month}/channel:${channel}:${caps.channel}`
    found.push({ name, of, spent: channelSpent, limit: caps.channel })
  }
  return found
}
