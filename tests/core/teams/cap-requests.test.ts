/** Asking for more credits at a cap: answered once, whoever answers, and whatever became of whoever asked meanwhile. */
import { describe, expect, it } from 'vitest'
import { mergeAccounts } from '../accounts/merge-accounts.ts'
import { here, team, wallet } from '../images/team-rig.ts'
import { bothPlaces } from '../store/places.ts'
import { openAsking } from './asking-rig.ts'

type Rig = Awaited<ReturnType<typeof openAsking>>

async function until(check: () => Promise<boolean>): Promise<void> {
  while (!(await check())) await new Promise((resolve) => setTimeout(resolve, 5))
}

const day = 24 * 60 * 60_000
const nothing = { raised: [], log: [], held: 0, left: 0, drawn: 0 }

async function openAsked(create?: Parameters<typeof openAsking>[0]) {
  const rig = await openAsking(create)
  await rig.core.start()
  expect(await rig.ask()).toEqual({ outcome: 'asked', credits: 50, isTold: true })
  return rig
}

describe.each(bothPlaces)('on $name', ({ create }) => {
  it('is asked once, and gives and draws once what two approve and one declines at once', async () => {
    const rig = await openAsked(create)
    const { ask, answer, boot, look, balances, core, store, id } = rig
    expect(await ask()).toMatchObject({ outcome: 'known' })
    expect(await look()).toMatchObject({ says: ['Ann asks for 50'], held: 1, left: 1 })
    const other = boot()
    await other.start()
    const answered = await Promise.all([answer(), answer('declined', other), answer('approved', other)])
    expect(answered.filter(({ isNew }) => isNew)).toHaveLength(1)
    const [{ request }] = answered
    const isApproved = request.answer?.how === 'approved'
    await until(async () => (await look()).left === 0 && (await look()).drawn === Number(isApproved))
    expect(await look()).toEqual({
      says: [`${request.answer?.how} by Eve`],
      news: [request.answer?.how],
      ...(isApproved
        ? { raised: [50], log: ['cap-raised'], drawn: 1 }
        : { raised: [], log: ['raise-declined'], drawn: 0 }),
      ...{ held: 0, left: 0 },
    })
    expect(await balances()).toEqual([isApproved ? 80 : 90, 100])
    const made = await store.generations.find({ call: `held:${id}` })
    if (isApproved) expect(made).toMatchObject({ payer: wallet, budget: { caps: { member: 60 } } })
    await core.stop(0)
    await other.stop(0)
  })
})

it.each<[string, (rig: Rig) => Promise<unknown>, string, string[]]>([
  [
    'is blocked',
    ({ core, ann }) => core.teams.block(team, { name: 'Ann', accounts: [ann] }, 'eve'),
    'gone',
    ['gone'],
  ],
  ['is removed', ({ core, ann }) => core.teams.removeMember(team, ann, 'eve'), 'gone', ['gone']],
  [
    'pays it themselves',
    async ({ core, ann, id }) => (await core.images.orderOwn(ann, id, here)).done,
    'drawn',
    [],
  ],
])('gives nothing to somebody who %s meanwhile', async (_, happen, how, told) => {
  const rig = await openAsked()
  await happen(rig)
  expect((await rig.answer()).request.answer).toMatchObject({ how })
  await rig.pass()
  expect(await rig.look()).toEqual({ ...nothing, says: [how], news: told })
  await rig.core.stop(0)
})

it('is over with the account of whoever asked, and names them no more', async () => {
  const { core, ann, look, pass, answer } = await openAsked()
  await core.erase(ann)
  await pass()
  expect(await look()).toEqual({ ...nothing, says: ['request-over'], news: [] })
  await expect(answer()).rejects.toThrow('press-refused')
  await core.stop(0)
})

