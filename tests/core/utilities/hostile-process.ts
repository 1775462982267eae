/** A process that does jobs on files of a folder, eight at once, and prints what became of each and how large it was at most. Given formats, it only makes each as large as anything is made, in each of them. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Clock, systemClock } from '#core/clock.ts'
import { CoreError } from '#core/errors.ts'
import { createPool } from '#core/utilities/pool.ts'
import { readQr } from '#core/utilities/qr/read-qr.ts'
import { readWanted } from '#core/utilities/resize/read-wanted.ts'
import { isLarge } from '#core/utilities/resize/targets.ts'
import { resizeFormats } from '#core/utilities/resize/wanted.ts'
import { silent } from '#tests/kept-log.ts'

const [folder = '', seed = '1', ...asked] = process.argv.slice(2)
const formats = resizeFormats.filter((format) => asked.includes(format))
/** What a job may take in time is not what is looked at, and this machine may be busy. */
const clock: Clock = { ...systemClock, sleep: (ms, signal) => systemClock.sleep(ms * 20, signal) }
const pool = createPool({ clock, log: silent })
const small = readWanted({ size: '64x64, 20%' })
const code = readQr({ text: 'https://example.com' })

/** In an order of its own for each seed, so that the heaviest meet. */
const jobs = readdirSync(folder)
  .flatMap((file) =>
    (asked.length > 0 ? formats : (['favicon', 'resize', 'qr'] as const)).map((name) => ({ file, name })),
  )
  .map((job, at) => ({ ...job, place: (at * Number(seed) * 7_919) % 104_729 }))
  .sort((one, other) => one.place - other.place)

const outcomes: { file: string; name: string; outcome: string }[] = []

function start(name: (typeof jobs)[number]['name'], file: string, bytes: Uint8Array<ArrayBuffer>) {
  if (name === 'favicon') return pool.run(name, async () => ({ bytes }))
  if (name === 'qr') return pool.run(name, async () => ({ ...code, image: bytes }))
  const wanted = name === 'resize' ? small : readWanted({ size: '3840x2160', fit: 'stretch', format: name })
  return pool.run('resize', async () => ({ bytes, name: file, wanted }), { isLarge: isLarge(wanted) })
}

async function work(): Promise<void> {
  for (let job = jobs.pop(); job; job = jobs.pop()) {
    const { file, name } = job
    const bytes = new Uint8Array(readFileSync(join(folder, file)))
    const outcome = await start(name, file, bytes).then(
      () => 'taken',
      (error: unknown) => (error instanceof CoreError ? error.code : String(error)),
    )
    outcomes.push({ file, name, outcome })
  }
}

await Promise.all(Array.from({ length: 8 }, work))
await pool.stop(1_000)
const peak = /VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]
process.stdout.write(JSON.stringify({ outcomes, megabytes: Number(peak) / 1024 }))
