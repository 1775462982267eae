/**
 * `npm run crash`: many random crash schedules on each store, and what was seen. CRASH_SQLITE and CRASH_MONGODB set how
 * many, CRASH_SEED and CRASH_FROM replay one. A run of full size also fails when a surveyed point was hit too seldom.
 */
import { createFigures } from './figures.ts'
import { createMongoPlace, createSqlitePlace } from './places.ts'
import { playSchedules, type Run } from './play.ts'
import { scheduleCounts } from './schedule-counts.ts'
import { makeSurvey } from './survey.ts'

const { env } = process
const survey = await makeSurvey()
const seed = Number(env.CRASH_SEED ?? Date.now() % 2 ** 31)
const from = Number(env.CRASH_FROM ?? 0)
const uri = env.MONGODB_URI

/** How often each surveyed point must be hit in a full run. */
const enough = 50

/** What makes a run full. */
const full = scheduleCounts.all

/** Answers whether the books were right throughout, and in a full run whether it was as thorough as it must be. */
async function run(
  name: keyof typeof full,
  schedules: number,
  places: Pick<Run, 'createPlace' | 'migration'>,
): Promise<boolean> {
  const figures = createFigures(survey)
  const began = Date.now()
  const failures = await playSchedules({ ...places, seed, from, to: from + schedules, survey, figures })
  const seconds = Math.round((Date.now() - began) / 1_000)
  print(`${name}: ${figures.render()} in ${seconds} s; seed ${seed}`)
  const rare = figures.listPoints().filter(({ hits }) => hits < enough)
  const unmet = figures.listUnmet()
  const isFull = schedules >= full[name]
  for (const { name, hits } of isFull ? rare : []) print(`  ${name} was hit ${hits} times only`)
  for (const name of unmet) print(`  ${name} is on no way in ways.ts`)
  for (const { number, ...rest } of failures) {
    print(`  CRASH_SEED=${seed} CRASH_FROM=${number}: ${JSON.stringify(rest, undefined, 2)}`)
  }
  const isThorough = rare.length === 0 && unmet.length === 0
  return failures.length === 0 && (isThorough || !isFull)
}

function print(text: string): void {
  process.stdout.write(`${text}\n`)
}

const createTarget = uri ? () => createMongoPlace(uri) : createSqlitePlace
const outcomes = [
  await run('SQLite', Number(env.CRASH_SQLITE ?? full.SQLite), {
    createPlace: createSqlitePlace,
    migration: { createTarget, every: 5 },
  }),
]
if (uri) {
  const places = { createPlace: createTarget, migration: { createTarget, every: 1 } }
  outcomes.push(await run('MongoDB', Number(env.CRASH_MONGODB ?? full.MongoDB), places))
} else print('MongoDB: MONGODB_URI is not set')
process.exit(outcomes.includes(false) ? 1 : 0)
