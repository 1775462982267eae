/** Discord and the bot's processes, one after the other on one store, with everything that can go wrong in between. */
import { setImmediate as turn } from 'node:timers/promises'
import { expect } from 'vitest'
import { createRandomId } from '#core/clock.ts'
import { createLedger } from '#core/credits/ledger.ts'
import { walletOf } from '#core/credits/wallet.ts'
import { nobody } from '#core/index.ts'
import { createDiscordPremium } from '#core/payments/discord-premium.ts'
import type { PlatformProvider } from '#core/payments/provider.ts'
import { createPurchases } from '#core/payments/purchases.ts'
import { createVirtualClock } from '#tests/crash/virtual-clock.ts'
import { silent } from '#tests/kept-log.ts'
import { startDiscordStandin } from '#tests/standins/discord/discord-standin.ts'
import type { Trouble } from '#tests/standins/discord/trouble.ts'
import { boundless, skuPacks } from './discord.ts'
import type { MemoryStore } from './memory.ts'

export type Step =
  /** Somebody buys, if Discord lets them. */
  | { do: 'buy'; who: number; sku: number }
  /** One of the events there were reaches the bot, so many times; others may never. */
  | { do: 'tell'; event: number; times: number }
  | { do: 'refund'; order: number }
  | { do: 'link'; who: number }
  /** All there is. */
  | { do: 'spend'; who: number }
  | { do: 'fail'; trouble: Omit<Trouble, 'routes'> }
  | { do: 'look' }
  | { do: 'restart' }
  /** The store is down after so many writes, until the next process opens it. */
  | { do: 'crash'; writes: number }

type Kept = Pick<MemoryStore, 'ledger' | 'records'> & Partial<Pick<MemoryStore, 'down' | 'writesLeft'>>

/** More than any run needs. */
const mostMoments = 2_000

/** A part of a store, and what it still has to answer: a database is no part of this process, whose turns tell nothing of it. */
function watchAnswers<Port extends object>(port: Port, underWay: Set<Promise<unknown>>): Port {
  return new Proxy(port, {
    get(target, name) {
      const method = Reflect.get(target, name)
      if (typeof method !== 'function') return method
      return (...given: unknown[]) => {
        const answer: Promise<unknown> = Reflect.apply(method, target, given)
        underWay.add(answer)
        const end = () => void underWay.delete(answer)
        answer.then(end, end)
        return answer
      }
    },
  })
}

