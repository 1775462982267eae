/** Cores on one store, with a model and a clock that a test drives. */
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { CoreError } from '#core/errors.ts'
import { type Core, createCore, type Generation, type Rules } from '#core/index.ts'
import { defaultPacks } from '#core/payments/packs.ts'
import { createTestCheckout } from '#core/payments/test-checkout.ts'
import { createSqliteStore } from '#core/store/sqlite/sqlite-store.ts'
import type { Store } from '#core/store/store.ts'
import { createVirtualClock } from '#tests/crash/virtual-clock.ts'
import { createFolder } from '#tests/temporary-folder.ts'

const usual: Rules = {
  packs: defaultPacks,
  welcomeCredits: 10_000,
  imagesPerMinute: 1_000,
  picturesAtOnce: 100,
  runningPerAccount: 2,
  unfinishedPerAccount: 50,
}

/** `boot` starts a process; `wrap` stands between it and the store. */
export function createRig(rules: Partial<Rules> = {}) {
  const folder = createFolder()
  const clock = createVirtualClock()
  /** The prompts that the model was asked, in order. */
  const drawn: string[] = []
  /** The model answers only what is not held. */
  const held = new Map<string, PromiseWithResolvers<void>>()
  const delivered: Generation[] = []
  let ids = 0

  /** Without `looks`, the process is one that was frozen: it keeps no lease and takes nothing up. `removed` hears of pictures taken from the host. */
  async function boot(
    wrap: (store: Store) => Store = (store) => store,
    looks = true,
    removed: string[] = [],
  ): Promise<Core> {
    const store = await createSqliteStore({ file: join(folder, 'store.sqlite') })
    const createId = (length: number) => `${ids++}`.padStart(length, 'a')
    const secret = 'a secret for tests'
    const publicUrl = 'http://bot.test'
    const owner = `process:${ids++}`
    const core = createCore(
      {
        store: wrap(store),
        model: {
          id: 'driven',
          async draw({ prompt, count }) {
            drawn.push(prompt)
            await held.get(prompt)?.promise
            return { pictures: Array.from({ length: count }, () => new TextEncoder().encode(prompt)) }
          },
        },
        host: {
          put: async (key) => `${publicUrl}/i/${key}`,
          read: async () => undefined,
          remove: async (key) => void removed.push(key),
        },
        prepare: async (bytes) => ({ bytes, mime: 'image/png', width: 1, height: 1 }),
        payments: createTestCheckout({ secret, packs: defaultPacks, publicUrl, clock, createId }),
        clock,
        createId,
        randomInt: (below) => ids++ % below,
        secret,
        durableSecret: async () => 'a durable secret',
        publicUrl,
        log: { debug() {}, info() {}, warn() {}, error() {} },
        owner,
        isAlive: () => true,
      },
      { ...usual, ...rules },
    )
    if (looks) await core.start(async (generation) => void delivered.push(generation))
    onTestFinished(() => store.close())
    return core
  }

  /** Orders a picture; `done` settles as the person is shown it, which is noted. */
  async function order(core: Core, who: string, prompt: string, count = 1) {
    const account = await core.accounts.openAccount({ platform: 'terminal', user: who, name: who })
    const job = await core.images.order({
      account: account.id,
      call: `call:${ids++}`,
      origin: { platform: 'terminal', address: {} },
      prompt,
      count,
    })
    const done = job.done.then(async (ended) => {
      if (ended.status === 'ready') await core.images.markDelivered(ended.id, 'reply').catch(() => undefined)
      return ended
    })
    done.catch(() => undefined)
    return { id: job.generation.id, account: account.id, job, done }
  }

  function hold(prompt: string): () => void {
    const gate = Promise.withResolvers<void>()
    held.set(prompt, gate)
    return gate.resolve
  }

  return { clock, drawn, delivered, boot, order, hold }
}

/** Makes one method of the generation store fail while `isAway` says so. */
export function failing(isAway: (change: { status?: string | undefined }) => boolean) {
  return (store: Store): Store => ({
    ...store,
    generations: {
      ...store.generations,
      async change(id, guard, change) {
        if (isAway(change)) throw new CoreError('store-unavailable', {})
        return await store.generations.change(id, guard, change)
      },
    },
  })
}
