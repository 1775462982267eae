/** Three processes of the whole program on one MongoDB, one of which is killed at work. */
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it, onTestFinished } from 'vitest'
import { endStatuses } from '#core/images/generation.ts'
import { findBusiest } from '#tests/scale/figures.ts'
import { findBookFaults, readBooks } from '../books.ts'
import { canStartElsewhere, type Program, startProgram } from './program.ts'
import { startTown, type Town } from './town.ts'
import { untilEnded } from './until-ended.ts'

const uri = process.env.MONGODB_URI
const commands = 300
/** Fewer than are asked for at once, so that some must wait for the minute to pass. */
const imagesPerMinute = 200
/** Every so-manieth request is refused as too many, and made again. */
const refusedEvery = 15

/** The first is on a machine of its own if that is asked. */
async function startThree(town: Town, isElsewhere: boolean): Promise<[Program, ...Program[]]> {
  const programs = await Promise.all([
    startProgram(town.env, isElsewhere),
    startProgram(town.env),
    startProgram(town.env),
  ])
  onTestFinished(async () => {
    for (const program of programs) await program.kill()
  })
  await town.slack.operator.sockets.untilConnected(3)
  return programs
}

async function askForPictures({ people, channel, openai }: Town): Promise<void> {
  openai.behave(
    ...Array.from({ length: commands }, (_, index) =>
      index % refusedEvery === 3 ? { kind: 'rate-limited' as const } : { kind: 'slow' as const, until: 200 },
    ),
  )
  for (let number = 0; number < commands; number++) {
    people[number % people.length]?.slash(channel, '/imagine', `picture ${number} --quality draft`)
    if (number % 10 === 9) await wait(50)
  }
}

async function checkEnds({ store, openai }: Town): Promise<void> {
  const { generations, ...books } = await readBooks(store)
  expect(findBookFaults({ generations, ...books })).toEqual([])
  const prompts = openai.requests.flatMap(({ fields: { prompt } }) => (prompt === undefined ? [] : [prompt]))
  const refused = prompts.length - openai.purchases.length
  expect(new Set(prompts).size).toBeGreaterThanOrEqual(prompts.length - refused)
  // What the killed one had acknowledged and not yet recorded is lost, and cost nothing.
  expect(generations.length).toBeGreaterThan(commands - 40)
  const delivered = generations.filter(({ status }) => status === 'delivered')
  expect(delivered.length).toBeGreaterThan(imagesPerMinute)
  expect(openai.purchases.length).toBeLessThanOrEqual(new Set(prompts).size)
  expect(refused).toBeGreaterThan(0)
  const times = openai.requests.filter(({ path }) => path.endsWith('/generations')).map(({ at }) => at)
  expect(findBusiest(times, imagesPerMinute).over).toBe(0)
}

describe.skipIf(!uri)('with a server', () => {
  it(`ends ${commands} commands, each charged once, at the pace of one`, { timeout: 300_000 }, async () => {
    const town = await startTown({ mongodbUri: uri, people: 30, slackAlone: true, imagesPerMinute })
    onTestFinished(() => town.close())
    const [first, ...others] = await startThree(town, false)
    await askForPictures(town)
    await town.openai.received(100)
    await first.kill()
    await untilEnded(town)
    await checkEnds(town)
    for (const program of others) expect(await program.stop()).toBe(0)
  })

  it.skipIf(!canStartElsewhere())(
    'waits for the leases of one on another machine to run out',
    { timeout: 300_000 },
    async () => {
      const town = await startTown({ mongodbUri: uri, people: 30, slackAlone: true, imagesPerMinute })
      onTestFinished(() => town.close())
      const [first, ...others] = await startThree(town, true)
      await askForPictures(town)
      await town.openai.received(100)
      await first.kill()

      const left = (await town.store.generations.listUnfinished()).filter(({ lease }) =>
        lease?.owner.startsWith('elsewhere'),
      )
      expect(left.length).toBeGreaterThan(0)
      await untilEnded(town)
      await checkEnds(town)
      const logs = others.map((program) => program.read()).join('')
      for (const { id, lease } of left) {
        const ended = await town.store.generations.find({ id })
        expect(endStatuses).toContain(ended?.status)
        expect(ended?.endedAt).toBeGreaterThanOrEqual(lease?.until ?? 0)
        expect(logs).toMatch(new RegExp(`"generation":"${id}".*Taking up`))
      }
      for (const program of others) expect(await program.stop()).toBe(0)
    },
  )
})
