/** Staying connected, by a clock that stands still: what passes is tried again, what an operator must mend is said. */
import { setImmediate as turn } from 'node:timers/promises'
import { describe, expect, it, onTestFinished } from 'vitest'
import { type Away, type Connection, keepConnected } from '#bots/keep-connected.ts'
import { createVirtualClock } from '#tests/crash/virtual-clock.ts'
import { createRecordedLog } from './recorded-log.ts'

class Failure extends Error {
  readonly away: Partial<Away>
  constructor(away: Partial<Away>) {
    super('failed')
    this.away = away
  }
}

/** What is under way comes to rest. */
async function rest() {
  for (let turns = 0; turns < 5; turns++) await turn()
}

/** A platform whose attempts do what they are told, and then succeed. */
function createPlatform(...failures: Partial<Away>[]) {
  const clock = createVirtualClock(0)
  const { log, lines } = createRecordedLog()
  const attempts: { at: number; signal: AbortSignal; lose(error: unknown): void }[] = []
  let hang = false
  const kept = keepConnected({
    name: 'Discord',
    async connect(signal): Promise<Connection> {
      const lost = Promise.withResolvers<unknown>()
      attempts.push({ at: clock.now(), signal, lose: lost.resolve })
      if (hang) await new Promise(() => undefined)
      const failure = failures.shift()
      if (failure) throw new Failure(failure)
      return { lost: lost.promise }
    },
    explain: (error) => ({
      reason: 'no_answer',
      cause: { name: String(error) },
      ...(error instanceof Failure && error.away),
    }),
    clock,
    log,
    random: () => 0.999_999_999,
  })
  onTestFinished(() => kept.stop())
  return {
    ...{ kept, clock, lines, attempts },
    hangNext: () => {
      hang = true
    },
    /** Moves on to the end of each pause in turn, that many times. */
    async pass(pauses: number) {
      for (let pause = 0; pause < pauses; pause++) {
        clock.advance((clock.findNextWake() ?? clock.now()) - clock.now())
        await rest()
      }
    },
    gaps: () => attempts.slice(1).map(({ at }, index) => Math.round(at - (attempts[index]?.at ?? 0))),
    lose: async (error: unknown) => {
      attempts.at(-1)?.lose(error)
      await rest()
    },
  }
}

const times = (count: number, away: Partial<Away>) => Array.from({ length: count }, () => away)

describe('a start', () => {
  it('is over once connected', async () => {
    const { kept, lines } = createPlatform()
    expect(kept.trouble()).toEqual({ since: 0, reason: 'starting' })
    await kept.start()
    expect(kept.trouble()).toBeUndefined()
    expect(lines.map(({ level }) => level)).toEqual(['info'])
  })

  it('ends with the sentence for an operator where only one can help', async () => {
    const { kept, attempts, clock } = createPlatform({ advice: 'Make a new token.' })
    await expect(kept.start()).rejects.toThrow('Make a new token.')
    clock.advance(3_600_000)
    await rest()
    expect(attempts).toHaveLength(1)
  })

  it('is not stopped by anything that passes: tried again with growing pauses, up to five minutes', async () => {
    const { kept, gaps, lines, pass, clock } = createPlatform(...times(12, { reason: 'http_520' }))
    await kept.start()
    expect(kept.trouble()).toEqual({ since: 0, reason: 'http_520' })
    await pass(12)
    expect(gaps().map((ms) => ms / 1_000)).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300])
    expect(kept.trouble()).toBeUndefined()
    expect(lines.filter(({ level }) => level === 'warn')).toHaveLength(12)
    const seconds = Math.round(clock.now() / 1_000)
    expect(lines.at(-1)).toEqual({
      level: 'info',
      text: `Discord is connected {"awaySeconds":${seconds},"failures":12}`,
    })
  })

  it('says with every failed attempt why, for how long, and when it is tried next', async () => {
    const { kept, lines, pass } = createPlatform(...times(2, { reason: 'http_520', cause: { status: 520 } }))
    await kept.start()
    await pass(1)
    expect(lines.at(-1)?.text).toBe(
      'Discord cannot be connected; trying again ' +
        '{"reason":"http_520","cause":{"status":520},"failures":2,"awaySeconds":1,"nextTrySeconds":2}',
    )
  })

  it.each([
    [90_000, 90_000],
    [100, 1_000],
    [86_400_000, 3_600_000],
  ])('waits as long as the vendor asks (%i ms), within reason', async (retryAfter, waited) => {
    const { kept, gaps, pass } = createPlatform({ retryAfter })
    await kept.start()
    await pass(1)
    expect(gaps()).toEqual([waited])
  })

  it('pauses by chance for half of the time, so that many do not come at once', async () => {
    const clock = createVirtualClock(0)
    const { log } = createRecordedLog()
    const connect = async () => Promise.reject(new Error('no'))
    const explain = () => ({ reason: 'no', cause: {} })
    const kept = keepConnected({ name: 'Slack', connect, explain, clock, log, random: () => 0 })
    await kept.start()
    await rest()
    expect(clock.findNextWake()).toBe(500)
    kept.stop()
  })
})

