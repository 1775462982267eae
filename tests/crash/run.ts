/**
 * `npm run crash`: many random crash schedules on each store, and what was seen. CRASH_SQLITE and CRASH_MONGODB set how
 * many, CRASH_SEED and CRASH_FROM replay one.
 */
import { createFigures } from './figures.ts'
import { createMongoPlace, createSqlitePlace, type Place } from './places.ts'
import { playSchedules } from './play.ts'

const { env } = process
const seed = Number(env.CRASH_SEED ?? Date.now() % 2 ** 31)
const from = Number(env.CRASH_FROM ?? 0)
const uri = env.MONGODB_URI

/** How often each named point must be hit in a whole run. */
const enough = 50

/** Answers whether the books were right throughout. */
async function run(name: string, createPlace: () => Place, schedules: number): Promise<boolean> {
  const figures = createFigures()
  const began = Date.now()
  const failures = await playSchedules({ createPlace, seed, from, to: from + schedules, figures })
  const seconds = Math.round((Date.now() - began) / 1_000)
  print(`${name}: ${figures.render()} in ${seconds} s; seed ${seed}`)
  for (const { name, hits } of figures.listPoints().filter(({ hits }) => hits < enough)) {
    print(`  ${name} was hit ${hits} times only`)
  }
  for (const name of figures.listUnnamed()) print(`  ${name} has no name in points.ts`)
  for (const { number, ...rest } of failures) {
    print(`  CRASH_SEED=${seed} CRASH_FROM=${number}: ${JSON.stringify(rest, undefined, 2)}`)
  }
  return failures.length === 0
}

function print(text: string): void {
  process.stdout.write(`${text}\n`)
}

const outcomes = [await run('SQLite', createSqlitePlace, Number(env.CRASH_SQLITE ?? 10_000))]
if (uri) outcomes.push(await run('MongoDB', () => createMongoPlace(uri), Number(env.CRASH_MONGODB ?? 2_000)))
else print('MongoDB: MONGODB_URI is not set')
process.exit(outcomes.includes(false) ? 1 : 0)
