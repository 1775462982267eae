/** Reads a zip with a program that did not write it. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Its files by their names. */
export function readZip(bytes: Uint8Array): Map<string, Buffer> {
  const folder = mkdtempSync(join(tmpdir(), 'zip-'))
  writeFileSync(join(folder, 'it.zip'), bytes)
  execFileSync('python3', ['-m', 'zipfile', '-e', join(folder, 'it.zip'), join(folder, 'in')])
  return new Map(
    readdirSync(join(folder, 'in')).map((name) => [name, readFileSync(join(folder, 'in', name))]),
  )
}
