/** Tests that acknowledgements go before the work they lead to. */
import { expect, it } from 'vitest'
import { createPrecedence } from '#bots/precedence.ts'
import { createVirtualClock } from '#tests/crash/virtual-clock.ts'

/** What has been done so far, in order. */
async function record(steps: readonly [string, Promise<unknown>][]): Promise<string[]> {
  const done: string[] = []
  for (const [name, step] of steps) void step.then(() => done.push(name))
  await new Promise(setImmediate)
  return done
}

it('lets work begin when the last acknowledgement has ended, also one that failed', async () => {
  const precedence = createPrecedence(createVirtualClock())
  const [one, other] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const first = precedence.first(() => one.promise)
  const second = precedence.first(() => other.promise).catch(() => undefined)
  const begun = precedence.passed()
  one.resolve()
  expect(
    await record([
      ['first', first],
      ['begun', begun],
    ]),
  ).toEqual(['first'])
  other.reject(new Error('late'))
  await second
  await begun
  await precedence.passed()
})

it('waits two seconds for one that hangs', async () => {
  const clock = createVirtualClock()
  const precedence = createPrecedence(clock)
  void precedence.first(() => new Promise(() => undefined))
  const begun = precedence.passed()
  expect(await record([['begun', begun]])).toEqual([])
  clock.advance(2_000)
  await begun
})
