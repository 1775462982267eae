/** Reads the repository's own source files, for the tests that hold its rules. */
import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

export interface Import {
  specifier: string
  /** The imported file, from the root; absent for packages. */
  path?: string
  dynamic: boolean
  type: boolean
}

const statement = /^\s*(?:import|export)\s+(type\s)?(?:[^'"]*?\sfrom\s+)?'([^']+)'/gm
const call = /\bimport\(\s*'([^']+)'\s*\)/g

/** Every TypeScript file of the project, as a path from the root. */
export function listSources(): string[] {
  return globSync('{bots,core,web,tests}/**/*.ts').sort()
}

/** What a file imports. */
export function readImports(file: string): Import[] {
  const text = readFileSync(file, 'utf8')
  return [
    ...[...text.matchAll(statement)].map((match) =>
      renderImport(file, match[2] ?? '', false, Boolean(match[1])),
    ),
    ...[...text.matchAll(call)].map((match) => renderImport(file, match[1] ?? '', true, false)),
  ]
}

function renderImport(file: string, specifier: string, dynamic: boolean, type: boolean): Import {
  const path = specifier.startsWith('#')
    ? specifier.slice(1)
    : specifier.startsWith('.')
      ? join(dirname(file), specifier)
      : undefined
  return { specifier, dynamic, type, ...(path !== undefined && { path }) }
}
