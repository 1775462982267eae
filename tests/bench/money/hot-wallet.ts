/** Members of one team who spend at once from its wallet, from several processes: each spend ends, and few are tried again. */
import { type ChildProcess, fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { MongoClient } from 'mongodb'
import { systemClock } from '#core/clock.ts'
import { createLedger } from '#core/credits/ledger.ts'
import { payerOfTeam, walletOf } from '#core/credits/wallet.ts'
import { createMongoStore } from '#core/store/mongodb/mongo-store.ts'
import { type Benchmark, type Finding, holdTo, reach } from '../benchmark.ts'
import { findMedian } from '../compare.ts'
import type { Spent } from './spender.ts'

/** Members of one team, dealt out to processes; each spends again as soon as it has spent. */
interface Crowd {
  processes: number
  /** Of each process. */
  members: number
  /** Spends a second. */
  least: number
}

const crowds: readonly Crowd[] = [
  { processes: 1, members: 16, least: 300 },
  { processes: 3, members: 16, least: 200 },
]
/** The first is not measured: connections are made in it. */
const rounds = 6
/** Of each member, one after another. */
const spendsInRound = 10
const wallet = walletOf(payerOfTeam('slack:T1'))
const granted = 1_000_000
/** Of each. */
const price = 10

export const hotWallet: Benchmark = {
  name: 'hot team wallet on mongodb',
  async *run() {
    const server = process.env.MONGODB_URI
    if (!server) {
      yield { what: 'A hot wallet', measured: 'MONGODB_URI is not set', bound: '', verdict: 'not measured' }
      return
    }
    for (const crowd of crowds) yield* measure(server, crowd)
  },
}

async function* measure(server: string, { processes, members, least }: Crowd): AsyncGenerator<Finding> {
  const uri = Object.assign(new URL(server), { pathname: `/bench-${randomUUID()}` }).href
  await grant(uri)
  const who = `${members} members at once from ${processes} ${processes > 1 ? 'processes' : 'process'}`
  const spenders = await Promise.all(
    Array.from({ length: processes }, (_, place) => start(uri, place, members)),
  )
  try {
    const all: (Spent & { ms: number })[] = []
    for (let round = 0; round < rounds; round++) all.push(await spendAtOnce(spenders, round))
    const measured = all.slice(1)
    const rates = measured.map(({ spends, ms }) => spends / (ms / 1_000))
    yield reach(least, 'a second', {
      what: `spends from one wallet, ${who}`,
      measured: findMedian(rates),
      note: `of ${rates.length} rounds, ${Math.min(...rates).toFixed(0)} to ${Math.max(...rates).toFixed(0)}`,
    })
    const [spends, inserts] = (['spends', 'inserts'] as const).map((what) =>
      measured.reduce((sum, each) => sum + each[what], 0),
    ) as [number, number]
    const most = Math.max(...measured.map((each) => each.inserts / each.spends))
    yield holdTo(1.5, '×', {
      what: `insertions per spend, ${who}`,
      measured: inserts / spends,
      note: `a round at most ${most.toFixed(2)}`,
    })
    yield await count(uri, processes * members * rounds * spendsInRound)
  } finally {
    for (const spender of spenders) spender.disconnect()
    await remove(uri)
  }
}

async function grant(uri: string): Promise<void> {
  const store = await createMongoStore({ uri })
  const entry = { wallet, key: 'grant', kind: 'grant', amount: granted, reference: '' } as const
  await createLedger(store.ledger, systemClock).append(entry)
  await store.close()
}

async function start(uri: string, place: number, members: number): Promise<ChildProcess> {
  const own = Array.from({ length: members }, (_, member) => `member-${place}-${member}`)
  const env = {
    MONGODB_URI: uri,
    WALLET: wallet,
    PRICE: String(price),
    MEMBERS: own.join(),
    SPENDS: String(spendsInRound),
  }
  const child = fork(new URL('spender.ts', import.meta.url), { env, execArgv: [] })
  await once(child, 'message')
  return child
}

async function spendAtOnce(spenders: readonly ChildProcess[], round: number) {
  const began = performance.now()
  const answers = spenders.map(async (spender): Promise<Spent> => {
    spender.send(round)
    const [spent] = await once(spender, 'message')
    return spent
  })
  const all = await Promise.all(answers)
  const sum = (what: keyof Spent) => all.reduce((total, each) => total + each[what], 0)
  return { spends: sum('spends'), inserts: sum('inserts'), ms: performance.now() - began }
}

/** Nothing was lost on the way, and nothing written twice. */
async function count(uri: string, wanted: number): Promise<Finding> {
  const store = await createMongoStore({ uri })
  const last = await store.ledger.findLast(wallet)
  await store.close()
  const written = (last?.sequence ?? 1) - 1
  const isRight = written === wanted && last?.balance === granted - wanted * price
  return {
    what: 'spends of that wallet that ended, each once',
    measured: `${written}, and ${last?.balance} credits left`,
    bound: `${wanted}`,
    verdict: isRight ? ('ok' as const) : ('over' as const),
  }
}

async function remove(uri: string): Promise<void> {
  const client = new MongoClient(uri)
  await client.db().dropDatabase()
  await client.close()
}
