/** Sees whether the store does what it is asked, and says so in the log: once when it fails, once when it is back. */
import type { Clock } from '#core/clock.ts'
import { hasCode } from '#core/errors.ts'
import type { Log } from '#core/log.ts'
import type { Store } from './store.ts'
import { nameStoreFault, readStoreFault } from './store-fault.ts'

export interface WatchedStore extends Store {
  /** What it fails with, and since when; undefined while it works, as far as is known. */
  findTrouble(): StoreTrouble | undefined
}

export interface StoreTrouble {
  /** Milliseconds since 1970. */
  since: number
  /** A word that may be shown to anybody. */
  reason: string
}

/** That it fails for one reason is said so often at most, also where it works again in between; milliseconds. */
const sayEvery = 60_000

/** Methods that only look: a store that is full, or has no primary, may still answer them. */
const looking = /^(find|list|count|measure)/

/** The same store. Those who check it while somebody does wait for the one answer. */
export function watchStore(store: Store, { clock, log }: { clock: Clock; log: Log }): WatchedStore {
  let failing: (StoreTrouble & { failures: number; isSaid: boolean }) | undefined
  /** When each reason was said last. */
  const saidAt = new Map<string, number>()
  let isClosed = false
  let checking: Promise<void> | undefined

  function noteFailure(error: unknown): void {
    if (isClosed || !hasCode(error, 'store-unavailable')) return
    const now = clock.now()
    const fault = readStoreFault(error)
    const reason = nameStoreFault(fault)
    failing ??= { since: now, reason, failures: 0, isSaid: false }
    failing.reason = reason
    failing.failures++
    if (now < (saidAt.get(reason) ?? Number.NEGATIVE_INFINITY) + sayEvery) return
    saidAt.set(reason, now)
    failing.isSaid = true
    const { since, failures } = failing
    log.error(
      { ...fault, failures, since: new Date(since).toISOString() },
      'The store fails: what needs it is refused until it works again',
    )
  }

  function noteWritten(): void {
    if (!failing) return
    const { since, failures, isSaid } = failing
    failing = undefined
    if (isSaid) log.info({ failures, lasted: clock.now() - since }, 'The store works again')
  }

  async function watch<Answer>(work: () => Promise<Answer>, writes: (answer: Answer) => boolean) {
    try {
      const answer = await work()
      if (writes(answer)) noteWritten()
      return answer
    } catch (error) {
      noteFailure(error)
      throw error
    }
  }

  /** Every method of a port answers with a promise. What finds nothing to change has written nothing. */
  const wrap = <Port extends object>(port: Port): Port =>
    new Proxy(port, {
      get(target, key) {
        const method: unknown = Reflect.get(target, key)
        if (typeof method !== 'function') return method
        const isLook = looking.test(String(key))
        return (...parts: unknown[]) =>
          watch<unknown>(
            async () => Reflect.apply(method, target, parts),
            (answer) => !isLook && (answer === true || (typeof answer === 'object' && answer !== null)),
          )
      },
    })

  const { accounts, ledger, generations, owned, records } = store
  return {
    ...store,
    accounts: wrap(accounts),
    ledger: wrap(ledger),
    generations: wrap(generations),
    owned: wrap(owned),
    records: wrap(records),
    check() {
      checking ??= watch(store.check, () => true).finally(() => {
        checking = undefined
      })
      return checking
    },
    findTrouble: () => failing && { since: failing.since, reason: failing.reason },
    close() {
      isClosed = true
      return store.close()
    },
  }
}
