/** Starts work a piece at a time, so that what comes in meanwhile is acknowledged before it. */

/** Each piece starts in a turn of the event loop of its own, in order; between two of them the network is served. */
export function createTurns(): (start: () => void) => void {
  const waiting: (() => void)[] = []

  function next(): void {
    const start = waiting.shift()
    if (waiting.length > 0) setImmediate(next)
    start?.()
  }

  return (start) => {
    waiting.push(start)
    if (waiting.length === 1) setImmediate(next)
  }
}
