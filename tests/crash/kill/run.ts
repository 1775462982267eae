/**
 * `npm run crash:kill`: kills the whole program at work, as often on each store as KILL_CYCLES says, and prints what was
 * seen. KILL_SEED repeats the same commands and moments, as far as a machine can.
 */
import { killAgainAndAgain } from './cycles.ts'
import { createRandom } from './random.ts'
import { startTown } from './town.ts'

const { env } = process
const seed = Number(env.KILL_SEED ?? Date.now() % 2 ** 31)
const cycles = Number(env.KILL_CYCLES ?? 300)

/** Milliseconds from a start until what was left is taken up, and the part of all starts that may take longer. */
const inTime = 2_000
const mostLate = 0.01

/** Answers whether all was well. */
async function run(name: string, mongodbUri?: string): Promise<boolean> {
  const town = await startTown({ mongodbUri })
  const { faults, recoveries, ...counts } = await killAgainAndAgain(town, cycles, createRandom(seed))
  await town.close()
  const sorted = recoveries.toSorted((one, other) => one - other)
  const median = sorted[sorted.length >> 1] ?? 0
  const late = sorted.filter((each) => each > inTime).length
  print(
    `${name}: ${counts.cycles} kills (${counts.killedAtStart} at start), ${counts.commands} commands, of which ` +
      `${counts.acknowledged} acknowledged: ${counts.recorded} recorded, ${counts.refused} refused, ` +
      `${counts.cutOff} cut off before they cost anything; ` +
      `${counts.generations} generations, of which ${counts.delivered} delivered (${counts.inHistory} into history ` +
      `alone, ${counts.shownAgain} shown again after a kill) and the others given back; ${counts.orders} orders; ` +
      `recovery began ${median} ms after a start (median of ${sorted.length}, at most ${sorted.at(-1)}, ` +
      `${late} later than ${inTime}); seed ${seed}`,
  )
  for (const fault of faults) print(`  ${fault}`)
  const isInTime = median <= inTime && late <= sorted.length * mostLate
  if (!isInTime) print(`  Recovery must begin within ${inTime} ms, but for one start in a hundred`)
  return faults.length === 0 && isInTime
}

function print(text: string): void {
  process.stdout.write(`${text}\n`)
}

const outcomes = [await run('SQLite')]
if (env.MONGODB_URI) outcomes.push(await run('MongoDB', env.MONGODB_URI))
else print('MongoDB: MONGODB_URI is not set')
process.exit(outcomes.includes(false) ? 1 : 0)
