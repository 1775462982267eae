/** The core: what imgsrc bot does, without any of the places it is done in. */
import type { RandomInt } from './accounts/codes.ts'
import type { DurableSecret } from './accounts/durable-secret.ts'
import { createDurableHash } from './accounts/keyed-hash.ts'
import { createPeople, type People } from './accounts/people.ts'
import { createSeals, type Seals } from './accounts/seals.ts'
import type { Clock, CreateId } from './clock.ts'
import { type Credits, createCredits } from './credits/credits.ts'
import { createLedger } from './credits/ledger.ts'
import { CoreError } from './errors.ts'
import { createHistory, type History } from './history/history.ts'
import { createSharing, type Retract, type Sharing } from './history/sharing.ts'
import { createHostingWatch } from './hosting/hosting-watch.ts'
import type { ImageHost, PreparePicture, ServedHost } from './hosting/image-host.ts'
import type { KeptPictures } from './hosting/kept-pictures.ts'
import { createHeldOrders } from './images/held-orders.ts'
import { createHoldingOrder } from './images/holding-order.ts'
import type { ImageModel } from './images/image-model.ts'
import { createImages, type Images } from './images/images.ts'
import { createIntake } from './images/intake.ts'
import { createOwnMinute } from './images/own-minute.ts'
import { createPace, type Pace } from './images/pace.ts'
import { createRecovery } from './images/recovery.ts'
import { createRelease } from './images/release.ts'
import { createSharedMinute } from './images/shared-minute.ts'
import { createShow, type Deliver } from './images/show.ts'
import { createSources, type Sources } from './images/sources.ts'
import { createSteps } from './images/steps.ts'
import { createWorkshop } from './images/workshop.ts'
import { createAccountLimits } from './limits/account-limits.ts'
import type { Log } from './log.ts'
import { measurePorts, measurePurchases } from './metrics/measure.ts'
import type { ReadableMetrics } from './metrics/metrics.ts'
import type { OnCredited } from './payments/orders.ts'
import type { Pack } from './payments/packs.ts'
import type { Payments } from './payments/payments.ts'
import { createPurchases, type Purchases } from './payments/purchases.ts'
import type { TestCheckout } from './payments/test-checkout.ts'
import { createPresence, type OnRetired } from './presence.ts'
import { createScrubbing } from './store/scrubbing.ts'
import { watchSkew } from './store/skew.ts'
import type { Store } from './store/store.ts'
import { watchStore } from './store/watch-store.ts'
import { createTeams, type Teams } from './teams/teams.ts'

export type { Account, ChatUser, Identity, PlatformName } from './accounts/account.ts'
export type { EmailChangeOutcome, EmailChangeRequest } from './accounts/email-change.ts'
export type { ExportFile } from './accounts/export.ts'
export type { OnLinked } from './accounts/link-mails.ts'
export type { LinkOutcome, LinkRequest } from './accounts/links.ts'
export type { Networks } from './accounts/networks.ts'
export type { People } from './accounts/people.ts'
export { readWord } from './accounts/read-typed.ts'
export type { SealingKeys } from './accounts/sealing-keys.ts'
export type { Seals } from './accounts/seals.ts'
export { longestSession, type Session } from './accounts/sessions.ts'
export type { CodeRequest, SignInOutcome } from './accounts/sign-in.ts'
export type { Entry, EntryKind } from './credits/ledger-store.ts'
export { isTakenBack } from './credits/taking-back.ts'
export type { Retract } from './history/sharing.ts'
export { listSizes } from './images/fit-spec.ts'
export type { Background, Generation, Origin, Picture, Post, Quality } from './images/generation.ts'
export type { Job, Progress } from './images/images.ts'
export { everyAbility, type ModelAbilities } from './images/model-abilities.ts'
export { findPrice, pricePerPicture } from './images/prices.ts'
export { backgrounds, largestCount, longestPrompt } from './images/read-spec.ts'
export type { Deliver } from './images/show.ts'
export { isSize, namedSizes, sizeRules } from './images/sizes.ts'
export { nameResults } from './images/source-names.ts'
export type { Asker } from './limits/mail-limits.ts'
export { type Log, logFailure } from './log.ts'
export type { Metrics, ReadableMetrics } from './metrics/metrics.ts'
export type { AccountBooks, BookedEntry } from './operations/books.ts'
export type { Fault } from './operations/fault.ts'
export type { Migrate, Migration } from './operations/migrate.ts'
export type { Operations } from './operations/operations.ts'
export type { ListedOrder } from './operations/orders.ts'
export type { RotateSecret } from './operations/rotate-secret.ts'
export type { Verification } from './operations/verify.ts'
export { mustAct, OperatorFault } from './operator-fault.ts'
export type { OnCredited } from './payments/orders.ts'
export type { Pack } from './payments/packs.ts'
export type { Purchases } from './payments/purchases.ts'
export type { TestCheckout, TestPurchase } from './payments/test-checkout.ts'
export { VersionError } from './store/opening.ts'
export { putRecord } from './store/put-record.ts'
export { deepestCause, readVendorAnswer, type VendorAnswer } from './vendor-answer.ts'

