/** The outside of the processes under test: what stays when one of them dies. */
import { createHash } from 'node:crypto'
import { createLedger } from '#core/credits/ledger.ts'
import {
  type Core,
  createCore,
  type Generation,
  type Log,
  nobody,
  type Operations,
  type Outbound,
  type Rules,
  usualPrices,
} from '#core/index.ts'
import { createOperations } from '#core/operations/operations.ts'
import { defaultPacks } from '#core/payments/packs.ts'
import type { Store } from '#core/store/store.ts'
import type { Mailer } from '#web/mailer.ts'
import { createDoomed, type Doom, type Doomed } from './crashing.ts'
import { createSqlitePlace, type Place } from './places.ts'
import { createProvider } from './provider.ts'
import { createVendors, type Vendors } from './vendors.ts'
import { createVirtualClock } from './virtual-clock.ts'
import { createWitness, type Witness } from './witness.ts'

const silent: Log = { debug() {}, info() {}, warn() {}, error() {} }

const rules: Rules = {
  prices: usualPrices,
  welcomeCredits: 45,
  imagesPerMinute: 1_000_000,
  picturesAtOnce: 1000,
  runningPerAccount: 2,
  unfinishedPerAccount: 4,
}

export interface Process {
  core: Core
  /** What an operator does beside it, who dies with it. */
  operations: Operations
  /** Shows a picture by a message of the bot's own. */
  deliver: Outbound<Generation>['deliver']
  chat: Vendors['chat']
  mailer: Mailer
  doomed: Doomed
  close(): Promise<void>
}

export interface WorldOptions {
  /** Left empty by others; by default a new one, which goes with the world. */
  place?: Place
  /** Processes on several machines: none can tell whether another lives, so leases must run out. */
  machines?: boolean
  /** How long the model draws, and the provider looks for orders, in milliseconds; default not at all. */
  drawFor?: number
}

/** A store whose every use is a step. */
function doomStore(doomed: Doomed, store: Store, hand = ''): Store {
  // What makes or looks at a whole store is nothing that a process does to the books.
  const { dump, backUp, check, measureSkew, close, isShared, scrub, requireVersion, ...ports } = store
  const wrapped = Object.entries(ports).map(([name, port]) => [
    name,
    doomed.wrapStore(`${hand}${name}`, port),
  ])
  return {
    ...store,
    ...Object.fromEntries(wrapped),
    ...doomed.wrapStore(`${hand}store`, { scrub, requireVersion }),
  }
}

export type World = ReturnType<typeof createWorld>

export function createWorld(options: WorldOptions = {}) {
  const { place = createSqlitePlace(), machines = false, drawFor = 0 } = options
  const clock = createVirtualClock()
  const witness = createWitness()
  const vendors = createVendors(witness, clock, drawFor)
  const provider = createProvider(defaultPacks, clock, vendors.work)
  const alive = new Set<string>()
  /** The dead too: what they had on its way is still to arrive. */
  const all: Doomed[] = []
  const closing: Promise<void>[] = []
  let operating: Promise<unknown> = Promise.resolve()
  let booting = 0
  let boots = 0
  let ids = 0
  let paid = 0

  /** Starts a process that dies as it is doomed to. */
  async function boot(doom: Doom): Promise<Process> {
    const doomed = createDoomed(doom)
    booting++
    const store = await place.open().finally(() => booting--)
    const owner = `world:${ids++}:x`
    const disk = machines ? `disk ${boots++ % 2}` : 'disk'
    alive.add(owner)
    all.push(doomed)
    void doomed.died.then(() => alive.delete(owner))
    const watched = { ...store, ...witness.watch(store) }
    const isAlive = (other: string) => machines || alive.has(other)
    const common = {
      clock,
      // Ids count up, so that a schedule replays exactly.
      createId: (length: number) => createHash('sha256').update(String(ids++)).digest('hex').slice(0, length),
      secret: 'a secret for tests',
      durableSecret: async () => 'a durable secret',
      owner,
      isAlive,
    }
    const chat = doomed.wrap('chat', vendors.chat)
    const mailer = doomed.wrap('mailer', vendors.mailer)
    const core = createCore(
      {
        ...common,
        signIns: [],
        outbound: {
          ...nobody,
          ...chat,
          linked: ({ account: { email }, unlinkToken }) =>
            mailer.send({ to: email, subject: 'link', text: unlinkToken, html: '' }),
        },
        store: { ...doomStore(doomed, watched), isShared: machines || store.isShared },
        model: doomed.wrap('model', vendors.model),
        host: doomed.wrap('host', vendors.host),
        prepare: vendors.prepare,
        kept: doomed.wrapDisk('kept', vendors.openDisk(disk)),
        providers: [provider.openFor(doomed.wrap('provider', provider.api))],
        randomInt: (below) => ids++ % below,
        publicUrl: 'http://bot.test',
        log: silent,
      },
      rules,
    )
    const operations = createOperations(
      {
        ...common,
        store: doomStore(doomed, watched, 'operator/'),
        providers: [provider.openFor(doomed.wrap('provider', provider.api))],
      },
      rules,
    )
    const close = async () => {
      const closed = doomed.settled().then(store.close)
      closing.push(closed)
      await closed
    }
    return { core, operations, deliver: chat.deliver, chat, mailer, doomed, close }
  }

  /** There is one operator, who waits until one command has ended, or died, before the next. */
  async function operate({ doomed }: Process, act: () => Promise<unknown>): Promise<void> {
    const turn = operating.then(() => Promise.race([act(), doomed.died.then(doomed.settled)]))
    operating = turn.catch(() => undefined)
    await turn
  }

  /** Credits come, through a store that no process has; no time passes meanwhile. */
  async function pay(account: string, amount: number): Promise<void> {
    booting++
    try {
      const order = `order-${paid++}`
      const entry = {
        wallet: account,
        key: `purchase:${order}`,
        kind: 'purchase' as const,
        amount,
        reference: order,
      }
      await place.visit(({ ledger }) => createLedger(ledger, clock).append(entry))
    } finally {
      booting--
    }
  }

  /** Resolves when what the dead had on their way has arrived. */
  async function settled(): Promise<void> {
    await Promise.allSettled(closing)
  }

  /** How many steps all processes have begun, and how many are under way without waiting for time to pass. */
  function count(): { begun: number; underWay: number } {
    const counts = all.map((doomed) => doomed.count())
    return {
      begun: counts.reduce((sum, each) => sum + each.begun, 0),
      underWay: counts.reduce((sum, each) => sum + each.underWay, booting - vendors.countAsleep()),
    }
  }

  return {
    ...(witness as Omit<Witness, 'watch'>),
    pay,
    operate,
    clock,
    provider,
    ...vendors,
    boot,
    count,
    openStore: place.open,
    /** The disk of the process that was started last. */
    lastDisk: () => (machines ? `disk ${(boots - 1) % 2}` : 'disk'),
    settled,
    /** Resolves when nothing of it is left. */
    async remove() {
      await settled()
      await (options.place ? place.clear() : place.remove())
    },
  }
}
