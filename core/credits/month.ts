/** Calendar months, as a team's clocks show them. */

/** `2026-11`: the month that it is at a moment (milliseconds since 1970) in a time zone of IANA's. Throws `RangeError` for none. */
export function findMonth(at: number, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
  }).formatToParts(at)
  const read = (type: 'year' | 'month') => parts.find((part) => part.type === type)?.value
  return `${read('year')}-${read('month')}`
}

const hour = 60 * 60_000
/** The clocks of the earth are ahead of UTC by so much at most, and behind by less. */
const farthest = 14 * hour

const beginOf = (month: string) => Date.parse(`${month}-01T00:00:00Z`)

/** The one before: `2026-12` of `2027-01`. */
export const findMonthBefore = (month: string): string => findMonth(beginOf(month) - hour, 'UTC')

/** From when until when it is that month somewhere on earth; milliseconds since 1970. */
export function findSpan(month: string): { from: number; end: number } {
  const next = beginOf(findMonth(beginOf(month) + 32 * 24 * hour, 'UTC'))
  return { from: beginOf(month) - farthest, end: next + farthest }
}
