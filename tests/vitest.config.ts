/** How the tests run: those of every day share processes, each long proof has its own. */
import { statfsSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { defineConfig } from 'vitest/config'
import { skippedReporter } from './skipped-reporter.ts'

/** Where a system keeps files in memory: flushing a store to a real disk takes longer than most tests. */
const memory = '/dev/shm'
/** Bytes that all tests at once may need there. */
const needed = 2 ** 30

function findFolder(): string {
  try {
    const { bavail, bsize } = statfsSync(memory)
    return bavail * bsize >= needed ? memory : tmpdir()
  } catch {
    return tmpdir()
  }
}

const common = {
  setupFiles: ['tests/setup.ts'],
  testTimeout: 60_000,
  hookTimeout: 60_000,
  env: { TMPDIR: findFolder() },
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
