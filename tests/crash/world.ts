/** The outside of the processes under test: what stays when one of them dies. */
import { createHash } from 'node:crypto'
import { createLedger } from '#core/credits/ledger.ts'
import { CoreError } from '#core/errors.ts'
import type { ImageHost, PreparePicture } from '#core/hosting/image-host.ts'
import type { ImageModel } from '#core/images/image-model.ts'
import { type Core, createCore, type Deliver, type Generation, type Log, type Rules } from '#core/index.ts'
import { defaultPacks } from '#core/payments/packs.ts'
import { createDoomed, type Doom, type Doomed } from './crashing.ts'
import { createSqlitePlace, type Place } from './places.ts'
import { createProvider } from './provider.ts'
import { createVirtualClock } from './virtual-clock.ts'
import { createWitness, type Witness } from './witness.ts'

const silent: Log = { debug() {}, info() {}, warn() {}, error() {} }

const rules: Rules = {
  packs: defaultPacks,
  welcomeCredits: 45,
  imagesPerMinute: 1_000_000,
  picturesAtOnce: 1000,
  runningPerAccount: 2,
  unfinishedPerAccount: 4,
}

/** Prompts that the model answers with trouble; any other is drawn. */
const troubles: Readonly<Record<string, () => CoreError>> = {
  blocked: () => new CoreError('moderation-blocked', { stage: 'input', categories: ['violence'] }),
  busy: () => new CoreError('vendor-busy', {}),
  down: () => new CoreError('vendor-down', {}),
}

export interface Process {
  core: Core
  /** Shows a picture by a message of the bot's own. */
  deliver: Deliver
  doomed: Doomed
  close(): Promise<void>
}

export interface WorldOptions {
  /** Left empty by others; by default a new one, which goes with the world. */
  place?: Place
  /** Processes on several machines: none can tell whether another lives, so leases must run out. */
  machines?: boolean
  /** How long the model draws, in milliseconds; default not at all. */
  drawFor?: number
}

export type World = ReturnType<typeof createWorld>

export function createWorld(options: WorldOptions = {}) {
  const { place = createSqlitePlace(), machines = false, drawFor = 0 } = options
  const clock = createVirtualClock()
  const provider = createProvider(defaultPacks, clock)
  const witness = createWitness()
  const hosted = new Set<string>()
  const shown: Generation[] = []
  const alive = new Map<string, Doomed>()
  const closing: Promise<void>[] = []
  let booting = 0
  let asleep = 0
  let begun = 0
  let ids = 0
  let paid = 0

  const model: ImageModel = {
    id: 'scripted',
    async draw({ prompt, count }, { safetyIdentifier }) {
      const request = { account: safetyIdentifier, prompt, isOpen: true }
      witness.requests.push(request)
      asleep++
      if (drawFor > 0) await clock.sleep(drawFor)
      asleep--
      request.isOpen = false
      const trouble = troubles[prompt]
      if (trouble) throw trouble()
      return { pictures: Array.from({ length: count }, () => new TextEncoder().encode(prompt)) }
    },
  }

  const host: ImageHost = {
    async put(key) {
      hosted.add(key)
      return `http://pictures.test/${key}`
    },
    read: async (key) =>
      hosted.has(key) ? { bytes: new TextEncoder().encode(key), mime: 'image/png' } : undefined,
    async remove(key) {
      hosted.delete(key)
    },
  }

  const prepare: PreparePicture = async (bytes) => {
    if (new TextDecoder().decode(bytes) === 'garbled') throw new CoreError('picture-unreadable', {})
    return { bytes, mime: 'image/png', width: 16, height: 16 }
  }

  const chat = {
    async deliver(generation: Generation) {
      shown.push(generation)
    },
  }

  /** Starts a process that dies as it is doomed to. */
  async function boot(doom: Doom): Promise<Process> {
    const doomed = createDoomed(doom)
    booting++
    const store = await place.open().finally(() => booting--)
    const owner = `world:${ids++}:x`
    alive.set(owner, doomed)
    void doomed.died.then(() => {
      alive.delete(owner)
      begun += doomed.count().begun
    })
    const watched = witness.watch(store)
    const core = createCore(
      {
        store: {
          ...store,
          isShared: machines || store.isShared,
          accounts: doomed.wrapStore('accounts', watched.accounts),
          ledger: doomed.wrapStore('ledger', store.ledger),
          generations: doomed.wrapStore('generations', watched.generations),
          records: doomed.wrapStore('records', store.records),
          owned: doomed.wrapStore('owned', store.owned),
        },
        model: doomed.wrap('model', model),
        host: doomed.wrap('host', host),
        prepare,
        payments: provider.createPayments(doomed.wrap('provider', provider.api)),
        clock,
        // Ids count up, so that a schedule replays exactly.
        createId: (length) => createHash('sha256').update(String(ids++)).digest('hex').slice(0, length),
        randomInt: (below) => ids++ % below,
        secret: 'a secret for tests',
        publicUrl: 'http://bot.test',
        log: silent,
        owner,
        isAlive: (other) => machines || alive.has(other),
      },
      rules,
    )
    core.links.onLinked(async () => undefined)
    const close = async () => {
      const closed = doomed.settled().then(store.close)
      closing.push(closed)
      await closed
    }
    return { core, deliver: doomed.wrap('chat', chat).deliver, doomed, close }
  }

  /** Credits come, through a store of their own. */
  async function pay(account: string, amount: number): Promise<void> {
    const store = await place.open()
    const order = `order-${paid++}`
    const entry = { account, key: `purchase:${order}`, kind: 'purchase' as const, amount, reference: order }
    await createLedger(store.ledger, clock).append(entry)
    await store.close()
  }

  /** How many steps all processes have begun, and how many are under way without waiting for time to pass. */
  function count(): { begun: number; underWay: number } {
    const counts = [...alive.values()].map((doomed) => doomed.count())
    return {
      begun: counts.reduce((sum, each) => sum + each.begun, begun),
      underWay: counts.reduce((sum, each) => sum + each.underWay, booting - asleep),
    }
  }

  return {
    ...(witness as Omit<Witness, 'watch'>),
    pay,
    clock,
    provider,
    hosted,
    shown,
    boot,
    count,
    openStore: place.open,
    /** Resolves when nothing of it is left. */
    async remove() {
      await Promise.allSettled(closing)
      await (options.place ? place.clear() : place.remove())
    },
  }
}
