/** A bug to be planted, told by the syntax of what it breaks, and what must turn red. */
import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { findMatches } from './pattern.ts'

/**
 * Names of test files, as `tests` has them anywhere below it; so many crash schedules on SQLite; or the row of a benchmark,
 * both by words of theirs.
 */
export type CaughtBy = readonly string[] | number | Readonly<{ bench: string; row: string }>

export interface Plant {
  /** What is wrong then. */
  bug: string
  /** The modules that export this name; one that exports nothing goes by its own. */
  module: string
  /** A pattern that is found there exactly once. */
  find: string
  /** What stands in its place then; the pattern's names stand for what they were found to be. */
  make: string
  caughtBy: CaughtBy
}

type Bug = readonly [find: string, make: string, caughtBy?: CaughtBy]

export const plantIn = (module: string, caughtBy: CaughtBy, bugs: Readonly<Record<string, Bug>>): Plant[] =>
  Object.entries(bugs).map(([bug, [find, make, by = caughtBy]]) => ({
    bug,
    module,
    find,
    make,
    caughtBy: by,
  }))

/** One of several places that the plant could be at, or none, is no place to plant it. */
export class PlaceError extends Error {}

const exported = /^export (?:async )?(?:function\*?|const|class) (\w+)/gm

function hasName(file: string, name: string): boolean {
  const names = [...readFileSync(file, 'utf8').matchAll(exported)].map(([, each]) => each)
  return names.length === 0 ? basename(file, '.ts') === name : names.includes(name)
}

/** What a plant's file is like with the bug in it. Where no module has its name any more, all are looked through. */
export function renderPlanted({ module, find, make }: Pick<Plant, 'module' | 'find' | 'make'>, root = '.') {
  const files = globSync('{bots,core,web}/**/*.ts', { cwd: root })
  const named = files.filter((file) => hasName(join(root, file), module))
  const matches = (named.length > 0 ? named : files).flatMap((file) => {
    const code = readFileSync(join(root, file), 'utf8')
    return findMatches(find, code).map((match) => ({ ...match, file, code }))
  })
  const [match] = matches
  if (!match || matches.length > 1) {
    const places = matches.map(({ file }) => file).join(', ')
    throw new PlaceError(`${find} is ${matches.length} times in what exports ${module}: ${places}`)
  }
  const { file, code, start, end, names } = match
  const made = make.replaceAll(/\$\w+/g, (name) => {
    const meant = names.get(name)
    if (meant === undefined) throw new PlaceError(`${name} is not in ${find}`)
    return meant
  })
  return { file, code, planted: code.slice(0, start) + made + code.slice(end) }
}

/** The test files that must catch it. */
export const listTests = (names: readonly string[], root = '.'): string[] =>
  names.flatMap((name) => globSync(`tests/**/${name}`, { cwd: root }))

/** None where it is no test that must catch it. */
export const listCatching = (caughtBy: CaughtBy): readonly string[] =>
  typeof caughtBy === 'object' && !('bench' in caughtBy) ? caughtBy : []
