/** The line of configuration that says what is sold. */
import { expect, it } from 'vitest'
import { defaultPacks, readPacks } from '#core/payments/packs.ts'

it('reads names, credits, prices and variants', () => {
  expect(readPacks(' starter:100:$5:123456, team-2:500:20 € ')).toEqual({
    packs: [
      { name: 'starter', credits: 100, price: '$5', variant: '123456' },
      { name: 'team-2', credits: 500, price: '20 €' },
    ],
    faults: [],
  })
})

it('can read what it offers by default', () => {
  const text = defaultPacks.map(({ name, credits, price }) => `${name}:${credits}:${price}`).join(',')
  expect(readPacks(text)).toEqual({ packs: defaultPacks, faults: [] })
})

it.each([
  ['', 'lower case'],
  ['Starter:100:$5', 'lower case'],
  ['return:100:$5', 'one of return, test'],
  ['test:100:$5', 'one of return, test'],
  ['a:0:$5', 'whole number'],
  ['a:1.5:$5', 'whole number'],
  ['a:-5:$5', 'whole number'],
  ['a:1000001:$5', 'whole number'],
  ['a:100', 'price'],
  ['a:100:$5:abc', 'variant'],
  ['a:100:$5:', 'variant'],
  ['a:100:$5:1:2', 'more than'],
  ['a:100:$5:1,a:200:$9:2', 'the name "a"'],
  ['a:100:$5:1,b:200:$9:1', 'the variant "1"'],
  ['a:100:$5,', 'lower case'],
])('finds the fault in %j', (text, fault) => {
  expect(readPacks(text).faults.join('\n')).toContain(fault)
})

it('names every fault at once', () => {
  expect(readPacks('A:0:').faults).toHaveLength(3)
})
