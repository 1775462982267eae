/** Cores on one store, with a model and a clock that a test drives. */

import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { CoreError } from '#core/errors.ts'
import { createKeptPictures } from '#core/hosting/kept-pictures.ts'
import { type Core, type Generation, type ModelAbilities, nobody, type Rules } from '#core/index.ts'
import type { Store } from '#core/store/store.ts'
import { createVirtualClock } from '#tests/crash/virtual-clock.ts'
import { createKeptLog } from '#tests/kept-log.ts'
import { createFolder } from '#tests/temporary-folder.ts'
import { createCounter, createPlainCore } from '../rig.ts'
import { openSqliteStore } from '../store/new-sqlite.ts'

const usual: Partial<Rules> = {
  welcomeCredits: 10_000,
  imagesPerMinute: 1_000,
  picturesAtOnce: 100,
  unfinishedPerAccount: 50,
}

/** `boot` starts a process; `wrap` stands between it and the store. */
export function createRig(rules: Partial<Rules> = {}) {
  const folder = createFolder()
  const clock = createVirtualClock()
  /** What the host takes, by key; `fault` is what it answers with instead. */
  const hosted = new Map<string, string>()
  const host: {
    fault?: CoreError | undefined
    refuses?: (text: string) => CoreError | undefined
    puts: number
  } = { puts: 0 }
  /** What the model of a process that is booted now takes. */
  const takes: { abilities?: ModelAbilities; id?: string } = {}
  /** What it draws, where that is not the prompt. */
  const draws: { picture?: Uint8Array<ArrayBuffer> } = {}
  const { log, lines } = createKeptLog()
  /** The prompts that the model was asked, in order. */
  const drawn: string[] = []
  /** The model answers only what is not held. */
  const held = new Map<string, PromiseWithResolvers<void>>()
  const delivered: Generation[] = []
  /** Processes that are known to work no longer. */
  const dead = new Set<string>()
  const owners = new Map<Core, string>()
  const counter = createCounter()
  let ids = 0

  /** Without `looks`, the process is one that was frozen: it keeps no lease and takes nothing up. `removed` hears of pictures taken from the host. `disk` is where what is not hosted yet is kept. */
  async function boot(
    wrap: (store: Store) => Store = (store) => store,
    looks = true,
    removed: string[] = [],
    disk: string | undefined = 'unhosted',
  ): Promise<Core> {
    const store = await openSqliteStore(join(folder, 'store.sqlite'))
    const owner = `process:${ids++}`
    const core = createPlainCore(
      {
        outbound: { ...nobody, deliver: async (generation) => void delivered.push(generation) },
        ...{ ...counter, clock, log, owner },
        store: wrap(store),
        model: {
          id: 'driven',
          ...takes,
          async draw({ prompt, count }) {
            drawn.push(prompt)
            await held.get(prompt)?.promise
            const picture = draws.picture ?? new TextEncoder().encode(prompt)
            return { pictures: Array.from({ length: count }, () => picture) }
          },
        },
        host: {
          async put(key, bytes) {
            host.puts++
            const text = new TextDecoder().decode(bytes)
            const fault = host.fault ?? host.refuses?.(text)
            if (fault) throw fault
            hosted.set(key, text)
            return `http://bot.test/i/${key}`
          },
          read: async () => undefined,
          async remove(key) {
            hosted.delete(key)
            removed.push(key)
          },
        },
        ...(disk !== undefined && { kept: createKeptPictures(join(folder, disk)) }),
        isAlive: (other) => !dead.has(other),
      },
      { ...usual, ...rules },
    )
    if (looks) await core.start()
    owners.set(core, owner)
    onTestFinished(() => store.close())
    return core
  }

  /** Orders a picture; `done` settles as the person is shown it, which is noted. */
  async function order(core: Core, who: string, prompt: string, count = 1) {
    const account = await core.accounts.openAccount({ platform: 'terminal', user: who, name: who })
    const job = await core.images.order({
      owner: account.id,
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

  /** Nothing it does is seen any more, as far as others know. */
  const bury = (core: Core) => void dead.add(owners.get(core) ?? '')

  return { takes, draws, bury, folder, clock, drawn, delivered, hosted, host, lines, boot, order, hold }
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
