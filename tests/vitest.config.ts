/** How the tests run: those of every day share processes, each long proof has its own. */
import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { runFolder } from './run-places.ts'
import { skippedReporter } from './skipped-reporter.ts'

const common = {
  setupFiles: ['tests/setup.ts'],
  globalSetup: ['tests/run-places.ts'],
  testTimeout: 60_000,
  hookTimeout: 60_000,
  env: { TMPDIR: runFolder },
}
const proofs = 'tests/**/*.proof.test.ts'

export default defineConfig({
  test: {
    // All cores: vitest would leave one idle, though a test waits most of its time.
    maxWorkers: availableParallelism(),
    reporters: ['default', skippedReporter],
    projects: [
      {
        test: {
          ...common,
          name: 'tests',
          include: ['tests/**/*.test.ts'],
          exclude: [proofs],
          isolate: false,
        },
      },
      { test: { ...common, name: 'proofs', include: [proofs] } },
    ],
  },
})
