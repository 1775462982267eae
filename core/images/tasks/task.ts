/** A generation that this process is working on: who follows it, and how it ends. */
import type { Generation, Settled } from '#core/images/generation.ts'

/** How far a generation is. */
export type Progress =
  /**
   * `ahead` is how many will start before it: 0 is next. `readyIn`: milliseconds until it is likely to be ready, where
   * that is known. `isLeast`: both are at least so much, since other processes have some that wait as well.
   */
  | { stage: 'waiting'; ahead: number; readyIn?: number; isLeast?: true }
  /** `since` is when the vendor was asked, in milliseconds since 1970. */
  | { stage: 'drawing'; since: number }
  | { stage: 'preview'; picture: Uint8Array<ArrayBuffer> }
  | { stage: 'hosting' }

/** An accepted order, to be followed to its end. */
export interface Job {
  generation: Generation
  /**
   * Resolves with it `ready`, or `delivered` when it was before, or `refunded` with its `failure`. Rejects with
   * `store-unavailable`, or with `stopping` when this process stops and another will go on.
   */
  done: Promise<Settled>
  /** Hears the latest progress at once, previews apart, and then every change; returns how to stop listening. */
  follow(listener: (progress: Progress) => void): () => void
}

/** A job, seen by those who do the work. */
export interface Task extends Job {
  readonly id: string
  readonly account: string
  /** As it was last seen in the store. */
  generation: Generation
  /** Aborted when the process stops and cannot wait any longer. */
  readonly abort: AbortController
  report(progress: Progress): void
  /** Tells its followers how the generation ended: `done` resolves. */
  settle(generation: Settled): void
  /** Tells its followers that they will not hear its end from this process: `done` rejects. */
  abandon(error: unknown): void
}

export function createTask(generation: Generation): Task {
  const listeners = new Set<(progress: Progress) => void>()
  const { promise, resolve, reject } = Promise.withResolvers<Settled>()
  let latest: Progress | undefined
  // Whoever wants the outcome awaits `done`; nobody having asked is no fault.
  promise.catch(() => undefined)

  return {
    id: generation.id,
    account: generation.owner,
    generation,
    done: promise,
    abort: new AbortController(),
    follow(listener) {
      listeners.add(listener)
      if (latest) listener(latest)
      return () => listeners.delete(listener)
    },
    report(progress) {
      // A preview has the bytes of a picture: nobody holds it once it is shown.
      if (progress.stage !== 'preview') latest = progress
      for (const listener of listeners) listener(progress)
    },
    settle: resolve,
    abandon: reject,
  }
}
