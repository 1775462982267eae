/** E-mail addresses: what the standards allow, and what a mailbox is looked up by. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readEmailAddress } from '#core/accounts/email-address.ts'

describe('an address', () => {
  it.each([
    ['ada@example.org', 'ada@example.org'],
    ['Ada.Lovelace@Example.ORG', 'ada.lovelace@example.org'],
    ['  ada@example.org ', 'ada@example.org'],
    ["o'hara+tag=x/y@sub.example.co.uk", "o'hara+tag=x/y@sub.example.co.uk"],
    ['!#$%&*-/=?^_`{|}~@example.org', '!#$%&*-/=?^_`{|}~@example.org'],
    ['"Ada L. @ home"@example.org', '"ada l. @ home"@example.org'],
    ['ada@bücher.example', 'ada@xn--bcher-kva.example'],
    ['ада@пример.испытание', 'ада@xn--e1afmkfd.xn--80akhbyknj4f'],
    [`${'a'.repeat(64)}@example.org`, `${'a'.repeat(64)}@example.org`],
    ['ada@xn--bcher-kva.example', 'ada@xn--bcher-kva.example'],
  ])('such as %j is taken, and looked up by %j', (text, key) => {
    expect(readEmailAddress(text)).toEqual({ address: text.trim(), key })
  })

  it.each([
    '',
    'ada',
    '@example.org',
    'ada@',
    'ada@localhost',
    'ada@example',
    'ada@@example.org',
    'ada lovelace@example.org',
    '.ada@example.org',
    'ada.@example.org',
    'a..da@example.org',
    'ada@example..org',
    'ada@-example.org',
    'ada@example.org.',
    'ada@[192.0.2.1]',
    'ada@192.0.2.1',
    'ada@exa_mple.org',
    'Ada <ada@example.org>',
    'ada@example.org, eve@example.org',
    'ada@example.org;eve@example.org',
    'ada@example.org\nBcc: eve@example.org',
    'ada\r@example.org',
    'ada\0@example.org',
    '"ada\n"@example.org',
    '"a<da"@example.org',
    '"ada\\>"@example.org',
    'ada@example.org\u2028',
    'a\u202eda@example.org',
    '\ud800@example.org',
    `${'a'.repeat(65)}@example.org`,
    `ada@${'a'.repeat(64)}.org`,
    `ada@${`${'a'.repeat(60)}.`.repeat(4)}example`,
  ])('is not %j', (text) => {
    expect(readEmailAddress(text)).toBeUndefined()
  })

  it('keeps letters apart that only look alike in lower case', () => {
    expect(readEmailAddress('\u212aate@example.org')?.key).not.toBe(readEmailAddress('kate@example.org')?.key)
    expect(readEmailAddress('kate@\u212aate.example')?.key).toBe('kate@kate.example')
  })

  it('never carries what would end a header, and has a key that is its own key', () => {
    const odd = fc.string({ unit: 'binary' }).map((text) => `${text}@example.org`)
    const property = fc.property(fc.oneof(fc.emailAddress(), odd), (text) => {
      const read = readEmailAddress(text)
      if (!read) return
      expect(read.address).not.toMatch(/[\r\n\0]/)
      expect(text).toContain(read.address)
      expect(readEmailAddress(read.key)?.key).toBe(read.key)
    })
    fc.assert(property, { numRuns: 3_000 })
  })

  it('is whatever fast-check takes for one', () => {
    const property = fc.property(fc.emailAddress(), (text) => {
      expect(readEmailAddress(text)?.address).toBe(text)
    })
    fc.assert(property, { numRuns: 1_000 })
  })
})
