/** Calendar months and their days, as a clock somewhere shows them. */

/** `2026-11`, and 1 for its first day. */
export interface CalendarDay {
  month: string
  day: number
}

/** Which day it is at a moment (milliseconds since 1970) in a time zone of IANA's. Throws `RangeError` for none. */
export function openCalendar(timeZone: string): (at: number) => CalendarDay {
  if (timeZone === 'UTC') return readUtcDay
  const format = new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: 'numeric',
  })
  return (at) => {
    const parts = format.formatToParts(at)
    const read = (type: 'year' | 'month' | 'day') => parts.find((part) => part.type === type)?.value
    return { month: `${read('year')}-${read('month')}`, day: Number(read('day')) }
  }
}

/** Without `Intl`, which takes many times as long, and a month has thousands of entries. */
function readUtcDay(at: number): CalendarDay {
  const date = new Date(at).toISOString()
  return { month: date.slice(0, 7), day: Number(date.slice(8, 10)) }
}

/** The month that it is at a moment (milliseconds since 1970) in a time zone of IANA's. Throws `RangeError` for none. */
export const findMonth = (at: number, timeZone: string): string => openCalendar(timeZone)(at).month

const hour = 60 * 60_000
/** The clocks of the earth are ahead of UTC by so much at most, and behind by less. */
const farthest = 14 * hour

const beginOf = (month: string) => Date.parse(`${month}-01T00:00:00Z`)

/** The one before: `2026-12` of `2027-01`. */
export const findMonthBefore = (month: string): string => findMonth(beginOf(month) - hour, 'UTC')

/** The one after: `2027-01` of `2026-12`. */
export const findMonthAfter = (month: string): string => findMonth(beginOf(month) + 32 * 24 * hour, 'UTC')

export const countDays = (month: string): number =>
  Math.round((beginOf(findMonthAfter(month)) - beginOf(month)) / (24 * hour))

/** From when until when it is that month somewhere on earth; milliseconds since 1970. */
export function findSpan(month: string): { from: number; end: number } {
  const next = beginOf(findMonthAfter(month))
  return { from: beginOf(month) - farthest, end: next + farthest }
}
