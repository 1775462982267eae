/** What the core is made of: its ports, which others implement, and its rules, which an operator sets. */
import type { RandomInt } from '#core/accounts/codes.ts'
import type { PlatformSignIn } from '#core/accounts/platform-sign-in.ts'
import type { ImageHost, PreparePicture, ServedHost } from '#core/hosting/image-host.ts'
import type { KeptPictures } from '#core/hosting/kept-pictures.ts'
import type { Thumbnails } from '#core/hosting/thumbnail.ts'
import type { EngineRules } from '#core/images/engine.ts'
import type { Generation } from '#core/images/generation.ts'
import type { Models } from '#core/images/models.ts'
import type { ReadableMetrics } from '#core/metrics/metrics.ts'
import type { Provider } from '#core/payments/provider.ts'
import type { DurableSecret } from '#core/secrets/durable-secret.ts'
import type { Store } from '#core/store/store.ts'
import type { UtilityRules } from '#core/utilities/limits.ts'
import type { Clock, CreateId } from './clock.ts'
import type { Log } from './log.ts'
import type { Outbound } from './outbound.ts'

/** What the core needs of the world. */
export interface Ports extends Models {
  store: Store
  host: (ImageHost & Partial<Thumbnails>) | ServedHost
  prepare: PreparePicture
  /** Absent where bought pictures that are not hosted yet go with the process. */
  kept?: KeptPictures
  /** Who sells credits, in the order in which they are offered; empty where nothing is sold. */
  providers: readonly Provider[]
  /** The platforms' own sign-ins, by which a link can be proven; empty where none is configured. */
  signIns: readonly PlatformSignIn[]
  outbound: Outbound<Generation>
  clock: Clock
  createId: CreateId
  randomInt: RandomInt
  /** Keys digests and signatures: with another one, all sessions and codes are void. */
  secret: string
  /** Keys the digests that stay when `secret` changes: of addresses that were welcomed or opened a checkout. */
  durableSecret: DurableSecret
  /** Where people reach the web module; without a slash at its end. */
  publicUrl: string
  log: Log
  /** Absent where nobody reads any. */
  metrics?: ReadableMetrics
  /** Names this process; unique per start. */
  owner: string
  /** Whether the process of that name may still be working. */
  isAlive(owner: string): boolean
}

/** What an operator sets. */
export interface Rules extends EngineRules, UtilityRules {
  /** Whom people may ask for credits where none are sold: an address or a name. */
  contact?: string
  /** Credits that come with the first chat of a new account. */
  welcomeCredits: number
  /** How many accounts are given them in a day, from one network and in all; without an end where absent. */
  welcomesPerNetwork?: number
  welcomesPerDay?: number
}
