/** Holds the house style where a machine can: length, first sentence, names, and who reads the environment. */
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { listSources } from './sources.ts'

const sources = listSources().map((file) => ({ file, text: readFileSync(file, 'utf8') }))
const shipped = sources.filter(({ file }) => !file.startsWith('tests/'))

/** But for a language's sentences, which are data in one file. */
const longest = 250
const longestTest = 300
const longestMedian = 90

it('has many short files and no long one', () => {
  const lengths = sources.map(({ file, text }) => ({ file, lines: text.split('\n').length - 1 }))
  const most = (file: string) => (file.startsWith('tests/') ? longestTest : longest)
  const isCatalog = (file: string) => /^core\/languages\/[a-z]{2}\.ts$/.test(file)
  expect(lengths.filter(({ file, lines }) => lines > most(file) && !isCatalog(file))).toEqual([])
  const sorted = lengths.map(({ lines }) => lines).sort((one, other) => one - other)
  expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(longestMedian)
})

it('opens every file with a sentence that gives its job', () => {
  expect(sources.filter(({ text }) => !/^\/\*\*\s*\S/.test(text)).map(({ file }) => file)).toEqual([])
})

it('names files in kebab case', () => {
  expect(sources.filter(({ file }) => !/^[a-z0-9/.-]+\.ts$/.test(file)).map(({ file }) => file)).toEqual([])
})

it('reads the environment in one place', () => {
  const readers = shipped.filter(({ text }) => text.includes('process.env')).map(({ file }) => file)
  expect(readers.filter((file) => file !== 'bots/run.ts')).toEqual([])
})

it('makes formatters of Intl in few places, since each costs more than the rest of a page', () => {
  const makers = [
    'core/characters.ts',
    'core/credits/month.ts',
    'core/languages/formats.ts',
    'core/teams/settings.ts',
  ]
  const made = shipped.filter(({ text }) => /\bnew Intl\.[A-Z]/.test(text)).map(({ file }) => file)
  expect(made.sort()).toEqual(makers)
})

it('has no default exports in shipped code and no mocks in tests', () => {
  expect(shipped.filter(({ text }) => /^export default/m.test(text)).map(({ file }) => file)).toEqual([])
  const mocks = new RegExp(['vi\\.mock', 'vi\\.spyOn', '\\.only\\(', '\\.todo\\('].join('|'))
  expect(sources.filter(({ text }) => mocks.test(text)).map(({ file }) => file)).toEqual([])
})
