/** Numbers the buttons that were printed, so that typing a number presses one. */
import type { Press } from '../platform.ts'
import { findPress } from '../press.ts'

/** Older ones are typed by their line. */
const mostKept = 500

export interface Actions {
  /** The number that presses this from now on; none is ever given twice, so that it means what stands beside it. */
  number(press: Press): number
  /** What a line that is only a number presses. */
  find(line: string): Press | undefined
}

export function createActions(): Actions {
  const kept = new Map<number, Press>()
  let last = 0
  return {
    number(press) {
      kept.set(++last, findPress(press))
      kept.delete(last - mostKept)
      return last
    },
    find(line) {
      const [, digits] = /^\s*(\d{1,9})\s*$/.exec(line) ?? []
      return digits === undefined ? undefined : kept.get(Number(digits))
    },
  }
}
