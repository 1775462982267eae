/**
 * `npm run planted`: plants each bug in a copy of the source and runs the tests that must catch it. First the same tests
 * run without any bug, since red means nothing where it was red before. Tests that have to be stopped have caught
 * nothing: they hung. PLANTED picks bugs by a word of theirs.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { listCatching, listTests, type Plant, renderPlanted } from './plant.ts'
import { plants } from './plants.ts'

/** All that the tests read. */
const copied = [
  'bots',
  'core',
  'web',
  'tests',
  'package.json',
  'tsconfig.json',
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  '.env.example',
]
/** Milliseconds. A bug may also make a test hang; without any, all tests of all bugs run at once. */
const patience = { planted: 300_000, clean: 3_600_000 }

type Outcome = 'green' | 'red' | 'hung'

function copySource(): string {
  const folder = mkdtempSync(join(tmpdir(), 'planted-'))
  for (const name of copied) cpSync(name, join(folder, name), { recursive: true })
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'))
  return folder
}

async function runTests(
  folder: string,
  caughtBy: Plant['caughtBy'],
  by: keyof typeof patience,
): Promise<Outcome> {
  if (typeof caughtBy === 'object' && 'bench' in caughtBy) return await runBench(folder, caughtBy, by)
  const schedules = ['tests/crash/run.ts']
  const vitest = [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--config',
    'tests/vitest.config.ts',
    '--root',
    '.',
    '--bail',
    '1',
  ]
  const isSchedules = typeof caughtBy === 'number'
  const child = spawn(
    process.execPath,
    isSchedules ? schedules : [...vitest, ...listTests(caughtBy, folder)],
    {
      cwd: folder,
      stdio: by === 'clean' ? 'inherit' : 'ignore',
      timeout: patience[by],
      killSignal: 'SIGKILL',
      env: {
        ...process.env,
        ...(isSchedules && { CRASH_SQLITE: String(caughtBy), CRASH_SEED: '1', MONGODB_URI: '' }),
      },
    },
  )
  const [code] = await once(child, 'exit')
  if (code === null) return 'hung'
  return code === 0 ? 'green' : 'red'
}

/** Red where the row is over its bound, whatever others are. */
async function runBench(
  folder: string,
  { bench, row }: { bench: string; row: string },
  by: keyof typeof patience,
): Promise<Outcome> {
  const child = spawn(process.execPath, ['tests/bench/run.ts'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
    timeout: patience[by],
    killSignal: 'SIGKILL',
    env: { ...process.env, BENCH: bench },
  })
  let printed = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text
  })
  const [code] = await once(child, 'close')
  const found = printed.split('\n').find((line) => line.includes(row))
  if (code === null || found === undefined) return 'hung'
  if (by === 'clean') print(found)
  return found.endsWith('over') ? 'red' : 'green'
}

function print(text: string): void {
  process.stdout.write(`${text}\n`)
}

async function checkClean(folder: string, chosen: readonly Plant[]): Promise<void> {
  const files = new Set(chosen.flatMap(({ caughtBy }) => listCatching(caughtBy)))
  const most = Math.max(0, ...chosen.map(({ caughtBy }) => (typeof caughtBy === 'number' ? caughtBy : 0)))
  const areGreen = files.size === 0 || (await runTests(folder, [...files], 'clean')) === 'green'
  const keepBooks = most === 0 || (await runTests(folder, most, 'clean')) === 'green'
  const rows = chosen.flatMap(({ caughtBy }) =>
    typeof caughtBy === 'object' && 'bench' in caughtBy ? [caughtBy] : [],
  )
  let areWithin = true
  for (const row of rows) areWithin = (await runTests(folder, row, 'clean')) === 'green' && areWithin
  if (areGreen && keepBooks && areWithin) return
  print('The tests are red without any bug: nothing can be said.')
  process.exit(2)
}

const chosen = plants.filter(({ bug }) => bug.includes(process.env.PLANTED ?? ''))
const folder = copySource()
const words: Record<Outcome, string> = { red: 'caught', green: 'SURVIVED', hung: 'HUNG' }
let survivors = 0
try {
  await checkClean(folder, chosen)
  for (const plant of chosen) {
    const { bug, caughtBy } = plant
    const { file, code, planted } = renderPlanted(plant, folder)
    const path = join(folder, file)
    writeFileSync(path, planted)
    const began = Date.now()
    const outcome = await runTests(folder, caughtBy, 'planted')
    survivors += outcome === 'red' ? 0 : 1
    writeFileSync(path, code)
    const seconds = String(Math.round((Date.now() - began) / 1_000)).padStart(4)
    print(`${words[outcome].padEnd(8)} ${seconds} s  ${file.padEnd(42)} ${bug}`)
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
print(`${chosen.length - survivors} of ${chosen.length} planted bugs were caught`)
process.exit(survivors > 0 ? 1 : 0)