describe('a connection that ends', () => {
  it('is made again at once where it had lasted', async () => {
    const { kept, attempts, lose, clock, lines } = createPlatform()
    await kept.start()
    clock.advance(60_000)
    await lose(new Error('reset'))
    expect(attempts).toHaveLength(2)
    expect(kept.trouble()).toBeUndefined()
    expect(lines.map(({ level }) => level)).toEqual(['info', 'warn', 'info'])
  })

  it('raises no alarm where the vendor asked for it', async () => {
    const { kept, lose, clock, lines } = createPlatform()
    await kept.start()
    clock.advance(60_000)
    await lose(new Failure({ routine: true, reason: 'refresh' }))
    expect(lines.map(({ level }) => level)).toEqual(['info', 'info', 'info'])
  })

  it.each([[{}], [{ routine: true }]])(
    'soon and again is made again more and more seldom: %j',
    async (away) => {
      const { kept, gaps, lose, pass, lines } = createPlatform()
      await kept.start()
      for (let round = 0; round < 6; round++) {
        await lose(new Failure(away))
        await pass(1)
      }
      expect(gaps().map((ms) => ms / 1_000)).toEqual([1, 2, 4, 8, 16, 32])
      expect(lines.filter(({ level }) => level === 'warn')).toHaveLength(6)
    },
  )

  it('is away meanwhile, since its end', async () => {
    const { kept, lose, clock, pass } = createPlatform()
    await kept.start()
    clock.advance(10_000)
    await lose(new Failure({ reason: 'closed' }))
    expect(kept.trouble()).toEqual({ since: 10_000, reason: 'closed' })
    await pass(1)
    expect(kept.trouble()).toBeUndefined()
  })
})

describe('a token that is taken away while it runs', () => {
  it('is an error that an operator reads, and is tried again with long pauses', async () => {
    const { kept, gaps, lose, pass, clock, lines } = createPlatform()
    await kept.start()
    clock.advance(600_000)
    await lose(new Failure({ advice: 'Make a new token.', reason: 'token_refused' }))
    expect(kept.trouble()).toEqual({ since: 600_000, reason: 'token_refused' })
    expect(lines.at(-1)).toMatchObject({ level: 'error', text: expect.stringContaining('Make a new token.') })
    await pass(1)
    expect(gaps()).toEqual([900_000])
    expect(kept.trouble()).toBeUndefined()
  })

  it('ends nothing when it is found out while trying again', async () => {
    const { kept, pass, lines, gaps } = createPlatform({}, ...times(2, { advice: 'Make a new token.' }))
    await kept.start()
    await pass(3)
    expect(gaps().map((ms) => ms / 1_000)).toEqual([1, 300, 300])
    expect(lines.map(({ level }) => level)).toEqual(['warn', 'error', 'error', 'info'])
    expect(kept.trouble()).toBeUndefined()
  })
})

it('is tried at once where somebody knows that it may work now', async () => {
  const { kept, attempts, clock } = createPlatform({ retryAfter: 3_600_000 })
  kept.hurry()
  await kept.start()
  await rest()
  kept.hurry()
  await rest()
  expect([attempts.length, clock.now()]).toEqual([2, 0])
  expect(kept.trouble()).toBeUndefined()
  kept.hurry()
  await rest()
  expect(attempts).toHaveLength(2)
})

describe('stopping', () => {
  it('gives up an attempt of the start', async () => {
    const { kept, attempts, hangNext } = createPlatform()
    hangNext()
    const started = kept.start()
    kept.stop()
    await started
    expect(attempts.map(({ signal }) => signal.aborted)).toEqual([true])
  })

  it('gives up a pause, and whatever comes later is nothing to it', async () => {
    const { kept, attempts, clock, lines } = createPlatform(...times(3, {}))
    await kept.start()
    kept.stop()
    clock.advance(3_600_000)
    await rest()
    expect([attempts.length, lines.length]).toEqual([1, 1])
  })

  it('does not take the end of the connection for a loss', async () => {
    const { kept, attempts, lose, lines } = createPlatform()
    await kept.start()
    kept.stop()
    await lose(new Error('closed by the bot itself'))
    expect([attempts.length, lines.length]).toEqual([1, 1])
  })
})
