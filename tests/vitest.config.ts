/** How the tests run: most share processes; what waits for quiet, and each long proof, has its own. */
import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { listTestsThatUse } from './list-users.ts'
import { makeRunFolder } from './run-folder.ts'
import { skippedReporter } from './skipped-reporter.ts'

const common = {
  setupFiles: ['tests/setup.ts'],
  globalSetup: ['tests/run-places.ts'],
  testTimeout: 60_000,
  hookTimeout: 60_000,
  env: { TMPDIR: makeRunFolder() },
}
const all = 'tests/**/*.test.ts'
const proofs = 'tests/**/*.proof.test.ts'
/** What waits for quiet must not wait for timers that other files have left. */
const alone = listTestsThatUse('tests/settle.ts')

export default defineConfig({
  test: {
    // All cores: vitest would leave one idle, though a test waits most of its time.
    maxWorkers: availableParallelism(),
    reporters: ['default', skippedReporter],
    projects: [
      { test: { ...common, name: 'tests', include: [all], exclude: [proofs, ...alone], isolate: false } },
      { test: { ...common, name: 'tests alone', include: alone, exclude: [proofs] } },
      { test: { ...common, name: 'proofs', include: [proofs] } },
    ],
  },
})
