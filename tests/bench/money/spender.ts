/**
 * One process of several that spend from one team's wallet: has some of its members spend, all at once, whenever it is told a
 * round, SPENDS times one after another, and tells what that took. MONGODB_URI names the database, MEMBERS the members.
 */
import { type CommandSucceededEvent, MongoClient } from 'mongodb'
import { systemClock } from '#core/clock.ts'
import { createLedger } from '#core/credits/ledger.ts'
import { hasCode } from '#core/errors.ts'
import { createMongoStore } from '#core/store/mongodb/mongo-store.ts'

/** What a round took. */
export interface Spent {
  spends: number
  /** How often the server wrote one, or refused to. */
  inserts: number
}

/** More than everybody spends. */
const caps = { member: 1_000_000, channel: 1_000_000 }

const { MONGODB_URI: uri = '', MEMBERS = '', WALLET: wallet = '', PRICE, SPENDS } = process.env
let inserts = 0
const { connect } = MongoClient.prototype
MongoClient.prototype.connect = function () {
  this.on('commandSucceeded', ({ commandName, reply }: CommandSucceededEvent) => {
    const { n: written = 0, writeErrors = [] } = reply as { n?: number; writeErrors?: unknown[] }
    if (commandName === 'insert') inserts += written + writeErrors.length
  })
  return Reflect.apply(connect, this, [])
}
const store = await createMongoStore({ uri })
const ledger = createLedger(store.ledger, systemClock)

async function spend(member: string, round: string): Promise<void> {
  const id = `${member}:${round}`
  const budget = { month: '2026-11', member, channel: 'slack:T1:C1', caps }
  const entry = { wallet, key: `spend:${id}`, kind: 'spend', amount: -Number(PRICE), reference: id } as const
  await persist(() => ledger.append({ ...entry, budget }))
}

/** Where the server gives up, as it may under load, it is asked again, as whoever recovers an order does. */
async function persist(work: () => Promise<unknown>): Promise<void> {
  for (;;) {
    try {
      await work()
      return
    } catch (error) {
      if (!hasCode(error, 'store-unavailable')) throw error
    }
  }
}

process.on('message', async (round: number) => {
  inserts = 0
  const all = MEMBERS.split(',')
  await Promise.all(
    all.map(async (member) => {
      for (let time = 0; time < Number(SPENDS); time++) await spend(member, `${round}.${time}`)
    }),
  )
  process.send?.({ spends: all.length * Number(SPENDS), inserts } satisfies Spent)
})
process.on('disconnect', () => process.exit())
process.send?.('ready')
