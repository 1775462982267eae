/** Random commands, failures, crashes and restarts: whatever happens, the books are right in the end. */
import fc from 'fast-check'
import { afterAll, expect, it } from 'vitest'
import type { Core, Generation } from '#core/index.ts'
import type { Store } from '#core/store/store.ts'
import { findFaults } from './books.ts'
import { createWorld, type Process, type World } from './world.ts'

const schedules = 2_000
const seed = Number(process.env.CRASH_SEED ?? Date.now() % 2 ** 31)
const accountNames = ['ann', 'bob'] as const
const prompts = ['fox', 'owl', 'bear', 'blocked', 'busy', 'down', 'garbled'] as const

const action = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('imagine' as const),
      who: fc.constantFrom(...accountNames),
      prompt: fc.constantFrom(...prompts),
      fresh: fc.boolean(),
      count: fc.constantFrom(1, 1, 2),
      call: fc.integer({ min: 0, max: 9 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('cancel' as const), who: fc.constantFrom(...accountNames) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('pay' as const), who: fc.constantFrom(...accountNames) }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('settle' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('wait' as const), ms: fc.constantFrom(1_000, 20_000, 90_000) }),
  },
)

const session = fc.record({
  actions: fc.array(action, { maxLength: 8 }),
  point: fc.option(
    fc.record({ step: fc.nat(60), when: fc.constantFrom('before' as const, 'after' as const) }),
    {
      nil: undefined,
      freq: 5,
    },
  ),
  pauses: fc.array(fc.nat(6), { maxLength: 7 }),
  ending: fc.constantFrom('kill' as const, 'stop' as const),
})

type Session = typeof session extends fc.Arbitrary<infer Value> ? Value : never

const counts = { schedules: 0, processes: 0, crashes: 0, generations: 0, steps: new Map<string, number>() }

afterAll(() => {
  const points = [...counts.steps.values()]
  process.stdout.write(
    `crash schedules: ${counts.schedules} (seed ${seed}, replay with CRASH_SEED=${seed}), ` +
      `${counts.processes} processes, ${counts.crashes} crashes at ${points.length} points, ` +
      `the rarest ${Math.min(...points)} times, ${counts.generations} generations\n`,
  )
})

it(`keeps the books through ${schedules} schedules`, { timeout: 600_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(session, { minLength: 1, maxLength: 3 }), async (sessions) => {
      const world = createWorld()
      try {
        expect(await play(world, sessions)).toEqual([])
      } finally {
        world.remove()
      }
    }),
    { seed, numRuns: schedules },
  )
})

async function play(world: World, sessions: readonly Session[]): Promise<string[]> {
  counts.schedules++
  for (const each of sessions) await runSession(world, each)
  return await finish(world)
}

async function runSession(world: World, { actions, point, pauses, ending }: Session): Promise<void> {
  counts.processes++
  const running = await world.boot({
    ...(point && { point }),
    pauses,
    onStep(name) {
      counts.crashes++
      counts.steps.set(name, (counts.steps.get(name) ?? 0) + 1)
    },
  })
  const { core, doomed } = running
  const live = async () => {
    await start(world, core)
    const underWay: Promise<unknown>[] = []
    for (const act of actions) {
      if (act.kind === 'settle') await Promise.allSettled(underWay)
      else if (act.kind === 'wait') world.clock.advance(act.ms)
      else if (act.kind === 'pay') underWay.push(pay(world, core, act.who).catch(() => undefined))
      else if (act.kind === 'imagine') underWay.push(imagine(core, act).catch(() => undefined))
      else underWay.push(cancel(core, act.who).catch(() => undefined))
    }
    await Promise.allSettled(underWay)
    if (ending === 'stop') await core.stop(1_000)
  }
  await Promise.race([live(), doomed.died])
  await end(running)
}

async function end({ doomed, close }: Process): Promise<void> {
  doomed.kill()
  await close()
}

async function start(world: World, core: Core): Promise<void> {
  await core.start(async (generation: Generation) => {
    world.shown.push(generation)
  })
  for (const name of accountNames) await core.accounts.openAccount({ platform: 'terminal', user: name, name })
}

async function imagine(
  core: Core,
  act: { who: string; prompt: string; fresh: boolean; count: number; call: number },
): Promise<void> {
  const account = await core.accounts.requireAccount({ platform: 'terminal', user: act.who, name: act.who })
  const job = await core.images.order({
    account: account.id,
    call: `${act.who}:${act.call}`,
    origin: { platform: 'terminal', address: {} },
    prompt: act.prompt,
    fresh: act.fresh,
    count: act.count,
  })
  const ended = await job.done
  if (ended.status === 'ready') await core.images.markDelivered(ended.id, 'reply')
}

/** The credits of a purchase come from outside, whatever becomes of this process. */
async function pay(world: World, core: Core, who: string): Promise<void> {
  const account = await core.accounts.requireAccount({ platform: 'terminal', user: who, name: who })
  await world.pay(account.id, 20)
}

async function cancel(core: Core, who: string): Promise<void> {
  const account = await core.accounts.requireAccount({ platform: 'terminal', user: who, name: who })
  await core.images.cancelNewest(account.id)
}

/** Whether anything is unfinished, or held for credits that are there. */
async function hasWork({ generations, records, ledger }: Store, { clock }: World): Promise<boolean> {
  if ((await generations.listUnfinished()).length > 0) return true
  for (const { key, body } of await records.listRecords('held', undefined, clock.now())) {
    if (((await ledger.findLast(key))?.balance ?? 0) >= Number(body.price)) return true
  }
  return (await generations.listUnfinished()).length > 0
}

/** A last process runs undisturbed until nothing is left to do; then the books are read. */
async function finish(world: World): Promise<string[]> {
  const last = await world.boot({})
  await start(world, last.core)
  const store = await world.openStore()
  try {
    for (let look = 0; look < 500 && (await hasWork(store, world)); look++) {
      await new Promise((resolve) => setTimeout(resolve, 1))
      if (look % 20 === 19) world.clock.advance(20_000)
    }
    const found = await Promise.all([...world.recorded].map((id) => store.generations.find({ id })))
    const generations = found.filter((generation) => generation !== undefined)
    counts.generations += generations.length
    const accounts = await Promise.all(
      accountNames.map((user) => store.accounts.findIdentity({ platform: 'terminal', user })),
    )
    const ids = accounts.map((identity) => identity?.account ?? '')
    return await findFaults(store, ids, world, generations)
  } finally {
    await end(last)
    await store.close()
  }
}
