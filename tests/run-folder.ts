/** Makes the folder in which one run of the tests keeps its files: in memory, if there is room. */
import { chmodSync, mkdtempSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Where a system keeps files in memory: flushing a store to a real disk takes longer than most tests. */
const memory = '/dev/shm'
/** Bytes that all tests at once may need there. */
const needed = 2 ** 30

function findRoom(): string {
  try {
    const { bavail, bsize } = statfsSync(memory)
    return bavail * bsize >= needed ? memory : tmpdir()
  } catch {
    return tmpdir()
  }
}

/** What the tests take for the system's folder of temporary files; `run-places.ts` removes it. */
export function makeRunFolder(): string {
  const folder = mkdtempSync(join(findRoom(), 'imgsrc-tests-'))
  // Some run as another user, who may pass through but not look around.
  chmodSync(folder, 0o711)
  return folder
}
