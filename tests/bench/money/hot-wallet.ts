/** Members of one team who spend at once from its wallet, from several processes: each spend ends, and few are tried again. */
import { type ChildProcess, fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { MongoClient } from 'mongodb'
import { systemClock } from '#core/clock.ts'
import { createLedger } from '#core/credits/ledger.ts'
import { payerOfTeam, walletOf } from '#core/credits/wallet.ts'
import { createMongoStore } from '#core/store/mongodb/mongo-store.ts'
import { type Benchmark, holdTo } from '../benchmark.ts'
import type { Spent } from './spender.ts'

const processes = 3
const members = 50
/** The first is not measured: connections are made in it. */
const rounds = 11
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
    const uri = Object.assign(new URL(server), { pathname: `/bench-${randomUUID()}` }).href
    await grant(uri)
    const spenders = await Promise.all(Array.from({ length: processes }, (_, place) => start(uri, place)))
    try {
      const all: (Spent & { ms: number })[] = []
      for (let round = 0; round < rounds; round++) all.push(await spendAtOnce(spenders, round))
      const measured = all.slice(1)
      const [spends, inserts, ms] = (['spends', 'inserts', 'ms'] as const).map((what) =>
        measured.reduce((sum, each) => sum + each[what], 0),
      ) as [number, number, number]
      const most = Math.max(...measured.map((each) => each.inserts / each.spends))
      const took = `${spends} in ${(ms / 1_000).toFixed(1)} s, a round at most ${most.toFixed(2)}`
      yield holdTo(1.5, '×', {
        what: `insertions per spend, ${members} members at once from ${processes} processes`,
        measured: inserts / spends,
        note: took,
      })
      yield await count(uri)
    } finally {
      for (const spender of spenders) spender.disconnect()
      await remove(uri)
    }
  },
}

async function grant(uri: string): Promise<void> {
  const store = await createMongoStore({ uri })
  const entry = { wallet, key: 'grant', kind: 'grant', amount: granted, reference: '' } as const
  await createLedger(store.ledger, systemClock).append(entry)
  await store.close()
}

/** Members are dealt out, so that each process has as many as the others, or one more. */
async function start(uri: string, place: number): Promise<ChildProcess> {
  const own = Array.from({ length: members }, (_, member) => member).filter(
    (member) => member % processes === place,
  )
  const env = {
    MONGODB_URI: uri,
    WALLET: wallet,
    PRICE: String(price),
    MEMBERS: own.map((member) => `member-${member}`).join(),
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
async function count(uri: string) {
  const store = await createMongoStore({ uri })
  const last = await store.ledger.findLast(wallet)
  await store.close()
  const written = (last?.sequence ?? 1) - 1
  const wanted = members * rounds
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
