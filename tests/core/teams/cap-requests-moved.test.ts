/** Requests for more credits, as accounts merge and teams part in the middle of them: given once, and told to nobody else. */
import { expect, it } from 'vitest'
import type { CapNews, Place, TeamNote } from '#core/index.ts'
import { nobody } from '#core/outbound.ts'
import { openCapped, team } from '../images/team-rig.ts'

const adminsChannel = { platform: 'slack', team: 'T1', channel: 'C9' } as const
const eve = { account: 'eve', name: 'Eve' }

async function openAsked() {
  const news: CapNews[] = []
  const told: [string, TeamNote][] = []
  const outbound = {
    ...nobody,
    tellTeam: async ({ team }: Place, note: TeamNote) => `${told.push([team, note])}`,
    changeTold: async () => undefined,
    tellAsker: async (_: unknown, said: CapNews) => void news.push(said),
    deliver: async () => undefined,
  }
  const rig = await openCapped(undefined, undefined, { outbound })
  const { core, ann, id, set } = rig
  await set({ adminsChannel })
  await core.teams.seeMember(team, { account: ann, name: 'Ann' }, { platform: 'slack', id: 'T1' })
  await core.start()
  const ask = () => core.capRequests.ask({ account: ann, name: 'Ann' }, id)
  const answer = (how: 'approved' | 'declined') => core.capRequests.answer(id, { how, by: eve, team })
  return { ...rig, told, news, ask, answer }
}
type Rig = Awaited<ReturnType<typeof openAsked>>

const list = ({ store, clock }: Rig, kind: 'cap-raise' | 'held' | 'cap-note') =>
  store.records.listRecords(kind, undefined, clock.now())
/** As a merge moves them, one kind after the other. */
async function move(
  { store, clock, ann }: Rig,
  kinds: readonly ('merged' | 'cap-request' | 'held' | 'member')[],
) {
  const { records } = store
  for (const kind of kinds) {
    if (kind === 'merged') {
      await records.insertRecord({ kind, key: ann, owner: 'bob', body: {} }, clock.now())
      continue
    }
    for (const record of await records.listRecords(kind, ann, clock.now())) {
      await records.replaceRecord({ ...record, owner: 'bob' })
    }
  }
}

it('gives once what is done again after another account took the asker over', async () => {
  const rig = await openAsked()
  await rig.ask()
  await rig.ledger.append({
    wallet: `team:${team}`,
    key: 'undo',
    kind: 'reversal',
    amount: -85,
    reference: 'undo',
  })
  await rig.answer('approved')
  await move(rig, ['merged', 'cap-request', 'held', 'member'])
  await rig.pass()
  expect((await list(rig, 'cap-raise')).flatMap(({ body }) => Object.values(body))).toEqual([50])
  await rig.core.stop(0)
})

it.each(['approved', 'declined'] as const)('is no less %s in the middle of a merge', async (how) => {
  const rig = await openAsked()
  await rig.ask()
  await move(rig, ['merged', 'cap-request'])
  await rig.pass()
  expect((await rig.answer(how)).request.answer).toMatchObject({ how })
  await move(rig, ['held', 'member'])
  await rig.pass()
  expect(rig.news.map((each) => each.how)).toEqual([how])
  expect([await list(rig, 'held'), await list(rig, 'cap-note')]).toEqual([[], []])
  await rig.core.stop(0)
})

it('asks, and tells, nobody in a channel of what was untied since', async () => {
  const { core, told, ask, pass, set } = await openAsked()
  const { ties } = core.teams
  const [here, there] = [
    { platform: 'slack', id: 'T1', title: 'One' },
    { platform: 'discord', id: 'G1', title: 'Other' },
  ] as const
  const step = await ties.take(await ties.offer(here), there)
  await ties.tie('code' in step ? step.code : '', here, 'eve')
  await set({ adminsChannel: { platform: 'discord', team: 'G1', channel: 'C7' } })
  await ties.untie(there, 'eve')
  const before = told.length
  expect(await ask()).toEqual({ outcome: 'no-channel' })
  await ties.untie(here, 'eve')
  await pass()
  expect(told.slice(before)).toEqual([])
  await core.stop(0)
})

it('gives nothing where there is room by now, and draws it', async () => {
  const rig = await openAsked()
  await rig.ask()
  await rig.set({ memberCap: 100 })
  expect((await rig.answer('approved')).request.answer).toMatchObject({ how: 'drawn' })
  await rig.pass()
  expect([await list(rig, 'cap-raise'), await list(rig, 'cap-note'), rig.news]).toEqual([[], [], []])
  expect(await rig.balances()).toEqual([80, 100])
  await rig.core.stop(0)
})

it('names whoever answered as the team knows them, and nobody who is gone', async () => {
  const { core, ask, answer, store, clock } = await openAsked()
  await core.teams.seeMember(team, eve)
  await ask()
  expect((await answer('declined')).request.answer?.by).toEqual(eve)
  await core.erase('eve')
  expect((await answer('declined')).request.answer?.by).toEqual({ ...eve, name: '' })
  const kept = await store.records.listRecords('cap-request', undefined, clock.now())
  expect(JSON.stringify(kept)).not.toContain('Eve')
  await core.stop(0)
})
