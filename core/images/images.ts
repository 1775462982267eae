/** Making pictures: ask, follow, cancel. */
import type { Background, Generation, Origin, Quality } from './generation.ts'

/** What a person asked for, not yet checked. */
export interface ImageOrder {
  account: string
  call: string
  origin: Origin
  prompt: string
  /** A named size or `WIDTHxHEIGHT`; default `square`. */
  size?: string
  quality?: Quality
  count?: number
  background?: Background
  private?: boolean
  /** Draw it even if the account has the same picture already. */
  fresh?: boolean
}

/** How far a generation is. */
export type Progress =
  /** `ahead` is how many will start before it: 0 is next. */
  | { stage: 'waiting'; ahead: number }
  | { stage: 'drawing'; since: number }
  | { stage: 'preview'; picture: Uint8Array<ArrayBuffer> }
  | { stage: 'hosting' }

/** An accepted order. */
export interface Job {
  generation: Generation
  /** Resolves with it `ready`, or `delivered` when it was before, or `refunded` with its `failure`. Rejects with `store-unavailable` or `stopping`. */
  done: Promise<Generation>
  /** Hears the latest progress at once and then every change; returns how to stop listening. */
  follow(listener: (progress: Progress) => void): () => void
}

export interface Images {
  /**
   * Checks, records, charges and queues an order. The same call again answers with the same generation; the
   * same spec again with the hosted pictures, free, or with the unfinished generation that is drawing them.
   * Rejects with `bad-option`, `too-many-running`, `insufficient-credits`, `stopping` or `store-unavailable`;
   * then nothing was charged.
   */
  order(order: ImageOrder): Promise<Job>
  /** Cancels a waiting one; its credits are back when this resolves. Rejects with `not-found` or `not-cancellable`. */
  cancel(account: string, id: string): Promise<Generation>
  /** Cancels the account's newest waiting one; rejects with `not-found` when none waits. */
  cancelNewest(account: string): Promise<Generation>
  /** The person has seen it (or will find it in history): it ends as delivered. */
  markDelivered(id: string, delivery: 'reply' | 'message' | 'history'): Promise<void>
}
