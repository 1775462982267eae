/** What an account has made. */
import type { Generation } from '#core/images/generation.ts'

export interface HistoryPage {
  generations: Generation[]
  /** Give it back to get the next, older page; absent on the last. */
  next?: string
}

export interface History {
  /** Newest first. `search` words must all occur in the prompt, in any case. A malformed `cursor` is a `bad-option`. */
  list(account: string, page: { search?: string; cursor?: string; limit: number }): Promise<HistoryPage>
  /** One of the account's own delivered generations. Rejects with `not-found`, also for somebody else's. */
  require(account: string, id: string): Promise<Generation>
}
