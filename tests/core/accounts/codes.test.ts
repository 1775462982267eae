/** Codes that are typed back: a few tries, one after the other, and no more. */
import { expect, it } from 'vitest'
import { codeTries, createCodes } from '#core/accounts/codes.ts'
import { createKeyedHash } from '#core/secrets/keyed-hash.ts'
import { createVirtualClock } from '#tests/crash/virtual-clock.ts'
import { openStore } from '../store/places.ts'

it('is dead after so many wrong tries, and the right one comes too late', async () => {
  const { records } = await openStore()
  const codes = createCodes({
    records,
    clock: createVirtualClock(),
    hash: createKeyedHash('a secret for tests'),
    randomInt: () => 12_345_678,
  })
  const name = { purpose: 'sign-in', subject: 'a browser' } as const
  const [code = ''] = await codes.issue(name, { data: {} })
  for (let left = codeTries - 1; left >= 0; left--) {
    expect(await codes.check(name, ['00000000'])).toEqual({ outcome: 'wrong', triesLeft: left })
  }
  expect(await codes.check(name, ['00000000'])).toEqual({ outcome: 'dead' })
  expect(await codes.check(name, [code])).toEqual({ outcome: 'dead' })
})
