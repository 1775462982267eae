/** Plays a busy day on several processes of the whole program, some of which are killed on the way. */
import { setTimeout as wait } from 'node:timers/promises'
import { renderCallId } from '#bots/slack/receive.ts'
import { findBookFaults, readBooks } from '#tests/crash/books.ts'
import { type Program, startProgram } from '#tests/crash/kill/program.ts'
import { createRandom, type Random } from '#tests/crash/kill/random.ts'
import { startTown, type Town } from '#tests/crash/kill/town.ts'
import { untilEnded } from '#tests/crash/kill/until-ended.ts'
import type { Interaction } from '#tests/standins/slack/interaction.ts'
import { createCountingWay } from './counting-way.ts'
import { drawingTime, pauseBetween, pick, weighByZipf } from './crowd.ts'
import { findBusiest, findPercentile, listWaits, partByUse } from './figures.ts'

export interface Day {
  /** A server, for a database of its own there. */
  mongodbUri: string
  processes: number
  people: number
  /** Commands asked for, each of one picture. */
  commands: number
  commandsPerSecond: number
  imagesPerMinute: number
  /** How long the vendor takes over half of them, at most. Milliseconds. */
  drawing: number
  seed: number
}

export type Played = Awaited<ReturnType<typeof playDay>>

/** How uneven use is: with 300 people, the first asks for 6 in 100, and half of all for 18. */
const exponent = 0.8
/** The part of the processes that is killed, one after the other, and started again. */
const killedPart = 1 / 3
/** Until a killed one is there again. Milliseconds. */
const absence = 15_000

/** Rejects where the program does not start. */
export async function playDay(day: Day) {
  const town = await startTown({ ...day, slackAlone: true })
  const way = await createCountingWay(town.env.MONGODB_URI ?? '')
  const env = {
    ...town.env,
    MONGODB_URI: way.uri,
    PICTURES_AT_ONCE: String(Math.ceil((day.commandsPerSecond * day.drawing * 2) / 1_000)),
  }
  const programs: Program[] = []
  const start = async () => void programs.push(await startProgram(env))
  try {
    for (let number = 0; number < day.processes; number++) await start()
    await town.slack.operator.sockets.untilConnected(day.processes)
    const random = createRandom(day.seed)
    prepareVendor(town, day, random)
    const [before, began] = [way.count(), Date.now()]
    const [killed, asked] = await Promise.all([killSome(day, programs, start), ask(town, day, random)])
    await untilEnded(town)
    const seconds = (Date.now() - began) / 1_000
    const requests = way.count() - before
    const said = await Promise.all(programs.slice(killed).map((program) => program.stop()))
    return {
      ...(await sum(town, day)),
      ...(await countUnrecorded(town, asked)),
      killed,
      seconds,
      requests,
      ends: said,
    }
  } finally {
    for (const program of programs) await program.kill()
    await way.close()
    await town.close()
  }
}

function prepareVendor({ openai }: Town, { commands, drawing }: Day, random: Random): void {
  const times = Array.from({ length: commands * 2 }, () => drawingTime(drawing, random))
  openai.behave(...times.map((until) => ({ kind: 'slow' as const, until })))
}

async function ask({ people, channel }: Town, day: Day, random: Random): Promise<Interaction[]> {
  const asked: Interaction[] = []
  const weights = weighByZipf(people.length, exponent)
  let due = Date.now()
  for (let number = 0; number < day.commands; number++) {
    const person = people[pick(weights, random)]
    if (person) asked.push(person.slash(channel, '/imagine', `picture ${number} --quality draft`))
    due += pauseBetween(day.commandsPerSecond, random)
    if (due > Date.now()) await wait(due - Date.now())
  }
  return asked
}

/** The first ones, spread over the day; answers with how many. */
async function killSome(day: Day, programs: readonly Program[], start: () => Promise<void>): Promise<number> {
  const killed = Math.floor(day.processes * killedPart)
  const length = (day.commands / day.commandsPerSecond) * 1_000
  for (const program of programs.slice(0, killed)) {
    await wait(length / (killed + 1))
    await program.kill()
    await wait(absence)
    await start()
  }
  return killed
}

async function sum({ store, openai, sides }: Town, { imagesPerMinute }: Day) {
  const books = await readBooks(store)
  const waits = listWaits(books.generations)
  const { heavy, light } = partByUse(waits)
  const drawn = openai.requests.filter(({ path }) => path.endsWith('/generations')).map(({ at }) => at)
  const vendors = [openai, ...Object.values(sides)]
  return {
    recorded: books.generations.length,
    delivered: waits.length,
    waits: [0.5, 0.99].map((part) =>
      findPercentile(
        waits.map(({ took }) => took),
        part,
      ),
    ),
    heavy: findPercentile(heavy, 0.99),
    light: findPercentile(light, 0.99),
    ...findBusiest(drawn, imagesPerMinute),
    faults: [...findBookFaults(books), ...vendors.flatMap(({ faults }) => faults)],
  }
}

/** What became of those that were not accepted: told so, not acknowledged in time, or cut off before they cost anything. */
async function countUnrecorded({ store }: Town, asked: readonly Interaction[]) {
  const { generations } = await readBooks(store)
  const recorded = new Set(generations.map(({ call }) => call))
  const others = asked.filter(({ id }) => !recorded.has(renderCallId(id)))
  const acknowledged = await Promise.all(others.map(async (each) => (await each.acknowledged).ok))
  const failed = others.filter((_, index) => !acknowledged[index]).length
  const told = others.filter(({ replies }, index) => acknowledged[index] && replies.length > 0).length
  return { told, failed, cutOff: others.length - failed - told }
}
