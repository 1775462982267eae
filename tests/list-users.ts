/** Which test files use another file of the tests, be it by others. */
import { existsSync, globSync, readFileSync } from 'node:fs'
import { join, normalize } from 'node:path'

const imported = /from '(#tests|\.{1,2})(\/[^']+\.ts)'/g

/** Paths from the root, as `wanted` is. */
export function listTestsThatUse(wanted: string): string[] {
  const known = new Map<string, boolean>([[wanted, true]])
  const uses = (file: string): boolean => {
    const answer = known.get(file)
    if (answer !== undefined) return answer
    known.set(file, false)
    // Some tests hold programs as text, whose imports are from elsewhere.
    const text = existsSync(file) ? readFileSync(file, 'utf8') : ''
    const found = [...text.matchAll(imported)].some(([, from = '', rest = '']) =>
      uses(normalize(from === '#tests' ? join('tests', rest) : join(file, '..', from, rest))),
    )
    known.set(file, found)
    return found
  }
  return globSync('tests/**/*.test.ts').filter(uses)
}
