/** What was learned last, of so many: in this process alone, and without a question to anybody. */

export interface Remembered<Value> {
  /** The oldest is forgotten for it. */
  keep(key: string, value: Value): void
  forget(key: string): void
  find(key: string): Value | undefined
}

export function createRemembered<Value>(most: number): Remembered<Value> {
  const kept = new Map<string, Value>()
  return {
    keep(key, value) {
      kept.delete(key)
      kept.set(key, value)
      const [oldest] = kept.keys()
      if (kept.size > most && oldest !== undefined) kept.delete(oldest)
    },
    forget: (key) => void kept.delete(key),
    find: (key) => kept.get(key),
  }
}
