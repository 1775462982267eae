/** How the tests run: most share processes; what waits for quiet, and each long proof, has its own. */
import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'
import { listTestsThatUse } from './list-users.ts'
import { LongestFirst } from './longest-first.ts'
import { makeRunFolder } from './run-folder.ts'
import { skippedReporter } from './skipped-reporter.ts'

// What Node compiles is kept for the next run: most of a start of the program, and of a process of tests, is that.
process.env.NODE_COMPILE_CACHE ??= resolve('node_modules/.cache/node')

const common = {
  setupFiles: ['tests/setup.ts'],
  globalSetup: ['tests/run-places.ts'],
  testTimeout: 60_000,
  hookTimeout: 60_000,
  env: { TMPDIR: makeRunFolder() },
  // Tests leave much behind, and a larger nursery is cleared less often.
  execArgv: ['--max-semi-space-size=32'],
}
const all = 'tests/**/*.test.ts'
const proofs = 'tests/**/*.proof.test.ts'
/** What is tried at random and long: a part of it with every change, and all in the proofs. */
const properties = 'tests/**/*.property.test.ts'
/** What waits for quiet must not wait for timers that other files have left. */
const alone = listTestsThatUse('tests/settle.ts')

export default defineConfig({
  test: {
    // More than there are cores: a test often waits for a process of its own, a server or a clock.
    maxWorkers: availableParallelism() + 2,
    sequence: { sequencer: LongestFirst },
    reporters: ['default', skippedReporter],
    projects: [
      { test: { ...common, name: 'tests', include: [all], exclude: [proofs, ...alone], isolate: false } },
      { test: { ...common, name: 'tests alone', include: alone, exclude: [proofs] } },
      {
        test: {
          ...common,
          name: 'proofs',
          include: [proofs, properties],
          env: { ...common.env, RANDOM_RUNS: 'all' },
        },
      },
    ],
  },
})
