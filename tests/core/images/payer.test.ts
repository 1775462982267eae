/** Who pays for what is asked for in a team: what its admins have settled decides, and nobody is charged who was not to be. */
import { describe, expect, it } from 'vitest'
import { CoreError } from '#core/errors.ts'
import type { Origin, TeamSettings } from '#core/index.ts'
import type { Store } from '#core/store/store.ts'
import { bothPlaces } from '../store/places.ts'
import { channel, here, openCapped, openTeam, team, wallet } from './team-rig.ts'

type Tail<All extends readonly unknown[]> = All extends [unknown?, ...infer Rest] ? Rest : never

describe.each(bothPlaces)('on $name', ({ create }) => {
  const open = (...given: Tail<Parameters<typeof openTeam>>) => openTeam(create, ...given)

  it.each<[string, Partial<TeamSettings>, Partial<Origin>, 'team' | 'own']>([
    ['usually the team', {}, {}, 'team'],
    ['where all pay for themselves', { pays: 'own' }, {}, 'own'],
    [
      'in a channel that the team pays for',
      { pays: 'own', channels: { [channel]: { pays: 'team' } } },
      {},
      'team',
    ],
    ['in a channel where all pay for themselves', { channels: { [channel]: { pays: 'own' } } }, {}, 'own'],
    ['in a direct message', {}, { channel: undefined }, 'own'],
    ['in a direct message without a team', {}, { team: undefined }, 'own'],
    ['in another team', {}, { team: 'T2' }, 'own'],
    ['in a team of that id elsewhere', {}, { platform: 'discord' }, 'own'],
  ] as never)('is %s', async (_, settings, elsewhere, who) => {
    const { set, draw, ann, balances } = await open()
    await set(settings)
    const { payer } = await draw({ origin: JSON.parse(JSON.stringify({ ...here, ...elsewhere })) })
    expect(payer).toBe(who === 'team' ? wallet : ann)
    expect(await balances()).toEqual(who === 'team' ? [90, 100] : [100, 90])
  })

  it('is the owner where the team has not enough for all of it, or has blocked them', async () => {
    const { core, draw, grant, ann, balances } = await open(9)
    expect((await draw()).payer).toBe(ann)
    await grant(100, 'more')
    await core.teams.block(team, { name: 'Ann', accounts: [ann] }, 'eve')
    expect((await draw()).payer).toBe(ann)
    await core.teams.unblock(team, { name: 'Ann', accounts: [ann] }, 'eve')
    await core.teams.block(
      team,
      { name: 'Ann', user: { platform: 'slack', user: 'T1:ann' }, accounts: [] },
      'eve',
    )
    expect((await draw()).payer).toBe(ann)
    expect(await balances()).toEqual([109, 70])
  })

  it('is the team that a place is tied into, and no longer once it is untied', async () => {
    const { core, draw } = await open()
    const [slack, discord] = [
      { platform: 'slack', id: 'T1' },
      { platform: 'discord', id: 'G1' },
    ] as const
    const { ties } = core.teams
    const step = await ties.take(await ties.offer({ ...slack, title: 'S' }), { ...discord, title: 'D' })
    await ties.tie('code' in step ? step.code : '', slack, 'eve')
    const origin: Origin = { platform: 'discord', team: 'G1', channel: 'C9', address: { user: 'ann' } }
    const { payer, budget } = await draw({ origin })
    expect([payer, budget?.channel]).toEqual([wallet, 'discord:G1:C9'])
    await ties.untie(discord, 'eve')
    expect((await draw({ origin })).payer).not.toBe(wallet)
  })

  it('counts in the month of the team’s clock, and gives back what failed to the team', async () => {
    const { store, clock, set, draw, order, ann, balances } = await open()
    await set({ timeZone: 'Asia/Tokyo' })
    const { budget } = await draw()
    expect(budget).toMatchObject({ member: ann, channel })
    const failed = await (await order({ prompt: 'blocked' })).done
    expect([failed.payer, failed.status]).toEqual([wallet, 'refunded'])
    expect(await balances()).toEqual([90, 100])
    const month = new Intl.DateTimeFormat('sv', { timeZone: 'Asia/Tokyo' }).format(clock.now()).slice(0, 7)
    expect((await store.ledger.listTotals(wallet, month)).members).toEqual(new Map([[ann, 10]]))
  })

  it('lets three of fifty through a cap for three at once, and none of the others cost anybody', async () => {
    const { set, order, balances } = await open(1_000)
    await set({ memberCap: 35 })
    const all = await Promise.allSettled(Array.from({ length: 50 }, () => order()))
    const refused = all.flatMap((each) => (each.status === 'rejected' ? [each.reason.code] : []))
    expect(refused).toEqual(Array.from({ length: 47 }, () => 'cap-reached'))
    expect(await balances()).toEqual([970, 100])
  })

  it('is the owner where the wallet runs empty between the choice and the charge, once', async () => {
    let meanwhile = async () => undefined as unknown
    const wrap = (store: Store): Store => ({
      ...store,
      generations: {
        ...store.generations,
        async create(...given) {
          const created = await store.generations.create(...given)
          await meanwhile()
          return created
        },
      },
    })
    const { ledger, order, ann, balances } = await open(15, {}, wrap)
    meanwhile = () =>
      ledger
        .append({ wallet, key: 'undo', kind: 'reversal', amount: -10, reference: 'undo' })
        .catch(() => undefined)
    const { id, payer, budget } = await (await order({ call: 'one' })).done
    expect([payer, budget]).toEqual([ann, undefined])
    expect((await (await order({ call: 'one' })).done).id).toBe(id)
    expect(await balances()).toEqual([5, 90])
  })

  it('asks nobody to pay for the same picture again', async () => {
    const { draw, balances } = await open()
    await draw({ prompt: 'hen' })
    expect(await draw({ prompt: 'hen' })).toMatchObject({ price: 0 })
    expect(await balances()).toEqual([90, 100])
  })

  describe('at a cap', () => {
    it('draws what is kept at its owner’s cost, once, and for nobody else', async () => {
      const { core, ann, id, openAccount, balances, refused } = await openCapped(undefined, create)
      expect(refused.data).toMatchObject({ cap: 'member', limit: 10, spent: 10, price: 10 })
      const bob = await openAccount('T1:bob')
      for (const [account, name] of [
        [bob, id],
        [ann, 'guessed'],
      ] as const)
        await expect(core.images.orderOwn(account, name, here)).rejects.toThrow('press-refused')
      expect(await balances()).toEqual([90, 100])
      const jobs = await Promise.all([1, 2].map(() => core.images.orderOwn(ann, id, here)))
      const ended = await (await core.images.orderOwn(ann, id, here)).done
      expect(jobs.map(({ generation }) => generation.id)).toEqual([ended.id, ended.id])
      expect(ended).toMatchObject({ payer: ann, price: 10 })
      expect(await balances()).toEqual([90, 90])
      await expect(core.images.orderOwn(bob, id, here)).rejects.toThrow('press-refused')
    })

    it('counts what an account had spent that is taken over, and keeps the team’s entries of one that is deleted', async () => {
      const { core, store, clock, openAccount, order, draw, set, balances, ann } = await openCapped(
        undefined,
        create,
      )
      const bob = await openAccount('T1:bob')
      await set({ memberCap: 15 })
      await draw({ owner: bob })
      await store.records.insertRecord({ kind: 'merged', key: ann, owner: bob, body: {} }, clock.now())
      await expect(order({ owner: bob })).rejects.toMatchObject({ data: { spent: 20 } })
      const before = await store.ledger.list(wallet, { limit: 9 })
      await core.erase(bob)
      expect(await store.ledger.list(wallet, { limit: 9 })).toEqual(before)
      expect((await balances())[0]).toBe(80)
    })
  })
})

