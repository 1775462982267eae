/** How often one account may have something costly done; no restart forgets it. */
import type { Clock } from '#core/clock.ts'
import { RecordLimiter } from '#core/records/record-limiter.ts'
import type { RecordStore } from '#core/records/record-store.ts'

const minute = 60_000

const limits = {
  /** Opening one costs nobody anything, but the provider takes 300 requests a minute from all of us. */
  checkout: { points: 10, duration: 10 * minute },
  /** Each asks the provider, too. */
  receipt: { points: 20, duration: 10 * minute },
  /** Nobody pays for a free repeat, and each is stored and posted: more than anybody reads in a channel. */
  repeat: { points: 30, duration: minute },
  /** Each reads all pictures of an account. */
  export: { points: 10, duration: 60 * minute },
  /** Each reads up to some hundred pictures. */
  zip: { points: 30, duration: 60 * minute },
  /** Each reads all entries of an account. */
  'entries-file': { points: 30, duration: 60 * minute },
  /** Each reads a month of a team's wallet. */
  'team-page': { points: 120, duration: 60 * minute },
} as const

export interface AccountLimits {
  /** Counts one more. Answers with the milliseconds to wait when there were too many, and 0 otherwise. */
  take(what: keyof typeof limits, account: string): Promise<number>
}

export function createAccountLimits(ports: { records: RecordStore; clock: Clock }): AccountLimits {
  const open = (name: keyof typeof limits) => new RecordLimiter({ ...ports, ...limits[name], name })
  const limiters = {
    checkout: open('checkout'),
    receipt: open('receipt'),
    repeat: open('repeat'),
    export: open('export'),
    zip: open('zip'),
    'entries-file': open('entries-file'),
    'team-page': open('team-page'),
  }

  return {
    take: (what, account) => limiters[what].take(account),
  }
}
