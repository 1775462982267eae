/** While the host takes no pictures none is bought, and what was bought is kept, hosted later, and delivered. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { CoreError } from '#core/errors.ts'
import { OperatorFault } from '#core/operator-fault.ts'
import type { Store } from '#core/store/store.ts'
import { settle } from '#tests/settle.ts'
import { createRig } from './rig.ts'

const passing = new CoreError('hosting-failed', {}, { cause: Object.assign(new Error(), { status: 429 }) })
const minute = 60_000

type Rig = ReturnType<typeof createRig>

/** Lets time go by, a second at a time. */
async function pass({ clock }: Rig, ms: number): Promise<void> {
  for (let passed = 0; passed < ms; passed += 1_000) {
    clock.advance(1_000)
    if (passed % 5_000 === 0) await settle()
  }
  await settle()
}

/** Waits for what happens without time passing, but on the disk. */
const see = (check: () => void) => vi.waitFor(check, { timeout: 20_000, interval: 10 })

const listKept = ({ folder }: Rig, disk = 'unhosted') => {
  try {
    return readdirSync(join(folder, disk, 'pictures'))
  } catch {
    return []
  }
}

/** What an outage of the host costs twelve people. */
async function orderTwelve(rig: Rig, core: Awaited<ReturnType<Rig['boot']>>) {
  const outcomes: string[] = []
  for (let number = 0; number < 12; number++) {
    const placed = await rig
      .order(core, `person ${number}`, `picture ${number}`)
      .catch((error: CoreError) => void outcomes.push(error.code))
    placed?.done.then(
      (ended) => void outcomes.push(ended.failure?.code ?? ended.status),
      (error: CoreError) => void outcomes.push(error.code),
    )
    await see(() => expect(listKept(rig)).toHaveLength(1))
  }
  return outcomes
}

describe.each([
  ['429', passing],
  ['a broken connection', new CoreError('hosting-failed', {}, { cause: new TypeError('fetch failed') })],
  [
    '401',
    new CoreError(
      'hosting-failed',
      { refused: true },
      { cause: Object.assign(new Error(), { status: 401 }) },
    ),
  ],
  [
    '415',
    new CoreError(
      'hosting-failed',
      { refused: true },
      { cause: Object.assign(new Error(), { status: 415 }) },
    ),
  ],
  [
    'a missing variant',
    new CoreError('hosting-failed', { refused: true }, { cause: new OperatorFault('no variant') }),
  ],
])('a host that answers with %s', (_, fault) => {
  it('costs one picture of twelve, which is delivered when it is back', async () => {
    const rig = createRig()
    const core = await rig.boot()
    rig.host.fault = fault
    const outcomes = await orderTwelve(rig, core)
    expect(rig.drawn).toEqual(['picture 0'])
    expect(outcomes).toEqual(Array.from({ length: 11 }, () => 'hosting-down'))
    expect(listKept(rig)).toHaveLength(1)
    rig.host.fault = undefined
    await pass(rig, 61_000)
    await see(() => expect(outcomes.at(-1)).toBe('ready'))
    expect([...rig.hosted.values()]).toEqual(['picture 0'])
    await see(() => expect(listKept(rig)).toEqual([]))
    const next = await rig.order(core, 'person 1', 'picture 1')
    expect((await next.done).status).toBe('ready')
  })
})

it('charges nothing for what was refused, and gives back what waited', async () => {
  const rig = createRig({ runningPerAccount: 1 })
  const core = await rig.boot()
  const release = rig.hold('first')
  const first = await rig.order(core, 'ann', 'first')
  const second = await rig.order(core, 'ann', 'second')
  const other = await rig.order(core, 'bob', 'other')
  await other.done
  rig.host.fault = passing
  release()
  await see(() => expect(listKept(rig)).toEqual([first.id]))
  await expect(rig.order(core, 'bob', 'late')).rejects.toMatchObject({ code: 'hosting-down' })
  await pass(rig, 50_000)
  expect((await second.done).failure?.code).toBe('hosting-down')
  expect(await core.credits.findBalance(other.account)).toBe(9_990)
  await pass(rig, 13 * minute)
  expect((await first.done).failure?.code).toBe('hosting-failed')
  expect(await core.credits.findBalance(first.account)).toBe(10_000)
  expect(rig.drawn).toEqual(['first', 'other'])
  await see(() => expect(listKept(rig)).toEqual([]))
})

it('blames a picture that alone is refused, and goes on', async () => {
  const rig = createRig()
  const core = await rig.boot()
  const refused = new CoreError('hosting-failed', { refused: true }, { cause: new Error('5455') })
  rig.host.refuses = (text) => (text === 'odd' ? refused : undefined)
  const odd = await rig.order(core, 'ann', 'odd')
  expect((await odd.done).failure?.code).toBe('hosting-failed')
  expect((await (await rig.order(core, 'ann', 'even')).done).status).toBe('ready')
  expect(listKept(rig)).toEqual([])
})

it('asks the host at growing pauses, and as late as it wishes', async () => {
  const rig = createRig()
  const core = await rig.boot()
  rig.host.fault = passing
  await rig.order(core, 'ann', 'fox')
  await see(() => expect(listKept(rig)).toHaveLength(1))
  const before = rig.host.puts
  await pass(rig, 5 * minute)
  expect(rig.host.puts - before).toBeLessThanOrEqual(8)
  rig.host.fault = new CoreError('hosting-failed', { retryAfter: 4 * minute })
  await pass(rig, minute)
  const asked = rig.host.puts
  await pass(rig, 3 * minute - 5_000)
  expect(rig.host.puts).toBe(asked)
})

