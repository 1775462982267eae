/** The engine: puts the rooms of image making together. */
import type { Clock } from '#core/clock.ts'
import type { Ledger } from '#core/credits/ledger.ts'
import type { LedgerStore } from '#core/credits/ledger-store.ts'
import { createHostingWatch } from '#core/hosting/hosting-watch.ts'
import type { ImageHost } from '#core/hosting/image-host.ts'
import type { KeptPictures } from '#core/hosting/kept-pictures.ts'
import type { Thumbnails } from '#core/hosting/thumbnail.ts'
import type { Outbound } from '#core/outbound.ts'
import type { RecordStore } from '#core/records/record-store.ts'
import type { Prices } from './charging/prices.ts'
import type { HostingPorts } from './drawing/hosting.ts'
import { createKeeping } from './drawing/keeping.ts'
import type { Generation } from './generation.ts'
import { createImages } from './images.ts'
import type { Models } from './models.ts'
import { createHeldOrders } from './ordering/held-orders.ts'
import { createIntake } from './ordering/intake.ts'
import { createKeptOrders } from './ordering/kept-orders.ts'
import { createHeldOrderPlacing } from './ordering/place-held-orders.ts'
import { type OrderPorts, placeHeldOrder } from './ordering/place-order.ts'
import type { OwnedGenerations } from './owned-generations.ts'
import { createLocalWindow } from './rate/local-window.ts'
import { createSharedWindow } from './rate/shared-window.ts'
import { createVendorRate, type VendorRate } from './rate/vendor-rate.ts'
import { createRemovals } from './removals.ts'
import { createSources } from './sources/sources.ts'
import { type Copying, createCopying } from './tasks/copying.ts'
import { createDeliveries } from './tasks/deliveries.ts'
import { createRecovery, type Recovery } from './tasks/recovery.ts'
import { createSharing, type Sharing } from './tasks/sharing.ts'
import { createWorker, type Worker } from './tasks/worker.ts'

interface EnginePorts
  extends Pick<HostingPorts, 'generations' | 'prepare' | 'clock' | 'log' | 'owner'>,
    Pick<OrderPorts, 'createId' | 'takeRepeat' | 'choosePayer'>,
    Models {
  /** Whether processes on several machines work on these records. */
  isShared: boolean
  records: RecordStore
  owned: OwnedGenerations
  ledger: Ledger
  entries: Pick<LedgerStore, 'list'>
  host: ImageHost & Partial<Thumbnails>
  kept?: KeptPictures
  outbound: Pick<Outbound<Generation>, 'deliver'>
  isAlive(owner: string): boolean
  randomInt(below: number): number
  /** Hears that a generation was deleted, with its prompt. */
  onRemoved(): void
}

/** What an operator sets. */
export interface EngineRules {
  prices: Prices
  /** Pictures asked of the vendor in any 60 seconds; at least the 4 of one request. */
  imagesPerMinute: number
  /** Pictures being drawn at once; at least the 4 of one request. */
  picturesAtOnce: number
  /** Generations of one account that may be drawing at once. */
  runningPerAccount: number
  /** Generations of one account that may be unfinished at once, the running ones included. */
  unfinishedPerAccount: number
}

export function createEngine(given: EnginePorts, rules: EngineRules) {
  const hosting = createHostingWatch(given)
  const keeping = createKeeping(given)
  const intake = createIntake({ ...given, mostPerAccount: rules.unfinishedPerAccount })
  const sources = createSources({ ...given, host: hosting.guarded, intake })
  const removals = createRemovals({ ...given, sources })
  const drawing = {
    ...given,
    ...rules,
    hosting,
    keeping,
    intake,
    sources,
    removals,
    vendorRate: openVendorRate(given, rules),
  }
  const copying = createCopying(given)
  const worker = withCopying(createWorker(drawing), copying)
  const deliveries = createDeliveries({ ...drawing, ...copying, tasks: worker.tasks })
  const heldOrders = createHeldOrders(drawing)
  const ports = { ...drawing, worker, deliveries, heldOrders }
  return {
    hosting,
    sources,
    removals,
    worker,
    images: createImages(ports),
    recovery: given.isShared
      ? withSharing(createRecovery(ports), createSharing(ports))
      : createRecovery(ports),
    keptOrders: createKeptOrders(ports),
    heldOrderPlacing: createHeldOrderPlacing({ ...ports, place: (order) => placeHeldOrder(ports, order) }),
  }
}

/** What is being copied is waited for with what is being drawn. */
const withCopying = (worker: Worker, copying: Pick<Copying, 'stop'>): Worker => ({
  ...worker,
  async stop(patience) {
    await Promise.all([worker.stop(patience), copying.stop()])
  },
})

/** What waits is shared once what was left is taken up. */
const withSharing = (recovery: Recovery, sharing: Sharing): Recovery => ({
  async start() {
    await recovery.start()
    sharing.start()
  },
  async stop() {
    await Promise.all([sharing.stop(), recovery.stop()])
  },
})

/** Processes that share a store share the rate window too. */
function openVendorRate(
  { isShared, records, clock, owner }: EnginePorts & { clock: Clock },
  { imagesPerMinute: perMinute, picturesAtOnce: atOnce }: EngineRules,
): VendorRate {
  const window = isShared
    ? createSharedWindow({ records, perMinute, clock, owner })
    : createLocalWindow(perMinute, clock)
  return createVendorRate({ atOnce }, window, clock)
}
