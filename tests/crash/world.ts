/** The outside of a process under test: what stays when it dies. */
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createLedger } from '#core/credits/ledger.ts'
import { CoreError } from '#core/errors.ts'
import type { ImageHost, PreparePicture } from '#core/hosting/image-host.ts'
import type { ImageModel } from '#core/images/image-model.ts'
import { type Core, createCore, type Generation, type Log, type Rules } from '#core/index.ts'
import { defaultPacks } from '#core/payments/packs.ts'
import { createTestCheckout } from '#core/payments/test-checkout.ts'
import { createSqliteStore } from '#core/store/sqlite/sqlite-store.ts'
import type { Store } from '#core/store/store.ts'
import { type CrashPoint, createDoomed, type Doomed } from './crashing.ts'
import { createVirtualClock } from './virtual-clock.ts'

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
  doomed: Doomed
  close(): Promise<void>
}

export type World = ReturnType<typeof createWorld>

/** A world with a store file of its own; in memory where the system has a folder for that. */
export function createWorld() {
  const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'imgsrc-'))
  const clock = createVirtualClock()
  const requests: { account: string; prompt: string }[] = []
  const hosted = new Set<string>()
  const shown: Generation[] = []
  const recorded = new Set<string>()
  let ids = 0
  let paid = 0

  const model: ImageModel = {
    id: 'scripted',
    async draw({ prompt, count }, { safetyIdentifier }) {
      requests.push({ account: safetyIdentifier, prompt })
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
    read: async () => undefined,
    async remove(key) {
      hosted.delete(key)
    },
  }

  const prepare: PreparePicture = async (bytes) => {
    if (new TextDecoder().decode(bytes) === 'garbled') throw new CoreError('picture-unreadable', {})
    return { bytes, mime: 'image/png', width: 16, height: 16 }
  }

  const payments = createTestCheckout({
    secret: 'secret',
    packs: defaultPacks,
    publicUrl: 'http://bot.test',
    clock,
    createId: (length) => 'x'.repeat(length),
  })

  const openStore = () => createSqliteStore({ file: join(folder, 'store.sqlite') })

  /** Starts a process that dies at `point`. Each step it takes is told to `onStep`. */
  async function boot(options: {
    point?: CrashPoint
    pauses?: readonly number[]
    onStep?: (name: string) => void
  }): Promise<Process> {
    const doomed = createDoomed(options.point, options.pauses ?? [], options.onStep ?? (() => undefined))
    const store = await openStore()
    const owner = `world:${ids++}:x`
    const core = createCore(
      {
        store: wrapStore(store, doomed, recorded),
        model: doomed.wrap('model', model),
        host: doomed.wrap('host', host),
        prepare,
        payments,
        clock,
        // Ids count up, so that a schedule replays exactly.
        createId: (length) => createHash('sha256').update(String(ids++)).digest('hex').slice(0, length),
        randomInt: (below) => ids++ % below,
        secret: 'a secret for tests',
        publicUrl: 'http://bot.test',
        log: silent,
        owner,
        isAlive: (other) => other === owner,
      },
      rules,
    )
    return { core, doomed, close: () => store.close() }
  }

  /** Credits come, through a store of their own. */
  async function pay(account: string, amount: number): Promise<void> {
    const store = await openStore()
    const order = `order-${paid++}`
    const entry = { account, key: `purchase:${order}`, kind: 'purchase' as const, amount, reference: order }
    await createLedger(store.ledger, clock).append(entry)
    await store.close()
  }

  return {
    pay,
    clock,
    requests,
    hosted,
    shown,
    /** The ids of all generations that any process tried to record. */
    recorded,
    boot,
    openStore,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

function wrapStore(store: Store, doomed: Doomed, recorded: Set<string>): Store {
  const generations: Store['generations'] = {
    ...store.generations,
    create(generation, slots) {
      recorded.add(generation.id)
      return store.generations.create(generation, slots)
    },
  }
  return {
    isShared: store.isShared,
    accounts: doomed.wrap('accounts', store.accounts),
    ledger: doomed.wrap('ledger', store.ledger),
    generations: doomed.wrap('generations', generations),
    records: doomed.wrap('records', store.records),
    owned: doomed.wrap('owned', store.owned),
    dump: store.dump,
    scrub: store.scrub,
    check: store.check,
    close: store.close,
  }
}