export async function openWorld(store: Kept) {
  const standin = await startDiscordStandin({ rateLimits: boundless })
  const { premium } = standin
  premium.hold()
  const clock = createVirtualClock(Date.now())
  const run = createRandomId(10)
  const people = ['ann', 'ben', 'cleo'].map((name) => standin.createPerson(name))
  const linked = new Set<string>()
  const spent = new Map<string, number>()
  const accountOf = (person: string) => `${run}:${person}`
  const asked = new Set<Promise<unknown>>()
  const watched = {
    ledger: watchAnswers(store.ledger, asked),
    records: watchAnswers(store.records, asked),
  }
  const ledger = createLedger(watched.ledger, clock)
  const underWay: Promise<unknown>[] = []
  const orders: string[] = []
  /** Processes that looked through the orders from the newest on; one that goes on where another was has passed what came since. */
  const through = new Set<string>()
  let number = 0

  /** Nothing is handed over that the ledger does not have, and it is known who has looked through the orders. */
  const watch = (provider: PlatformProvider, owner: string): PlatformProvider => ({
    ...provider,
    async *listOrders(since, pages) {
      yield* provider.listOrders(since, pages)
      if (pages?.from === undefined) through.add(owner)
    },
    async consume(order) {
      const entries = await store.ledger.listOrderEntries(`discord:${order}`)
      expect(entries.map(({ kind }) => kind)).toContain('purchase')
      await provider.consume(order)
    },
  })

  function open() {
    if (store.writesLeft !== undefined)
      Object.assign(store, { down: false, writesLeft: Number.POSITIVE_INFINITY })
    const { token } = standin.application
    const owner = `process ${run} ${number++}`
    const sold = { token, packs: skuPacks, testMode: false, baseUrl: standin.url, clock, log: silent }
    const purchases = createPurchases({
      ...{ ...watched, entries: watched.ledger, ledger, outbound: nobody, clock, log: silent },
      providers: [watch(createDiscordPremium(sold), owner)],
      tellTeam: async () => false,
      placeBought: async () => false,
      resolveAlias: async (account) => account,
      findHolder: async ({ user }) => (linked.has(user) ? accountOf(user) : undefined),
      durableSecret: async () => 'a durable secret',
      owner,
      isAlive: () => false,
    })
    purchases.start()
    return { owner, purchases }
  }
  let process = open()

  /** Lets everything happen; the clock goes on from one moment for which somebody waits to the next. */
  async function pass(isOver: () => boolean): Promise<void> {
    for (let moments = 0; !isOver(); ) {
      if (moments > mostMoments) throw new Error('It never ends')
      for (let turns = 0; turns < 20 && !isOver(); turns++) {
        await Promise.allSettled(asked)
        await turn()
      }
      const next = isOver() ? undefined : clock.findNextWake()
      if (next === undefined) continue
      clock.advance(next - clock.now())
      moments++
    }
  }

  async function restart(): Promise<void> {
    await process.purchases.stop()
    await Promise.all(underWay.splice(0))
    process = open()
  }

  async function spend(person: string): Promise<void> {
    const wallet = walletOf(accountOf(person))
    const balance = await ledger.findBalance(wallet)
    if (balance <= 0) return
    const key = `spend:${number++}`
    const entry = await ledger.append({ wallet, key, kind: 'spend', amount: -balance, reference: key })
    spent.set(person, (spent.get(person) ?? 0) - entry.amount)
  }

  async function take(step: Step): Promise<unknown> {
    const pick = <Value>(values: readonly Value[], index: number) => values[index % values.length]
    const person = 'who' in step ? pick(people, step.who) : undefined
    switch (step.do) {
      case 'buy': {
        const { sku } = pick(skuPacks, step.sku) ?? { sku: '' }
        const owns = premium.listOpen().some((each) => each.user_id === person?.id && each.sku_id === sku)
        return !owns && person && orders.push(premium.buy(person, sku).id)
      }
      case 'refund': {
        const order = pick(orders, step.order)
        return order && !premium.all.get(order)?.deleted && premium.refund(order)
      }
      case 'tell': {
        const event = pick(premium.held, step.event)
        for (let time = 0; event && time < step.times; time++) {
          underWay.push(process.purchases.receiveEvent('discord', event.name, event.entitlement))
        }
        return await turn()
      }
      case 'link':
        linked.add(person?.id ?? '')
        return await process.purchases.claim({ platform: 'discord', user: person?.id ?? '' })
      case 'spend':
        return await spend(person?.id ?? '').catch(() => undefined)
      case 'fail':
        return standin.trouble({ ...step.trouble, routes: ['consume-entitlement', 'list-entitlements'] })
      case 'look':
        return clock.advance(10 * 60_000)
      case 'crash':
        if (store.writesLeft !== undefined) store.writesLeft = step.writes
        return
      case 'restart':
        return await restart()
    }
  }

  return {
    take,
    /** A process that nothing troubles looks at what there is, and ends; what one before it still looks at may be old. */
    async end() {
      await restart()
      await pass(() => through.has(process.owner) && isHandedOver())
      await process.purchases.stop()
      await standin.close()
      expect(standin.faults).toEqual([])
    },
    /** What the ledger and Discord have of each order, beside what they must have. */
    async compare() {
      const found = []
      for (const order of orders) {
        const { user_id = '', sku_id, deleted, consumed } = premium.all.get(order) ?? {}
        const entries = await store.ledger.listOrderEntries(`discord:${order}`)
        const amounts = entries.map(({ amount }) => amount).sort((one, other) => other - one)
        const credits = skuPacks.find(({ sku }) => sku === sku_id)?.credits ?? 0
        const due = linked.has(user_id) ? [credits, ...(deleted ? [-credits] : [])] : []
        found.push({
          found: { amounts, consumed: deleted || consumed },
          due: { amounts: due, consumed: deleted || linked.has(user_id) },
        })
      }
      return found
    },
    /** The balances of all, beside what they must be. */
    async balances() {
      return await Promise.all(
        people.map(async ({ id }) => ({
          found: await ledger.findBalance(walletOf(accountOf(id))),
          due: dueOf(id) - (spent.get(id) ?? 0),
        })),
      )
    },
  }

  function isHandedOver(): boolean {
    return premium.listOpen().every(({ user_id = '' }) => !linked.has(user_id))
  }

  function dueOf(person: string): number {
    const kept = [...premium.all.values()].filter(({ user_id, deleted }) => user_id === person && !deleted)
    const credits = kept.map(({ sku_id }) => skuPacks.find(({ sku }) => sku === sku_id)?.credits ?? 0)
    return linked.has(person) ? credits.reduce((sum, each) => sum + each, 0) : 0
  }
}