it('goes along with the account of whoever asked', async () => {
  const { core, store, ann, id, openAccount, look, pass, answer } = await openAsked()
  const bob = await openAccount('T1:bob')
  await mergeAccounts(core, store, ann, bob)
  await answer()
  await pass()
  expect(await look()).toMatchObject({ raised: [50], held: 0, left: 0, drawn: 1 })
  expect(await store.generations.find({ call: `held:${id}` })).toMatchObject({ owner: bob, payer: wallet })
  await core.stop(0)
})

it('lapses after a day, and says so', async () => {
  const { core, clock, look, pass, answer, balances } = await openAsked()
  clock.advance(day)
  await pass()
  expect(await look()).toEqual({ ...nothing, says: ['lapsed'], news: ['lapsed'] })
  expect((await answer()).request.answer?.how).toBe('lapsed')
  expect(await balances()).toEqual([90, 100])
  await core.stop(0)
})

it('is answered for its own team alone, and not once that is another', async () => {
  const { core, id, look, pass, answer } = await openAsked()
  const other = { how: 'approved', by: { account: 'x', name: 'X' }, team: 'slack:T2' } as const
  await expect(core.capRequests.answer(id, other)).rejects.toThrow('press-refused')
  await expect(core.capRequests.answer('guessed', other)).rejects.toThrow('press-refused')
  const { ties } = core.teams
  const first = { platform: 'slack', id: 'T2', title: 'T2' } as const
  const step = await ties.take(await ties.offer(first), { platform: 'slack', id: 'T1', title: 'T1' })
  await ties.tie('code' in step ? step.code : '', first, 'eve')
  await pass()
  expect(await look()).toEqual({ ...nothing, says: ['gone'], news: ['gone'] })
  expect((await answer()).isNew).toBe(false)
  await core.stop(0)
})

it('waits for its admins’ channel and for credits, and for no more than a day', async () => {
  const rig = await openAsking()
  const { core, outbound, clock, ask, answer, look, pass, ledger } = rig
  const { tellTeam } = outbound
  outbound.tellTeam = () => Promise.reject(new Error('away'))
  await core.start()
  expect(await ask()).toMatchObject({ isTold: false })
  outbound.tellTeam = tellTeam
  await pass()
  expect(await look()).toMatchObject({ says: ['Ann asks for 50'] })
  await ledger.append({ wallet, key: 'undo', kind: 'reversal', amount: -85, reference: 'undo' })
  await answer()
  expect(await look()).toMatchObject({
    says: ['approved by Eve'],
    raised: [50],
    held: 1,
    left: 1,
    drawn: 0,
  })
  clock.advance(day)
  await pass()
  expect(await look()).toMatchObject({ news: ['approved', 'lost'], held: 0, left: 0, drawn: 0 })
  await core.stop(0)
})

it('is drawn by itself in the next month, which needs no answer', async () => {
  const { core, set, ask, look, pass, clock } = await openAsking()
  await core.start()
  await ask()
  // Where it is another month already.
  const zone = new Date(clock.now()).getUTCDate() < 15 ? 'Etc/GMT+12' : 'Pacific/Kiritimati'
  await set({ timeZone: zone, memberCap: 20 })
  for (const _ of [1, 2]) await pass()
  expect(await look()).toEqual({ ...nothing, says: ['drawn'], news: [], drawn: 1 })
  await core.stop(0)
})

it('asks for what both caps lack, and for nothing where nobody is there to be asked', async () => {
  const { core, set, ask, look } = await openAsking()
  const settings = await core.teams.findSettings(team)
  const { adminsChannel, ...others } = settings
  await core.teams.changeSettings(team, () => others, { by: 'eve', what: 'admins-channel' })
  expect(await ask()).toEqual({ outcome: 'no-channel' })
  if (adminsChannel) await set({ adminsChannel })
  await set({ channelCap: 1, memberCap: 0 })
  expect(await ask()).toMatchObject({ outcome: 'asked', credits: 50 })
  expect(await look()).toMatchObject({ says: ['Ann asks for 50'], held: 1 })
})