it.each(['before', 'after'] as const)(
  'charges nobody but the owner, or nobody, where the store fails %s that charge',
  async (when) => {
    let drain: undefined | (() => Promise<unknown>)
    let hasFailed = false
    const wrap = (store: Store): Store => ({
      ...store,
      ledger: {
        ...store.ledger,
        async insert(entry) {
          if (entry.kind !== 'spend' || entry.wallet === wallet || hasFailed)
            return await store.ledger.insert(entry)
          hasFailed = true
          if (when === 'after') await store.ledger.insert(entry)
          throw new CoreError('store-unavailable', {})
        },
      },
      generations: {
        ...store.generations,
        async create(...given) {
          const created = await store.generations.create(...given)
          await drain?.()
          return created
        },
      },
    })
    const { core, store, ledger, order, ann, pass, balances } = await openTeam(undefined, 15, {}, wrap)
    const undo = { wallet, key: 'undo', kind: 'reversal', amount: -10, reference: 'undo' } as const
    drain = () => ledger.append(undo)
    await expect(order({ call: 'one' })).rejects.toThrow('unsettled')
    await core.start()
    await pass()
    const ended = await store.generations.find({ call: 'one' })
    expect(ended?.payer).toBe(ann)
    expect(await balances()).toEqual([5, ended?.status === 'refunded' ? 100 : 90])
    expect((await store.generations.listUnfinished()).map(({ status }) => status)).toEqual([])
    await core.stop(0)
  },
)

it('draws it by itself, for the team, once there is room; never at its owner’s cost', async () => {
  const { core, store, set, id, pass, balances } = await openCapped()
  await set({ memberCap: 50, pays: 'own' })
  await core.start()
  await pass()
  expect(await balances()).toEqual([90, 100])
  await set({ pays: 'team' })
  await pass()
  expect(await store.generations.find({ call: `held:${id}` })).toMatchObject({ payer: wallet })
  expect(await balances()).toEqual([80, 100])
  await core.stop(0)
})
