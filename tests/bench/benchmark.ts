/** What a benchmark is: findings, each beside the bound it is held to. */

export interface Finding {
  what: string
  measured: string
  bound: string
  verdict: 'ok' | 'over' | 'under' | 'not measured'
}

export interface Benchmark {
  /** `BENCH` picks benchmarks by a word of it. */
  name: string
  /** Yields each finding as soon as it is known; leaves nothing behind. */
  run(): AsyncIterable<Finding>
}

/** A number held to a largest one, in a unit of theirs. */
export function holdTo(
  bound: number,
  unit: '×' | 'ms',
  found: { what: string; measured: number; note?: string },
): Finding {
  const { what, measured, note } = found
  const figure = `${measured.toFixed(unit === '×' ? 2 : 1)} ${unit}`
  return {
    what,
    measured: note === undefined ? figure : `${figure} (${note})`,
    bound: `${bound} ${unit}`,
    verdict: measured <= bound ? 'ok' : 'over',
  }
}

/** A number that is to be no less than a smallest one. */
export function reach(
  least: number,
  unit: 'a second',
  { what, measured, note }: { what: string; measured: number; note: string },
): Finding {
  return {
    what: `${what}, at least`,
    measured: `${measured.toFixed(0)} ${unit} (${note})`,
    bound: `${least} ${unit}`,
    verdict: measured >= least ? 'ok' : 'under',
  }
}
