/** Ids, timestamps and secrets in the forms Slack gives them. */
import { randomBytes } from 'node:crypto'
import type { Clock } from '../clock.ts'

let made = 0

/** A new id like `C0000001A3F`: the prefix says what it names. */
export function createSlackId(prefix: string): string {
  made += 1
  return `${prefix}0${made.toString(36).toUpperCase().padStart(4, '0')}${randomText(5).toUpperCase()}`
}

/** Random characters of base36. */
export function randomText(length: number): string {
  return Array.from(randomBytes(length), (byte) => (byte % 36).toString(36)).join('')
}

const lastTs = new WeakMap<Clock, number>()

/** A message timestamp, `1700000000.000100`: later than every other one by the same clock. */
export function createTs(clock: Clock): string {
  const micros = Math.max(clock.now() * 1000, (lastTs.get(clock) ?? 0) + 1)
  lastTs.set(clock, micros)
  return `${Math.floor(micros / 1e6)}.${String(micros % 1e6).padStart(6, '0')}`
}
