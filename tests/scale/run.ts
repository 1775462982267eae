/**
 * `npm run scale`: a busy day on several processes that share one MongoDB, a third of which are killed on the way, and what was
 * seen. SCALE_PROCESSES, SCALE_PEOPLE, SCALE_COMMANDS, SCALE_PER_SECOND, SCALE_DRAWING (milliseconds) and SCALE_SEED set
 * what is played; it ends with 1 where the books are wrong, the pace was broken or nothing was delivered.
 */
import { playDay } from './play.ts'

const { env } = process
const uri = env.MONGODB_URI
if (!uri) {
  process.stderr.write('`npm run scale` needs a MongoDB: set MONGODB_URI.\n')
  process.exit(1)
}
const commandsPerSecond = Number(env.SCALE_PER_SECOND ?? 12)
const day = {
  mongodbUri: uri,
  processes: Number(env.SCALE_PROCESSES ?? 3),
  people: Number(env.SCALE_PEOPLE ?? 300),
  commands: Number(env.SCALE_COMMANDS ?? 1_440),
  commandsPerSecond,
  imagesPerMinute: commandsPerSecond * 60,
  drawing: Number(env.SCALE_DRAWING ?? 6_000),
  seed: Number(env.SCALE_SEED ?? Date.now() % 2 ** 31),
}

const played = await playDay(day)
const { seconds, recorded, delivered, waits, faults, over } = played
const inSeconds = (ms: number) => `${(ms / 1_000).toFixed(1)} s`
const lines = [
  `${day.commands} commands of ${day.people} people to ${day.processes} processes, ${played.killed} of them killed`,
  `${recorded} accepted, ${delivered} delivered: ${(delivered / seconds).toFixed(1)} a second`,
  `of the others ${played.told} refused, ${played.failed} not acknowledged, ${played.cutOff} cut off before they cost anything`,
  `${(played.requests / Math.max(1, delivered)).toFixed(1)} requests to MongoDB a picture`,
  `wait: ${waits.map(inSeconds).join(' at p50, ')} at p99; light users ${inSeconds(played.light)}, heavy ones ${inSeconds(played.heavy)} at p99`,
  `busiest minute: ${played.busiest} pictures of ${day.imagesPerMinute}; minutes over the limit: ${over}`,
  `books: ${faults.length === 0 ? 'right' : faults.join('; ')}`,
  `seed ${day.seed}`,
]
process.stdout.write(`${lines.join('\n')}\n`)
process.exit(faults.length > 0 || over > 0 || delivered === 0 ? 1 : 0)
