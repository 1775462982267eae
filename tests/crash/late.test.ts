/** What comes at the very moment its account is deleted, or taken over, is not left behind. */
import { expect, it } from 'vitest'
import type { Core } from '#core/index.ts'
import type { RecordStore } from '#core/records/record-store.ts'
import { fromNetwork } from '#tests/networks.ts'
import { readBooks } from './books.ts'
import { becomeQuiet, passTimeDuring } from './passing.ts'
import { userOf } from './performers.ts'
import { createSqlitePlace, type Place } from './places.ts'
import { createWorld, type World } from './world.ts'

const picture = new TextEncoder().encode('brought late')
const longAfter = 31 * 60_000
const soonAfter = 2 * 60_000

/** `meanwhile` happens once, just before an account's records go. */
function interrupt(place: Place, meanwhile: () => Promise<unknown>): Place {
  let isDone = false
  const watch = (records: RecordStore): RecordStore => ({
    ...records,
    async removeOwned(owner, spared) {
      if (!isDone) {
        isDone = true
        await meanwhile()
      }
      await records.removeOwned(owner, spared)
    },
  })
  return {
    ...place,
    async open() {
      const store = await place.open()
      return { ...store, records: watch(store.records) }
    },
  }
}

/** Orders something that is drawn from a picture of one's own, for one credit. */
async function orderFrom({ images }: Core, owner: string): Promise<void> {
  const brought = [{ size: picture.length, read: async () => picture }]
  const origin = { platform: 'terminal', address: {} } as const
  const order = { owner, call: 'late', origin, prompt: 'hat', quality: 'draft', brought } as const
  const { done } = await images.order(order)
  done.then(({ id }) => images.markDelivered(id, 'reply')).catch(() => undefined)
}

async function play(act: (core: Core, account: string, world: World) => Promise<void>) {
  const place = createSqlitePlace()
  const bring = { by: async (): Promise<unknown> => undefined }
  const world = createWorld({ place: interrupt(place, () => bring.by()) })
  const { core, doomed, close } = await world.boot({})
  const { id } = await core.accounts.openAccount(userOf('ann'))
  bring.by = () => orderFrom(core, id)
  await core.start()
  await act(core, id, world)
  const store = await world.openStore()
  await becomeQuiet(world)
  world.clock.advance(longAfter)
  await becomeQuiet(world)
  const sources = await store.records.listRecords('source', undefined, world.clock.now())
  const { entries } = await readBooks(store)
  const balances = new Map(entries.map(({ wallet, balance }) => [wallet, balance]))
  await store.close()
  doomed.kill()
  await close()
  await place.remove()
  return { hosted: [...world.hosted], sources, balances }
}

it('a picture that is brought goes with the account that is deleted', async () => {
  const { hosted, sources } = await play((core, account) => core.erase(account))
  expect({ hosted, sources }).toEqual({ hosted: [], sources: [] })
})

it('a picture that is brought goes along to the account that takes over', async () => {
  let taker = ''
  const { hosted, sources } = await play(async (core, _, world) => {
    taker = await takeOver(core, world)
  })
  expect(hosted).toHaveLength(2)
  expect(sources).toMatchObject([{ owner: taker }])
  expect(hosted).toContain(sources[0]?.key)
})

it('credits that come go along to the account that takes over', async () => {
  let taker = ''
  const { balances } = await play(async (core, account, world) => {
    taker = await takeOver(core, world)
    for (const _ of [1, 2, 3]) {
      world.clock.advance(soonAfter)
      await becomeQuiet(world)
    }
    await world.pay(account, 7)
  })
  expect(balances.get(taker)).toBe(45 + 7 - 1)
})

/** Ann links herself to an account with an address, which takes over the one she has; answers with its id. */
async function takeOver(core: Core, world: World): Promise<string> {
  const browser = core.sessions.createToken()
  const asked = await core.signIn.request({
    email: 'ann@example.com',
    browser,
    networks: fromNetwork('n'),
    next: '/',
  })
  const signed = await core.signIn.finish(browser, 'code' in asked ? asked.code : '')
  if (signed.outcome !== 'signed-in') throw new Error('Nobody signed in')
  const token = await core.links.request(userOf('ann'), undefined)
  const code = await core.links.confirm(token, signed.account)
  await passTimeDuring(world, core.links.finish(userOf('ann'), code ?? ''))
  return signed.account.id
}
