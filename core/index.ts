/** The core: what imgsrc bot does, without any of the places it is done in. */
import type { Accounts } from './accounts/accounts.ts'
import type { Clock, CreateId } from './clock.ts'
import type { Credits } from './credits/credits.ts'
import type { History } from './history/history.ts'
import type { ImageHost } from './hosting/image-host.ts'
import type { Generation } from './images/generation.ts'
import type { ImageModel } from './images/image-model.ts'
import type { Images } from './images/images.ts'
import type { Log } from './log.ts'
import type { Store } from './store/store.ts'

export type { Account, ChatUser, Identity, PlatformName } from './accounts/account.ts'
export type { Entry, EntryKind } from './credits/ledger-store.ts'
export type { Generation, Origin, Picture, Quality } from './images/generation.ts'
export type { Log } from './log.ts'

/** What the core needs of the world. */
export interface Ports {
  store: Store
  model: ImageModel
  host: ImageHost
  clock: Clock
  createId: CreateId
  log: Log
  /** Names this process; unique per start: `<host>:<pid>:<random>`. */
  owner: string
  /** Whether the process of that name may still be working. */
  isAlive(owner: string): boolean
}

/** The numbers an operator sets. */
export interface Rules {
  /** Credits a new account is given once. */
  welcomeCredits: number
  /** Pictures asked of the vendor in any 60 seconds. */
  imagesPerMinute: number
  /** Vendor requests under way at once. */
  concurrency: number
  /** Generations of one account that may be drawing at once. */
  runningPerAccount: number
  /** Generations of one account that may be unfinished at once, the running ones included. */
  unfinishedPerAccount: number
}

/** Shows a finished generation to whoever asked for it, when the call that asked is gone. Rejects when it cannot. */
export type Deliver = (generation: Generation) => Promise<void>

export interface Core {
  accounts: Accounts
  credits: Credits
  images: Images
  history: History
  /** For the web module, which serves pictures hosted on disk. */
  pictures: Pick<ImageHost, 'read'>
  /** Resolves when the store answers. */
  check(): Promise<void>
  /** Takes up what an earlier process left unfinished. */
  start(deliver: Deliver): Promise<void>
  /** Accepts nothing more, waits up to `patience` ms for running work, leaves the rest to be taken up again, closes the store. */
  stop(patience: number): Promise<void>
}
