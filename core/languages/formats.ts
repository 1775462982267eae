/** How one language writes numbers, amounts, lists and dates, all of it by `Intl`; what is made here is made once. */

/** By plural category; `#` stands for the number, as the language writes it. */
export type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }

export interface Formats {
  /** With separators: `32,000`. */
  number(value: number): string
  /** With its sign, unless it is zero: `+10`, `−10`. */
  signed(value: number): string
  /** At most one digit behind the point: `3.4`. */
  decimal(value: number): string
  /** `plural({ one: '# credit', other: '# credits' })(10)` is `10 credits`. */
  plural(forms: PluralForms): (count: number) => string
  /** `draft, standard or premium`. */
  anyOf(items: readonly string[]): string
  /** `draft, standard and premium`. */
  allOf(items: readonly string[]): string
  /** An amount of money without its currency, to the cent, and below ten cents as exactly as it helps: `12.00`, `0.033`. */
  money(amount: number): string
  /** Milliseconds since 1970 as `23 Nov 2026`, in UTC unless said. */
  day(at: number, timeZone?: string): string
  /** Milliseconds since 1970 as `23 Nov 2026, 20:35 UTC`, with the name of its zone: the same for everybody who reads the message. */
  moment(at: number, timeZone?: string): string
  /** `2026-11` as `November 2026`. */
  month(name: string): string
  /** Bytes as `812 bytes`, `12 kB` or `3.4 MB`. */
  bytes(size: number): string
}

/** `tag`: BCP 47. */
export function createFormats(tag: string): Formats {
  const whole = new Intl.NumberFormat(tag, { maximumFractionDigits: 0 })
  const withSign = new Intl.NumberFormat(tag, { maximumFractionDigits: 0, signDisplay: 'exceptZero' })
  const tenths = new Intl.NumberFormat(tag, { maximumFractionDigits: 1 })
  const cents = new Intl.NumberFormat(tag, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
  const fine = new Intl.NumberFormat(tag, { minimumFractionDigits: 2, maximumFractionDigits: 3 })
  const rules = new Intl.PluralRules(tag)
  const disjunction = new Intl.ListFormat(tag, { type: 'disjunction' })
  const conjunction = new Intl.ListFormat(tag, { type: 'conjunction' })
  const inZone = createZoned(tag)
  const month = new Intl.DateTimeFormat(tag, { month: 'long', year: 'numeric', timeZone: 'UTC' })
  const measure = (unit: string, digits: number, unitDisplay: 'short' | 'long' = 'short') =>
    new Intl.NumberFormat(tag, { style: 'unit', unit, unitDisplay, maximumFractionDigits: digits })
  const byte = measure('byte', 0, 'long')
  const kilobyte = measure('kilobyte', 0)
  const megabyte = measure('megabyte', 1)
  const number = (value: number) => whole.format(value).replace(/^-/, '−')
  return {
    number,
    signed: (value) => withSign.format(value).replace(/^-/, '−'),
    decimal: (value) => tenths.format(value),
    plural: (forms) => (count) =>
      (forms[rules.select(Math.abs(count))] ?? forms.other).replace('#', () => number(count)),
    money: (amount) => (amount < 0.1 ? fine : cents).format(amount),
    anyOf: (items) => disjunction.format(items),
    allOf: (items) => conjunction.format(items),
    day: (at, timeZone = 'UTC') => inZone(timeZone).day.format(at),
    moment: (at, timeZone = 'UTC') => inZone(timeZone).moment.format(at),
    month: (name) => month.format(Date.parse(`${name}-01T00:00:00Z`)),
    bytes(size) {
      if (size < 1_000) return byte.format(size)
      return size < 999_500 ? kilobyte.format(size / 1_000) : megabyte.format(size / 1_000_000)
    },
  }
}

/** A zone's formats are made when it is first named; at most so many are kept. */
const mostZones = 50

function createZoned(tag: string) {
  const kept = new Map<string, { day: Intl.DateTimeFormat; moment: Intl.DateTimeFormat }>()
  const date = { day: 'numeric', month: 'short', year: 'numeric' } as const
  const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZoneName: 'short' } as const
  return (timeZone: string) => {
    const made = kept.get(timeZone) ?? {
      day: new Intl.DateTimeFormat(tag, { ...date, timeZone }),
      moment: new Intl.DateTimeFormat(tag, { ...date, ...clock, timeZone }),
    }
    if (kept.size < mostZones) kept.set(timeZone, made)
    return made
  }
}
