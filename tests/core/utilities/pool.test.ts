/** The pool of threads: bounded, done with what hangs, fills memory or ends, and none of it felt by the next job. */
import { expect, it, onTestFinished } from 'vitest'
import type { Clock } from '#core/clock.ts'
import { CoreError } from '#core/errors.ts'
import { copyTask, listHandedOver } from '#core/utilities/answer.ts'
import { createPool, type PoolLimits, usualLimits } from '#core/utilities/pool.ts'
import { createVirtualClock } from '#tests/crash/virtual-clock.ts'
import { createKeptLog } from '#tests/kept-log.ts'

const program = new URL('./odd-thread.ts', import.meta.url)

function setUp(limits: Partial<PoolLimits> = {}) {
  const clock = createVirtualClock()
  const asked = Promise.withResolvers<void>()
  const heard: Clock = {
    ...clock,
    sleep(ms, signal) {
      asked.resolve()
      return clock.sleep(ms, signal)
    },
  }
  const { log, lines } = createKeptLog()
  const pool = createPool({ clock: heard, log }, { ...usualLimits, program, ...limits })
  onTestFinished(() => pool.stop(0))
  const run = (text: string, prepared: Promise<void> = Promise.resolve()) =>
    pool.run('placeholder', async () => {
      await prepared
      return { text, language: 'zh', width: 1, height: 1, color: '', format: 'png' }
    })
  /** Which thread did it. */
  const work = async () => (await run('work')).files[0]?.name
  /** `begun`: resolves once a thread is asked for something, which may take a time. */
  return { pool, clock, lines, run, work, begun: asked.promise }
}

it('keeps a thread for the next job, and ends it when there is none for a while', async () => {
  const { work, clock } = setUp()
  const first = await work()
  expect(await work()).toBe(first)
  clock.advance(usualLimits.idle)
  expect(await work()).not.toBe(first)
})

it('does so many jobs at once, lets so many wait, and refuses the rest at once', async () => {
  const { run } = setUp({ threads: 2, jobs: 3 })
  const { promise, resolve } = Promise.withResolvers<void>()
  const three = [run('work', promise), run('work', promise), run('work', promise)]
  await expect(run('work')).rejects.toMatchObject({ code: 'utility-busy' })
  resolve()
  expect(new Set((await Promise.all(three)).map(({ files }) => files[0]?.name)).size).toBe(2)
  await run('work')
})

it('holds what few jobs are given, and refuses those that may not wait for that', async () => {
  const { pool, run } = setUp({ threads: 1, held: 2 })
  const { promise, resolve } = Promise.withResolvers<void>()
  const two = [run('work', promise), run('work', promise)]
  const qr = { text: 'work', size: 1, color: '', background: '' }
  let isRead = false
  const third = pool.run('qr', async () => {
    isRead = true
    return qr
  })
  const refuse = () => Promise.reject(new CoreError('too-many-utilities', { of: 'person', wait: 1 }))
  await expect(pool.run('qr', async () => qr, { admit: refuse })).rejects.toMatchObject({
    code: 'too-many-utilities',
  })
  expect(isRead).toBe(false)
  resolve()
  await Promise.all([...two, third])
  expect(isRead).toBe(true)
})

it('does one large job at a time, others beside it, and keeps nothing of its thread', async () => {
  const { pool, work } = setUp()
  const { promise, resolve } = Promise.withResolvers<void>()
  const begun: number[] = []
  const large = [0, 1].map((at) =>
    pool.run(
      'qr',
      async () => {
        begun.push(at)
        await promise
        return { text: 'work', size: 1, color: '', background: '' }
      },
      { isLarge: true },
    ),
  )
  const light = await work()
  expect(begun).toEqual([0])
  resolve()
  const threads = (await Promise.all(large)).map(({ files }) => files[0].name)
  expect(begun).toEqual([0, 1])
  // The first had the one that was idle.
  expect(threads[0]).toBe(light)
  expect(threads[1]).not.toBe(light)
})

it('takes no file from who gave it, whatever its memory is shared with', async () => {
  const { pool } = setUp()
  const pooled = Buffer.from('a file')
  expect(pooled.buffer.byteLength).toBeGreaterThan(pooled.byteLength)
  const whole = new Uint8Array([1, 2, 3])
  for (const image of [whole, whole.subarray(1), pooled, pooled]) {
    const before = [...image]
    const run = () =>
      pool.run('qr', async () => ({ text: 'echo', size: 1, color: '', background: '', image }))
    for (const { files } of await Promise.all([run(), run()])) {
      expect([...files[0].bytes]).toEqual(before)
      // Nothing that lies beside it goes along.
      expect(files[0].name).toBe(String(before.length))
    }
    expect([...image]).toEqual(before)
  }
})

it('hands its own copy of a file over', () => {
  const image = new Uint8Array([1, 2, 3])
  const { input } = copyTask('qr', { text: 'hello', image, again: image })
  const memory = listHandedOver(Object.values(input))
  expect(memory.map(({ byteLength }) => byteLength)).toEqual([3, 3])
  expect(memory).not.toContain(image.buffer)
  // The first of many small files that share their memory, and a part of one.
  expect(listHandedOver([Buffer.from('a file'), image.subarray(1), 'hello'])).toEqual([])
})

it('gives up what hangs, and goes on with others', async () => {
  const { run, work, clock, begun } = setUp({ threads: 1 })
  const hung = run('hang')
  const next = work()
  const given = expect(hung).rejects.toMatchObject({ code: 'utility-too-much' })
  await begun
  clock.advance(10_000)
  await given
  expect(await next).toBeDefined()
})

it('refuses what takes more memory than a thread has', async () => {
  const { run, work } = setUp()
  await expect(run('fill')).rejects.toMatchObject({ code: 'utility-too-much' })
  expect(await work()).toBeDefined()
}, 60_000)

it('hands on refusals as they are, and faults with what the log may say of them', async () => {
  const { run, work, lines } = setUp()
  const first = await work()
  await expect(run('refuse')).rejects.toMatchObject({ code: 'not-found', data: { id: 'x' } })
  await expect(run('fail')).rejects.toMatchObject({ message: 'a mistake', stack: /odd-thread/ })
  expect(await work()).toBe(first)
  await expect(run('end')).rejects.toMatchObject({ code: 'stopping' })
  expect(await work()).not.toBe(first)
  expect(lines).toEqual([])
})

it('takes nothing more once it stops, and ends what is under way after a while', async () => {
  const { pool, run, clock, begun } = setUp({ threads: 1 })
  const jobs = Promise.allSettled([run('hang'), run('work')])
  await begun
  const stopped = pool.stop(5_000)
  await expect(run('work')).rejects.toMatchObject({ code: 'stopping' })
  clock.advance(5_000)
  await stopped
  expect((await jobs).map((job) => job.status === 'rejected' && job.reason.code)).toEqual([
    'stopping',
    'stopping',
  ])
})
