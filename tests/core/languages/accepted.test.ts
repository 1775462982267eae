/** Tests which language a browser is answered in. */
import { expect, it } from 'vitest'
import { readLanguage } from '#core/languages/accepted.ts'

it.each([
  undefined,
  null,
  '',
  '*',
  'xx',
  'en-US,en;q=0.9',
  ';;q=,',
  'q=1;en',
  'de;q=0',
  'de;q=x',
  'x'.repeat(60_000),
])('reads %j as English', (accepted) => {
  expect(readLanguage(accepted).tag).toBe('en')
})

it.each(['de', 'de-AT,de;q=0.9,en;q=0.8', 'xx,de;q=0.5', 'en;q=0.3, DE ; q=0.7'])(
  'reads %j as German',
  (accepted) => {
    expect(readLanguage(accepted).tag).toBe('de')
  },
)
