/** Remembers the last logins in a small file. */
import { readFile, writeFile } from 'node:fs/promises'
import type { LoginMemory } from './identify-budget.ts'

/** A file that is missing or damaged remembers nothing; one that cannot be written forgets with the process. */
export function createLoginFile(path: string): LoginMemory {
  let logins: readonly number[] | undefined

  return {
    async read() {
      logins ??= await readFile(path, 'utf8').then(parse, () => [])
      return logins
    },
    async write(list) {
      logins = list
      await writeFile(path, JSON.stringify(list)).catch(() => undefined)
    },
  }
}

function parse(text: string): number[] {
  try {
    const list: unknown = JSON.parse(text)
    return Array.isArray(list) ? list.filter((at) => typeof at === 'number') : []
  } catch {
    return []
  }
}
