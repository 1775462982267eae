/** Rounds in the background: when they come, what becomes of one that fails, and how they end. */
import { expect, it } from 'vitest'
import { createRounds } from '#core/records/rounds.ts'
import { createRecordedLog } from '#tests/bots/recorded-log.ts'
import { createVirtualClock } from '#tests/crash/virtual-clock.ts'
import { settle } from '#tests/settle.ts'

type Round = (stopped: AbortSignal) => Promise<unknown>

/** The rounds that are given are done in this order, and then any number that do nothing. */
function setUp(...given: Round[]) {
  const clock = createVirtualClock(0)
  const { log, lines } = createRecordedLog()
  const at: number[] = []
  const round: Round = async (stopped) => {
    at.push(clock.now())
    return await given.shift()?.(stopped)
  }
  const options = { round, every: 10, again: 3, failure: 'It failed', fields: { kind: 'test' }, clock, log }
  async function pass(ms: number) {
    for (let passed = 0; passed < ms; passed++) {
      clock.advance(1)
      await settle()
    }
  }
  return { rounds: createRounds(options), at, lines, pass, clock }
}

it('does the first round at once, or after a pause', async () => {
  const now = setUp()
  await now.rounds.start()
  expect(now.at).toEqual([0])
  await now.pass(25)
  expect(now.at).toEqual([0, 10, 20])
  const later = setUp()
  later.rounds.startLater()
  await later.pass(25)
  expect(later.at).toEqual([10, 20])
})

it('goes on after rounds that fail or cannot be done, which come again sooner, and logs the failing ones', async () => {
  const { rounds, at, lines, pass } = setUp(
    () => Promise.reject(new TypeError()),
    async () => false,
    () => {
      throw new RangeError()
    },
  )
  await rounds.start()
  await pass(30)
  expect(at).toEqual([0, 3, 6, 9, 19, 29])
  expect(lines).toEqual(
    ['TypeError', 'RangeError'].map((name) => ({
      level: 'warn',
      text: expect.stringMatching(`^It failed .*"kind":"test".*"${name}"`),
    })),
  )
})

it('begins the next now where it is hurried, be it in a pause or in a round, and goes on from there', async () => {
  const { promise: held, resolve } = Promise.withResolvers<void>()
  const { rounds, at, pass } = setUp(
    async () => undefined,
    () => held,
  )
  await rounds.start()
  await pass(4)
  rounds.hurry()
  await settle()
  await pass(2)
  for (let time = 0; time < 3; time++) rounds.hurry()
  resolve()
  await settle()
  await pass(12)
  expect(at).toEqual([0, 4, 6, 16])
})

it('waits at its stop for the round under way, tells it, and begins no other', async () => {
  const work = Promise.withResolvers<void>()
  const said: string[] = []
  const { rounds, at, lines, pass } = setUp(async (stopped) => {
    await work.promise
    said.push(stopped.aborted ? 'told' : 'not told')
    throw new Error('cut off')
  })
  rounds.startLater()
  await pass(10)
  const stopping = rounds.stop().then(() => said.push('stopped'))
  await settle()
  expect(said).toEqual([])
  work.resolve()
  await stopping
  await pass(30)
  expect([said, at, lines]).toEqual([['told', 'stopped'], [10], []])
})

it.each(['start', 'startLater'] as const)('never begins a round once stopped: %s', async (start) => {
  const { rounds, at, pass, clock } = setUp()
  await rounds.stop()
  await rounds[start]()
  await pass(30)
  expect([at, clock.findNextWake()]).toEqual([[], undefined])
})

it('can be ended by a round of its own', async () => {
  const { rounds, at, pass } = setUp(async () => void rounds.stop())
  await rounds.start()
  await pass(30)
  expect(at).toEqual([0])
})