it('says in the log what an operator must do, once, and when it is over', async () => {
  for (const [status, level] of [
    [401, 'error'],
    [403, 'error'],
    [429, 'warn'],
    [522, 'warn'],
  ] as const) {
    const rig = createRig()
    const core = await rig.boot()
    const data = status < 429 ? { refused: true as const } : {}
    rig.host.fault = new CoreError('hosting-failed', data, { cause: Object.assign(new Error(), { status }) })
    await rig.order(core, 'ann', 'fox')
    await see(() => expect(listKept(rig)).toHaveLength(1))
    await pass(rig, 2 * minute)
    rig.host.fault = undefined
    await pass(rig, minute)
    await see(() => expect(rig.lines.at(-1)?.level).toBe('info'))
    const said = rig.lines.filter(({ message }) => /hosted/.test(message) && !/kept/.test(message))
    expect(said.map((line) => [line.level, line.message])).toEqual([
      [level, 'Pictures cannot be hosted; none are drawn until they can'],
      ['info', 'Pictures can be hosted again'],
    ])
    expect(said[0]?.fields).toMatchObject({ err: { cause: { status } } })
  }
})

/** A process that will be seen no more. */
async function orderKept(rig: Rig, disk?: string) {
  const first = await rig.boot(undefined, true, [], disk)
  rig.host.fault = passing
  const order = await rig.order(first, 'ann', 'fox')
  await see(() => expect(listKept(rig, disk)).toEqual([order.id]))
  expect(rig.drawn).toEqual(['fox'])
  return { first, order }
}

describe('a process that ends meanwhile', () => {
  it('leaves what it kept to the next on the same disk, which delivers it', async () => {
    const rig = createRig()
    const { first, order } = await orderKept(rig)
    rig.bury(first)
    rig.host.fault = undefined
    const second = await rig.boot()
    await see(() => expect(rig.delivered).toMatchObject([{ id: order.id, status: 'ready' }]))
    expect(rig.drawn).toEqual(['fox'])
    expect(await second.credits.findBalance(order.account)).toBe(9_990)
    await see(() => expect(listKept(rig)).toEqual([]))
  })

  it('takes nothing away that the next is about to show, though it was not gone after all', async () => {
    const rig = createRig()
    const { first } = await orderKept(rig)
    rig.bury(first)
    rig.host.fault = undefined
    const tried = rig.host.puts
    const gate = Promise.withResolvers<void>()
    await rig.boot((store) => ({
      ...store,
      generations: {
        ...store.generations,
        async change(id, guard, change) {
          if (change.status === 'ready') await gate.promise
          return await store.generations.change(id, guard, change)
        },
      },
    }))
    await see(() => expect(rig.host.puts).toBe(tried + 1))
    await pass(rig, minute)
    expect(rig.host.puts).toBe(tried + 2)
    expect(listKept(rig)).toHaveLength(1)
    gate.resolve()
    await see(() => expect(rig.delivered).toMatchObject([{ status: 'ready' }]))
    expect([...rig.hosted.values()]).toEqual(['fox'])
  })

  it('says so when it is stopped, and the next takes it up while the host is still away', async () => {
    const rig = createRig()
    const { first, order } = await orderKept(rig)
    const ending = expect(order.done).rejects.toMatchObject({ code: 'stopping' })
    await first.stop(0)
    await ending
    expect(listKept(rig)).toEqual([order.id])
    const tried = rig.host.puts
    const second = await rig.boot()
    await see(() => expect(rig.host.puts).toBeGreaterThan(tried))
    await expect(rig.order(second, 'bob', 'owl')).rejects.toMatchObject({ code: 'hosting-down' })
    rig.host.fault = undefined
    await pass(rig, minute)
    await see(() => expect(rig.delivered).toMatchObject([{ id: order.id, status: 'ready' }]))
  })

  it('is waited for by another machine, which gives the credits back in time', async () => {
    const rig = createRig()
    const { first, order } = await orderKept(rig, 'one disk')
    order.done.catch(() => undefined)
    await first.stop(0)
    const other = await rig.boot(undefined, true, [], 'another disk')
    await pass(rig, 12 * minute)
    expect(await other.credits.findBalance(order.account)).toBe(9_990)
    await pass(rig, 2 * minute)
    await see(() =>
      expect(rig.delivered).toMatchObject([{ id: order.id, failure: { code: 'hosting-failed' } }]),
    )
    expect(await other.credits.findBalance(order.account)).toBe(10_000)
    await rig.boot(undefined, true, [], 'one disk')
    await pass(rig, 20_000)
    await see(() => expect(listKept(rig, 'one disk')).toEqual([]))
  })
})

it('keeps it in memory where the disk takes nothing', async () => {
  const rig = createRig()
  const core = await rig.boot(undefined, true, [], '\0')
  rig.host.fault = passing
  const order = await rig.order(core, 'ann', 'fox')
  await see(() => expect(rig.host.puts).toBe(1))
  rig.host.fault = undefined
  await pass(rig, 20_000)
  expect((await order.done).status).toBe('ready')
})

it('finds what was kept before the store knew of it', async () => {
  const rig = createRig()
  const forgetful = (store: Store): Store => ({
    ...store,
    generations: {
      ...store.generations,
      async change(id, guard, change) {
        if (change.kept) throw new CoreError('store-unavailable', {})
        return await store.generations.change(id, guard, change)
      },
    },
  })
  const first = await rig.boot(forgetful)
  rig.host.fault = passing
  const order = await rig.order(first, 'ann', 'fox')
  await see(() => expect(listKept(rig)).toHaveLength(1))
  rig.bury(first)
  rig.host.fault = undefined
  await rig.boot()
  await see(() => expect(rig.delivered).toMatchObject([{ id: order.id, status: 'ready' }]))
})
