/** A folder for one test, gone after it. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** Call it inside a test. */
export function createFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'imgsrc-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
