/** The month that it is, where a team lives. */
import { expect, it } from 'vitest'
import { findMonth } from '#core/credits/month.ts'

it.each([
  ['2026-11-30T23:30:00Z', 'UTC', '2026-11'],
  ['2026-11-30T23:30:00Z', 'Europe/Berlin', '2026-12'],
  ['2026-12-01T03:00:00Z', 'America/New_York', '2026-11'],
  ['2026-12-31T10:00:00Z', 'Pacific/Kiritimati', '2027-01'],
  // Clocks go back during this hour, in the same month.
  ['2026-10-25T00:30:00Z', 'Europe/Berlin', '2026-10'],
])('at %s in %s is %s', (at, timeZone, month) => {
  expect(findMonth(Date.parse(at), timeZone)).toBe(month)
})

it('refuses what is no time zone', () => {
  expect(() => findMonth(0, 'Mars/Olympus')).toThrow(RangeError)
})
