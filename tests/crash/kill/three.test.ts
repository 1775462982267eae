/** Three processes of the whole program on one MongoDB, one of which is killed at work. */
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it, onTestFinished } from 'vitest'
import { findBookFaults, readBooks } from '../books.ts'
import { startProgram } from './program.ts'
import { startTown } from './town.ts'

const uri = process.env.MONGODB_URI
const commands = 300
/** Fewer than are asked for at once, so that some must wait for the minute to pass. */
const imagesPerMinute = 200

/** The most pictures in any 60 seconds. */
function findBusiest(purchases: readonly { at: number; pictures: number }[]): number {
  const counts = purchases.map(({ at: from }) =>
    purchases
      .filter(({ at }) => at >= from && at < from + 60_000)
      .reduce((sum, { pictures }) => sum + pictures, 0),
  )
  return Math.max(...counts)
}

describe.skipIf(!uri)('with a server', () => {
  it(`ends ${commands} commands, each charged once, at the pace of one`, { timeout: 300_000 }, async () => {
    const town = await startTown({ mongodbUri: uri, people: 30, imagesPerMinute })
    onTestFinished(() => town.close())
    const { slack, people, channel, openai, store } = town
    const programs = await Promise.all([1, 2, 3].map(() => startProgram(town.env)))
    onTestFinished(async () => {
      for (const program of programs) await program.kill()
    })
    const [first, ...others] = programs
    await slack.operator.sockets.untilConnected(3)

    openai.behave(...Array.from({ length: commands }, () => ({ kind: 'slow' as const, until: 200 })))
    for (let number = 0; number < commands; number++) {
      people[number % people.length]?.slash(channel, '/imagine', `picture ${number} --quality draft`)
      if (number % 10 === 9) await wait(50)
    }
    await openai.received(100)
    await first?.kill()

    const countRecorded = async () => (await readBooks(store)).generations.length
    for (let before = -1, now = 0; before !== now; now = await countRecorded()) {
      before = now
      await wait(5_000)
    }
    while ((await store.generations.listUnfinished()).length > 0) await wait(200)

    const { generations, ...books } = await readBooks(store)
    expect(findBookFaults({ generations, ...books })).toEqual([])
    const prompts = openai.requests.flatMap(({ fields: { prompt } }) =>
      prompt === undefined ? [] : [prompt],
    )
    expect(new Set(prompts).size).toBe(prompts.length)
    // What the killed one had acknowledged and not yet recorded is lost, and cost nothing.
    expect(generations.length).toBeGreaterThan(commands - 40)
    const delivered = generations.filter(({ status }) => status === 'delivered')
    expect(delivered.length).toBeGreaterThan(imagesPerMinute)
    expect(findBusiest(openai.purchases)).toBeLessThanOrEqual(imagesPerMinute)
    for (const program of others) expect(await program.stop()).toBe(0)
  })
})
