/** Waits until everything has run that can without time passing: the one way for a test to see that nothing happens. */
import { createHook } from 'node:async_hooks'

/** Timers set since this file was loaded that have neither gone off nor been cleared. */
const timers = new Map<number, NodeJS.Timeout & { _idleTimeout?: number; _repeat?: number | null }>()
createHook({
  init: (id, type, _, timer) => void (type === 'Timeout' && timers.set(id, timer as NodeJS.Timeout)),
  destroy: (id) => void timers.delete(id),
}).enable()

/** One that goes off again and again is no step either. A timer of more milliseconds is a limit on something, such as the test's own, and not a step of it. */
const longestStep = 1_000
/** What has an end of its own, of all that Node counts: requests to the system, and not what is open to others. */
const underWay = /Req|Job$|^(Immediate|Zlib)$/
/** Turns of the event loop in a row; what one finishes may begin something in the next. */
const quietTurns = 3

/** For work within this process, by timers, files and promises: what a server on the network has still to say is not seen. */
export async function settle(): Promise<void> {
  for (let quiet = 0; quiet < quietTurns; ) {
    await new Promise((resolve) => setImmediate(resolve))
    quiet = isBusy() ? 0 : quiet + 1
  }
}

function isBusy(): boolean {
  const steps = [...timers.values()].filter(
    (timer) => (timer._idleTimeout ?? 0) < longestStep && !timer._repeat && timer.hasRef(),
  )
  return steps.length > 0 || process.getActiveResourcesInfo().some((name) => underWay.test(name))
}
