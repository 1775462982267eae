/** Counts what one picture asks of a MongoDB: each question is a way to the server and back, and a write waits for its disk. */
import { expect, it } from 'vitest'
import type { Call } from '#bots/platform.ts'
import { createLedger } from '#core/credits/ledger.ts'
import { payerOfTeam, speak } from '#core/index.ts'
import { createCounter } from '#tests/core/rig.ts'
import { watchCommands } from '#tests/core/store/mongodb/watch-commands.ts'
import { createMongoPlace, openStore } from '#tests/core/store/places.ts'
import { createVirtualClock } from '#tests/crash/virtual-clock.ts'
import { silent } from '#tests/kept-log.ts'
import { bootBot } from './boot.ts'

const ann = { platform: 'slack', user: 'T1:ann', name: 'ann' } as const
const writing = ['insert', 'update', 'findAndModify', 'delete']

const inTeam = {
  origin: { platform: 'slack', team: 'T1', channel: 'C1', locale: 'en', address: { user: ann.user } },
  team: { id: 'T1', findName: async () => 'T1', post: async () => '', link: () => '' },
} as const
const alone = { origin: { platform: 'slack', locale: 'en', address: { user: ann.user } } } as const

/** Ann, linked, who has asked for a picture there before; the team may have credits of its own. */
async function open(place: Pick<Call, 'origin' | 'team'>, ofTeam = 0) {
  const asked: string[] = []
  const hear = (name: string, command: object) => void asked.push(`${name} ${Object.values(command)[0]}`)
  const store = await openStore(async () => {
    const { open, remove } = await createMongoPlace()
    return { open: () => watchCommands(hear, open), remove }
  })
  const clock = createVirtualClock()
  const stopped = async () => undefined
  const platform = { name: 'slack', start: stopped, stop: stopped, send: stopped, retract: stopped } as const
  const { core, dispatch } = bootBot(
    { store, clock, log: silent, ...createCounter() },
    { welcomeCredits: 1_000 },
    () => platform,
  )
  const { id: account } = await core.accounts.openAccount(ann)
  const wallet = payerOfTeam('slack:T1')
  const gift = { wallet, key: 'gift', kind: 'grant', reference: '' } as const
  if (ofTeam > 0) await createLedger(store.ledger, clock).append({ ...gift, amount: ofTeam })
  let calls = 0

  /** From the call until its picture is answered with and counts as delivered. */
  async function imagine() {
    asked.length = 0
    const id = `call:${++calls}`
    await dispatch({
      ...{ id, command: 'imagine', options: { prompt: `fox ${id}` }, user: ann, admin: false, ...place },
      ...{ words: speak(undefined), roomWords: speak(undefined), retract: stopped },
      reply: { progress: () => undefined, finish: stopped },
    })
    return { asked: [...asked], writes: asked.filter((each) => writing.includes(each.split(' ')[0] ?? '')) }
  }
  await imagine()
  const findLeft = () => Promise.all([account, wallet].map(core.credits.findBalance))
  return { imagine, findLeft }
}

/** One after another within a second: what of the rate is taken for several is shared by them. */
const pictures = 8

it.skipIf(!process.env.MONGODB_URI).each([
  ['of their own alone', alone, 0, [11, 6]],
  ['of their own in a team', inTeam, 0, [18, 6]],
  ['of their team', inTeam, 1_000, [24, 6]],
] as const)('with credits %s', async (_name, place, ofTeam, [most, mostWrites]) => {
  const { imagine, findLeft } = await open(place, ofTeam)
  let [all, allWrites] = [0, 0]
  for (let picture = 0; picture < pictures; picture++) {
    const { asked, writes } = await imagine()
    expect(asked.length, asked.join(', ')).toBeLessThanOrEqual(most)
    expect(writes.length, writes.join(', ')).toBeLessThanOrEqual(mostWrites)
    all += asked.length
    allWrites += writes.length
  }
  expect(all / pictures).toBeLessThan(most - 1)
  expect(allWrites / pictures).toBeLessThan(mostWrites - 0.5)
  // All were drawn, and paid for by whom the name says.
  const left = 1_000 - 10 * (pictures + 1)
  expect(await findLeft()).toEqual(ofTeam > 0 ? [1_000, left] : [left, 0])
})
