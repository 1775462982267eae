/** Waiting for things to happen instead of sleeping. */

/** A place where waiters look again each time something changed. */
export interface Waiting {
  /** Says that something changed. Waiters look once what is under way is done. */
  changed(): void
  /**
   * Resolves once `holds`; also looks every few milliseconds, for what happens outside the stand-in.
   * Rejects after `timeout` ms of real time, 10 s by default, or when `holds` throws.
   */
  waitFor(holds: () => boolean, what: string, timeout?: number): Promise<void>
}

export function createWaiting(): Waiting {
  const checks = new Set<() => void>()
  let scheduled = false
  return {
    changed() {
      if (scheduled) return
      scheduled = true
      setImmediate(() => {
        scheduled = false
        for (const check of [...checks]) check()
      })
    },
    waitFor(holds, what, timeout = 45_000) {
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          end()
          reject(new Error(`Waited ${timeout} ms in vain for ${what}`))
        }, timeout)
        const often = setInterval(check, 20)

        function end() {
          checks.delete(check)
          clearTimeout(timer)
          clearInterval(often)
        }

        function check() {
          try {
            if (!holds()) return
            resolve()
          } catch (error) {
            reject(error)
          }
          end()
        }
        checks.add(check)
        check()
      })
    },
  }
}
