/** Greetings, languages and what waits for its person to be linked, as work to be cut off. */
import { createHeldCalls } from '#core/accounts/held-calls.ts'
import { createLinkProofs, type ProofPorts } from '#core/accounts/link-proofs.ts'
import { keepRequest } from '#core/accounts/link-requests.ts'
import { createPreferences } from '#core/accounts/preferences.ts'
import { CoreError } from '#core/errors.ts'
import type { Generation } from '#core/index.ts'
import { nobody } from '#core/outbound.ts'
import type { RecordStore, StoredRecord } from '#core/records/record-store.ts'
import { createGreetings } from '#core/teams/greetings.ts'
import { createTeamNotes } from '#core/teams/team-notes.ts'
import { deliveredFox } from '#tests/bots/calls.ts'
import { silent } from '#tests/kept-log.ts'
import type { Work } from './outside.ts'
import { createVirtualClock } from './virtual-clock.ts'

const base = Date.UTC(2100, 0, 1)
const clock = { now: () => base }
const guild = { platform: 'discord', team: 'G1' } as const
const ann = { platform: 'discord', user: 'ann', name: 'Ann' } as const
const call = { id: 'call', user: ann, origin: { platform: 'discord', address: {} }, asked: {} } as const
const done = async () => undefined

const count = (kind: StoredRecord['kind']) => async (records: RecordStore) =>
  (await records.listRecords(kind, undefined, base)).length
function greet(records: RecordStore, tellTeam: () => Promise<string>) {
  const ports = { records, clock: createVirtualClock(), log: silent }
  const outbound = { ...nobody, tellTeam }
  const notes = createTeamNotes({ ...ports, outbound, owner: 'here', isAlive: () => false })
  return createGreetings({ ...ports, ...notes }).greet({ ...guild, channel: 'C1' }, 'de')
}
const preferences = (records: RecordStore) => createPreferences({ records, clock })
const cannot = (code: 'cannot-post' | 'not-connected') => () => Promise.reject(new CoreError(code, {}))

/** One process after the other looks, each when the claim of the one before is over. */
let now = base
function held(records: RecordStore, runHeld: () => Promise<void> = done, placed?: Generation) {
  now += 3 * 60_000
  const at = now
  return createHeldCalls({
    ...{ records, log: silent, hash: (...texts) => texts.join() },
    generations: { find: async () => placed },
    findLinked: async () => ({ id: 'ann', createdAt: 0 }),
    outbound: { ...nobody, runHeld },
    clock: { now: () => at, sleep: () => new Promise(() => undefined) },
  })
}
async function run(records: RecordStore, ...ways: readonly (() => Promise<void>)[]): Promise<void> {
  for (const way of ways) {
    const calls = held(records, way)
    await calls.start()
    await calls.stop()
  }
}
function hold(records: RecordStore) {
  now = base
  return held(records).hold(call)
}
const heldCalls = count('held-call')
async function holdClaimed(records: RecordStore) {
  await hold(records)
  for (const record of await records.listRecords('held-call', undefined, base)) {
    await records.replaceRecord({ ...record, body: { ...record.body, claimedUntil: base + 3_600_000 } })
  }
}
async function lookOnceMore(records: RecordStore) {
  const calls = held(records, done, deliveredFox)
  await calls.start()
  await calls.stop()
}

const signIn = {
  platform: 'discord',
  issuer: 'https://sign.in',
  redeem: async () => ({ users: [] }),
  renderAddress: () => 'https://sign.in',
} as const
/** Ends before anybody is linked, so that what links is not there. */
const unneeded = {} as Pick<ProofPorts, 'store' | 'mails' | 'merge' | 'welcome'>
const session = { handle: 's1' }
const linking = (records: RecordStore) => ({
  ...{ ...unneeded, records, log: silent, signIns: [signIn], createId: () => 'state' },
  clock: { now: () => base, sleep: done },
  hash: (...texts: readonly string[]) => texts.join('-').replaceAll('.', '-'),
})
const ask = (records: RecordStore) => keepRequest(linking(records), { user: ann }, 'secret')
async function begin(records: RecordStore) {
  const way = { redirect: 'https://bot.test/back', back: '/' }
  await createLinkProofs(linking(records)).beginProof(await ask(records), session, way)
}
const decline = (records: RecordStore) =>
  createLinkProofs(linking(records)).finishProof(
    { platform: 'discord', state: 'state' },
    { account: { id: 'ann', createdAt: 0 }, session },
  )
const proofs = count('link-proof')

export const peopleWorks: readonly Work[] = [
  {
    async act(records) {
      await greet(records, cannot('cannot-post'))
      await greet(records, async () => 'posted')
    },
    read: count('greeted'),
  },
  {
    act: (records) => preferences(records).chooseLanguage('ann', 'de'),
    read: (records) => preferences(records).findLanguages('ann'),
  },
  { act: begin, read: proofs },
  { before: begin, act: decline, read: proofs },
  { act: hold, read: heldCalls },
  { before: holdClaimed, act: lookOnceMore, read: heldCalls },
  { before: hold, act: (records) => run(records, cannot('not-connected'), done), read: heldCalls },
  {
    before: hold,
    act: (records) => run(records, () => Promise.reject(new Error('not run'))),
    read: heldCalls,
  },
]
