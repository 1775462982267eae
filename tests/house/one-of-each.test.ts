/** Holds that what many places need is written once, and that they use it. */
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { listSources } from './sources.ts'

const shipped = listSources()
  .filter((file) => !file.startsWith('tests/'))
  .map((file) => ({ file, text: readFileSync(file, 'utf8') }))

/** What tells that a file has its own, and who may. */
const ones: readonly { what: string; sign: RegExp; under?: string; homes: readonly string[] }[] = [
  { what: 'a comparison of secrets', sign: /timingSafeEqual/, homes: ['core/secrets/is-same.ts'] },
  {
    what: 'a compare-and-swap of records',
    sign: /replaceRecord\(.*version: found\.version/,
    homes: ['core/records/change-record.ts'],
  },
  {
    what: 'a loop in the background',
    sign: /while \(!?[\w.]*aborted\)|setInterval\(/,
    under: 'core/',
    homes: [
      // Ends within the work that it is for.
      'core/records/lease.ts',
      'core/store/mongodb/upgrade.ts',
    ],
  },
  {
    what: 'a cut that spares characters',
    sign: /\\ud800-\\udbff|Intl\.Segmenter/,
    homes: ['core/characters.ts'],
  },
  { what: 'the ends of lines', sign: /\\u0085/, homes: ['bots/literal.ts'] },
]

it.each(ones)('has one place for $what', ({ sign, under = '', homes }) => {
  const found = shipped.filter(({ file, text }) => file.startsWith(under) && sign.test(text))
  expect(found.map(({ file }) => file)).toEqual(homes)
})
