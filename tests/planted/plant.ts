/** A bug to be planted, told by the syntax of what it breaks, and what must turn red. */
import { globSync, readFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { findMatches } from './pattern.ts'

/** Names of test files, as `tests` has them anywhere below it; or so many crash schedules on SQLite. */
export type CaughtBy = readonly string[] | number

export interface Plant {
  /** What is wrong then. */
  bug: string
  /** The module that exports this name; one that exports nothing goes by its own. A folder may stand before it, and a slash. */
  module: string
  /** Is found there exactly once. */
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

function findModule(module: string, root: string): string {
  const [name = '', folder] = module.split('/').reverse()
  const files = globSync('{bots,core,web}/**/*.ts', { cwd: root }).filter(
    (file) =>
      (folder === undefined || basename(dirname(file)) === folder) && hasName(`${root}/${file}`, name),
  )
  const [file] = files
  if (!file || files.length > 1) throw new PlaceError(`${module} is exported by ${files.length} files`)
  return file
}

/** What a plant's file is like with the bug in it. */
export function renderPlanted(plant: Pick<Plant, 'module' | 'find' | 'make'>, root = '.') {
  const file = findModule(plant.module, root)
  const code = readFileSync(`${root}/${file}`, 'utf8')
  const matches = findMatches(plant.find, code)
  const [match] = matches
  if (!match || matches.length > 1)
    throw new PlaceError(`${plant.find} is ${matches.length} times in ${file}`)
  const made = plant.make.replaceAll(/\$\w+/g, (name) => {
    const meant = match.names.get(name)
    if (meant === undefined) throw new PlaceError(`${name} is not in ${plant.find}`)
    return meant
  })
  return { file, code, planted: code.slice(0, match.start) + made + code.slice(match.end) }
}

/** The test files that must catch it. */
export const listTests = (names: readonly string[], root = '.'): string[] =>
  names.flatMap((name) => globSync(`tests/**/${name}`, { cwd: root }))
