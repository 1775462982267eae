/** Writes the entries of a wallet in turn: what waits for it together is read for once, and written at once. */
import type { Clock } from '#core/clock.ts'
import { CoreError, hasCode } from '#core/errors.ts'
import type { BudgetClaim } from './budget.ts'
import type { Entry, LedgerStore } from './ledger-store.ts'
import { createWalletReader, follow, type Reading } from './wallet-reader.ts'
import { weigh } from './weigh.ts'

/** An entry to be written; its place in the wallet is found while writing. */
export type NewEntry = Pick<Entry, 'wallet' | 'key' | 'kind' | 'amount' | 'reference'>

/** One that may be of a team's wallet: a spend or a refund there says of whose budget it is. */
export type NewCharge = NewEntry & {
  budget?: BudgetClaim | undefined
  /** How many of the credits that are there after that entry are not to be taken; asked again where others come between. */
  keep?: (last: Entry) => Promise<number>
}

export interface AppendPorts {
  store: LedgerStore
  clock: Pick<Clock, 'now'>
  /** The entry that has its key already. */
  findWritten(entry: NewEntry): Promise<Entry | undefined>
}

interface Waiting {
  entry: NewCharge
  /** Milliseconds since 1970. */
  until: number
  resolve(written: Entry): void
  reject(error: unknown): void
}

/** What is to be written next, in the order of its places, and what may not be as things stand. */
interface Plan {
  next: { waiting: Waiting; entry: Entry }[]
  refused: { waiting: Waiting; refusal: CoreError }[]
}

/** So many are written at once: about the time of one. */
const mostAtOnce = 32

/** Rejects as `Ledger.append` does; each is weighed, written and refused for itself. */
export function createAppends(ports: AppendPorts): (entry: NewCharge, until: number) => Promise<Entry> {
  const state = { ...ports, reader: createWalletReader(ports.store) }
  const queues = new Map<string, Waiting[]>()

  async function serve(wallet: string, queue: Waiting[]): Promise<void> {
    while (queue.length > 0) {
      const group = queue.splice(0, countTogether(queue))
      try {
        await writeAll(state, wallet, group)
      } catch (error) {
        // What was written is not known.
        state.reader.forget(wallet)
        // Where the store cannot even be asked, each would find that out by itself, one long wait after another.
        const isAway = hasCode(error, 'store-unavailable') && error.data.untouched
        for (const { reject } of [...group, ...(isAway ? queue.splice(0) : [])]) reject(error)
      }
    }
    queues.delete(wallet)
  }

  return (entry, until) => {
    const { promise, ...settle } = Promise.withResolvers<Entry>()
    const queue = queues.get(entry.wallet) ?? []
    queue.push({ entry, until, ...settle })
    if (!queues.has(entry.wallet)) {
      queues.set(entry.wallet, queue)
      void serve(entry.wallet, queue)
    }
    return promise
  }
}

/** What is to be asked about the last entry is alone with it. */
function countTogether(queue: readonly Waiting[]): number {
  const alone = queue.findIndex(({ entry }) => entry.keep)
  return alone < 0 ? Math.min(queue.length, mostAtOnce) : Math.max(1, Math.min(alone, mostAtOnce))
}

type State = AppendPorts & { reader: ReturnType<typeof createWalletReader> }

async function writeAll(state: State, wallet: string, group: readonly Waiting[]): Promise<void> {
  const { reader } = state
  const left = new Set(group)
  const known = reader.recall(wallet)
  let reading = known ?? (await reader.read(wallet))
  // Others may have written since this process did: nothing is refused by what it remembers.
  let isCertain = known === undefined
  while (left.size > 0) {
    const claims = group.flatMap((each) => (left.has(each) ? [each.entry.budget] : []))
    reading = await reader.complete(wallet, reading, claims)
    const { next, refused } = await plan(state, left, reading)
    if (next.length > 0) {
      const { written, missed } = await write(state, left, next)
      reading = follow(reading, written)
      if (missed) reading = await reader.catchUp(wallet, reading)
      isCertain ||= missed || written.length > 0
    } else if (isCertain) {
      await Promise.all(refused.map((each) => refuse(state, left, each)))
    } else {
      reading = await reader.catchUp(wallet, reading)
      isCertain = true
    }
  }
  reader.remember(wallet, reading)
}

async function plan({ clock }: State, left: Set<Waiting>, from: Reading): Promise<Plan> {
  const planned: Plan = { next: [], refused: [] }
  const keys = new Set<string>()
  let reading = from
  for (const waiting of left) {
    const { budget: claim, keep, ...entry } = waiting.entry
    const kept = keep && reading.last ? await keep(reading.last) : 0
    const { refusal, budget } = weigh(waiting.entry, reading, kept)
    // After reading, not before: what others write from now on takes this one's sequence, and all is read again.
    const at = clock.now()
    if (refusal) planned.refused.push({ waiting, refusal })
    else if (at >= waiting.until) {
      left.delete(waiting)
      waiting.reject(new CoreError('interrupted', {}))
    } else if (!keys.has(entry.key)) {
      keys.add(entry.key)
      const { balance: before, sequence } = reading.last ?? { balance: 0, sequence: 0 }
      const place = { sequence: sequence + 1, balance: before + entry.amount, at }
      const next: Entry = { ...entry, ...place, ...(budget && { budget }) }
      planned.next.push({ waiting, entry: next })
      reading = follow(reading, [next])
    }
  }
  return planned
}

/** `missed`: another process has written there meanwhile. */
async function write(
  { store, findWritten }: State,
  left: Set<Waiting>,
  next: Plan['next'],
): Promise<{ written: Entry[]; missed: boolean }> {
  const entries = next.map(({ entry }) => entry)
  const [first] = entries
  const isOne = entries.length === 1 && first
  const count = isOne ? Number(await store.insert(first)) : await store.insertAll(entries)
  const written = entries.slice(0, count)
  for (const entry of written) finish(left, entry)
  const refused = entries[count]
  const known = refused && (await findWritten(refused))
  if (known) finish(left, known)
  return { written, missed: refused !== undefined && known === undefined }
}

/** All that have its key are answered with it. */
function finish(left: Set<Waiting>, written: Entry): void {
  for (const waiting of left) {
    if (waiting.entry.key !== written.key) continue
    left.delete(waiting)
    waiting.resolve(written)
  }
}

/** Unless it is written already, and the balance does not cover it twice. */
async function refuse(
  { findWritten }: State,
  left: Set<Waiting>,
  { waiting, refusal }: Plan['refused'][number],
): Promise<void> {
  const written = await findWritten(waiting.entry)
  left.delete(waiting)
  if (written) waiting.resolve(written)
  else waiting.reject(refusal)
}
