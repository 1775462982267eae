/** Tells people when a spend has left them few credits: once for what they had, in chat, beside whatever they spent it on. */
import type { Clock } from '#core/clock.ts'
import type { Ledger } from '#core/credits/ledger.ts'
import type { Entry, LedgerStore } from '#core/credits/ledger-store.ts'
import { accountOf, walletOf } from '#core/credits/wallet.ts'
import type { Prices } from '#core/images/charging/prices.ts'
import { type Log, logFailure } from '#core/log.ts'
import type { Outbound } from '#core/outbound.ts'
import { createRunAlone, type LeasePorts } from '#core/records/lease.ts'
import { doEach, type Job } from './job.ts'

/**
 * Few are less than three usual pictures cost. Who was told is told again only when credits came since, or after a day: what is
 * given back and spent anew is no news. Each step is kept before it is done, so that a crash delays the telling alone; told
 * twice is only who was being told as the process died.
 */
export interface LowBalance extends Job {
  /** Looks at each spend that this ledger takes, or finds again, afterwards: nobody waits for it, and it fails nobody's order. */
  watch(ledger: Ledger): Ledger
  /** Resolves when nobody is being told. */
  stop(): Promise<void>
}

export interface LowBalancePorts extends LeasePorts {
  entries: Pick<LedgerStore, 'findLast' | 'list'>
  outbound: Pick<Outbound, 'low'>
  clock: Clock
  log: Log
}

const kind = 'low-balance' as const
/** Of whom is to be told, and of who was, by the place in their wallet of what they were told of. */
const nameDue = (account: string) => `due/${account}`
const nameTold = (account: string, sequence: number | '' = '') => `told/${account}/${sequence}`

/** Pictures of usual size in standard quality. */
const few = 3
/** Milliseconds. */
const day = 24 * 60 * 60_000
/** How far back it is looked for credits that came since somebody was told. */
const mostEntries = 100

export function createLowBalance(ports: LowBalancePorts, { prices }: { prices: Prices }): LowBalance {
  const { records, clock, log } = ports
  const low = few * prices.standard.usual
  const runAlone = createRunAlone(ports)
  const underWay = new Set<Promise<void>>()

  const tellDue = (account: string) => runAlone(`${kind}:${account}`, () => tell(ports, account, low))

  /** Asked twice about one entry, it is told once. */
  async function note(account: string, { sequence }: Entry): Promise<void> {
    if (!(await isNews(ports, account, sequence))) return
    const due = {
      kind,
      key: nameDue(account),
      owner: account,
      expiresAt: clock.now() + day,
      body: { sequence },
    }
    if (await records.insertRecord(due, clock.now())) await tellDue(account)
  }

  function begin(entry: Entry): void {
    const { kind, wallet, amount, balance, at } = entry
    const account = accountOf(wallet)
    const isCrossing = kind === 'spend' && balance < low && balance - amount >= low
    if (!isCrossing || account === undefined || clock.now() - at >= day) return
    const telling = note(account, entry).catch((err) =>
      logFailure(log, err, { account }, 'It is told later that few credits are left'),
    )
    underWay.add(telling)
    void telling.finally(() => underWay.delete(telling))
  }

  return {
    watch: (ledger) => ({
      ...ledger,
      async append(...given) {
        const entry = await ledger.append(...given)
        begin(entry)
        return entry
      },
      // Whoever takes up what a dead process charged finds its entry.
      async findEntry(...given) {
        const entry = await ledger.findEntry(...given)
        if (entry) begin(entry)
        return entry
      },
    }),
    async run() {
      const due = await records.listRecordsBy(kind, nameDue(''), clock.now())
      await doEach(due, ({ key }) => tellDue(key.slice(nameDue('').length)))
    },
    stop: async () => void (await Promise.all(underWay)),
  }
}

/** Whether nothing was told of late, or credits came after that and before this entry of the account's wallet. */
async function isNews(
  { records, entries, clock }: LowBalancePorts,
  account: string,
  sequence: number,
): Promise<boolean> {
  const found = await records.listRecordsBy(kind, nameTold(account), clock.now())
  if (found.length === 0) return true
  const told = Math.max(...found.map(({ body }) => Number(body.sequence)))
  const since = await entries.list(walletOf(account), { before: sequence, limit: mostEntries })
  return since.some((entry) => entry.sequence > told && entry.amount > 0 && entry.kind !== 'refund')
}

/** Who has enough again by now is not told. What cannot be said counts as told: it stands wherever the balance does. */
async function tell(ports: LowBalancePorts, account: string, low: number): Promise<void> {
  const { records, entries, outbound, clock, log } = ports
  const due = await records.findRecord(kind, nameDue(account), clock.now())
  if (!due) return
  const sequence = Number(due.body.sequence)
  const { balance = 0 } = (await entries.findLast(walletOf(account))) ?? {}
  if (balance < low && (await isNews(ports, account, sequence))) {
    await outbound
      .low(account, balance)
      .catch((err) => logFailure(log, err, { account }, 'It could not be told that few credits are left'))
    const record = { kind, key: nameTold(account, sequence), owner: account, body: { sequence } }
    await records.insertRecord({ ...record, expiresAt: clock.now() + day }, clock.now())
  }
  await records.removeRecord(kind, nameDue(account))
}