/** What the core needs of the world. */
export interface Ports {
  store: Store
  model: ImageModel
  host: ImageHost | ServedHost
  prepare: PreparePicture
  /** Absent where bought pictures that are not hosted yet go with the process. */
  kept?: KeptPictures
  payments: Payments | TestCheckout
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
export interface Rules {
  /** What can be bought, in the order in which it is offered. */
  packs: readonly Pack[]
  /** Whom people may ask for credits where none are sold: an address or a name. */
  contact?: string
  /** Credits a new account is given once. */
  welcomeCredits: number
  /** Pictures asked of the vendor in any 60 seconds; at least the 4 of one request. */
  imagesPerMinute: number
  /** Pictures being drawn at once; at least the 4 of one request. */
  picturesAtOnce: number
  /** Generations of one account that may be drawing at once. */
  runningPerAccount: number
  /** Generations of one account that may be unfinished at once, the running ones included. */
  unfinishedPerAccount: number
}

export interface Core extends People {
  publicUrl: string
  seals: Seals
  credits: Credits
  images: Images & Pick<Sources, 'startFrom'>
  history: History
  sharing: Sharing
  teams: Teams
  purchases: Purchases
  /** Where the web module serves the test checkout itself. */
  testCheckout?: TestCheckout
  /** For the web module, which serves pictures hosted on disk. */
  pictures: Pick<ImageHost, 'read'> & Partial<Pick<ServedHost, 'find'>>
  /** Absent where nobody reads any. */
  metrics?: ReadableMetrics
  /** Resolves when the store can be read and written; rejects with `store-unavailable`. */
  check(): Promise<void>
  /**
   * Takes up what an earlier process left unfinished, and goes on looking for it; compares orders with the payment
   * provider. Credits that came run the order that was held for them, or `onCredited` is told. A deleted account's
   * shared posts are taken back by `retract`. Rejects where the store was, or is being, carried to another; where that
   * is found later, `onRetired` must end the process, as a kill would.
   */
  start(deliver: Deliver, onCredited?: OnCredited, retract?: Retract, onRetired?: OnRetired): Promise<void>
  /** Accepts no more orders, gives running ones up to `patience` milliseconds, leaves waiting ones to be taken up again. */
  stop(patience: number): Promise<void>
  /** Closes the store, once all calls have been answered. */
  close(): Promise<void>
}

export function createCore(given: Ports, rules: Rules): Core {
  const { clock, metrics } = given
  const watched = { ...given, store: watchStore(given.store, given) }
  const ports = metrics ? measurePorts(watched, metrics, clock) : watched
  const { store } = ports
  const ledger = createLedger(store.ledger, clock)
  const { generations, records, owned } = store
  const hosting = createHostingWatch(ports)
  const intake = createIntake({ ...ports, mostPerAccount: rules.unfinishedPerAccount })
  const sources = createSources({ ...ports, host: hosting.guarded, generations, records, owned, intake })
  const parts = { ...ports, ledger, hosting, generations, sources }
  const steps = createSteps(parts)
  const pace = openPace(ports, rules)
  const workshop = createWorkshop({ ...parts, ...rules, steps, pace })
  const accountLimits = createAccountLimits({ records: store.records, clock })
  const images = createImages(workshop, {
    ...parts,
    ...rules,
    intake,
    takeRepeat: (account) => accountLimits.take('repeat', account),
  })
  const show = createShow({ ...parts, images })
  const recovery = createRecovery({ ...parts, steps, workshop, show, images })
  const heldOrders = createHeldOrders({ ...parts, records })
  const release = createRelease({ ...parts, heldOrders, images, show })
  let takeBack: Retract = async () => Promise.reject(new CoreError('cannot-post', {}))
  const { people, chores, holders } = createPeople({ ...parts, retract: (post) => takeBack(post) }, rules)
  const purchases = createPurchases({
    ...parts,
    ...rules,
    entries: store.ledger,
    findHolder: holders.findHolder,
    records,
    ...(metrics && { onDoubt: metrics.doubted }),
  })
  metrics?.watchUnclaimed(purchases.countUnclaimed)
  const stopped = new AbortController()
  metrics?.watchQueue(workshop.count)
  metrics?.watchHosting(hosting.count)
  const onRemoved = createScrubbing({ ...ports, stopped: stopped.signal })
  const history = createHistory({ ...parts, onRemoved })
  const presence = createPresence({ ...parts, records })
  const teams = createTeams(store.records, clock)
  return {
    ...people,
    publicUrl: ports.publicUrl,
    seals: createSeals(createDurableHash(ports.durableSecret)),
    credits: createCredits(ledger, store.ledger),
    images: {
      ...images,
      order: createHoldingOrder({ ...parts, images, heldOrders }),
      startFrom: sources.startFrom,
    },
    history,
    sharing: createSharing({ ...parts, history, teams, records }),
    teams,
    pictures: ports.host,
    check: store.check,
    purchases: metrics ? measurePurchases(purchases, metrics) : purchases,
    ...(metrics && { metrics }),
    ...('findPurchase' in ports.payments && { testCheckout: ports.payments }),
    async start(
      deliver,
      onCredited = async () => undefined,
      retract = takeBack,
      onRetired = () => undefined,
    ) {
      takeBack = retract
      await presence.start(onRetired)
      await recovery.start(deliver)
      await chores.start()
      await release.start(deliver)
      purchases.start(async (account, ...bought) => {
        if (!(await release.release(account))) await onCredited(account, ...bought)
      })
      void warnOfShutdown(ports)
      void watchSkew(ports, stopped.signal)
    },
    async stop(patience) {
      stopped.abort()
      hosting.stop()
      await workshop.stop(patience)
      await recovery.stop()
      await release.stop()
      await chores.stop()
      await purchases.stop()
      await presence.stop()
    },
    close: store.close,
  }
}

/** Processes that share a store share the vendor's minute too. */
function openPace({ store, clock, owner }: Ports, rules: Rules): Pace {
  const { imagesPerMinute: perMinute, picturesAtOnce: atOnce } = rules
  const minute = store.isShared
    ? createSharedMinute({ records: store.records, perMinute, clock, owner })
    : createOwnMinute(perMinute, clock)
  return createPace({ atOnce }, minute, clock)
}

async function warnOfShutdown({ model, log }: Ports): Promise<void> {
  const date = await model.findShutdownDate?.()
  if (date !== undefined) {
    log.warn({ model: model.id, date }, 'The vendor will shut this image model down: set OPENAI_IMAGE_MODEL')
  }
}
