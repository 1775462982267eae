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
