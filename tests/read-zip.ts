/** Reads a zip with a program that did not write it. */
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createFolder } from './temporary-folder.ts'

/** Answers with the folder that its files are in until the test ends. */
export function unpackZip(bytes: Uint8Array): string {
  const file = join(createFolder(), 'it.zip')
  writeFileSync(file, bytes)
  const folder = join(file, '..', 'in')
  execFileSync('python3', ['-m', 'zipfile', '-e', file, folder])
  return folder
}

/** Its files by their names. */
export function readZip(bytes: Uint8Array): Map<string, Buffer> {
  const folder = unpackZip(bytes)
  return new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name))]))
}
