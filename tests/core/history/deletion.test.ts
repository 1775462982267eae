/** Deletion, whatever comes at the same moment or cuts it off: nothing deleted is shown or kept, and nothing else goes. */
import { describe, expect, it } from 'vitest'
import type { ImageHost } from '#core/hosting/image-host.ts'
import { probeKey } from '#core/hosting/probe.ts'
import { createVirtualClock } from '#tests/crash/virtual-clock.ts'
import { createCounter, createPlainCore, plainHost } from '../rig.ts'
import { bothPlaces, openStore } from '../store/places.ts'

const origin = { platform: 'terminal', address: {} } as const

/** Calls `act` once, before the call of that number to any of the methods: where it rejects, so does that. */
function createInterruption() {
  let left = Number.POSITIVE_INFINITY
  let leftToLive = Number.POSITIVE_INFINITY
  let act = async (): Promise<unknown> => undefined
  const wrap = <Port extends object>(port: Port): Port =>
    new Proxy(port, {
      get(_, name) {
        const method: unknown = Reflect.get(port, name)
        if (typeof method !== 'function') return method
        return async (...given: unknown[]) => {
          if (left-- === 0) await act()
          if (leftToLive-- <= 0) throw new Error('cut off')
          return await Reflect.apply(method, port, given)
        }
      },
    })
  return {
    wrap,
    /** From the call with the number `end` on, all reject. */
    plan(at: number, wanted: typeof act, end = Number.POSITIVE_INFINITY) {
      left = at
      leftToLive = end
      act = wanted
    },
    /** Whether it came to that call. */
    wasMet: () => left < 0,
  }
}

describe.each(bothPlaces)('on $name', ({ create }) => {
  /** `core` is interrupted; `other` is another process. */
  async function start() {
    const store = await openStore(create)
    const hosted = new Set<string>()
    const host: ImageHost = {
      ...plainHost,
      put: async (key) => hosted.add(key) && key,
      remove: async (key) => void hosted.delete(key),
    }
    const { wrap, ...interruption } = createInterruption()
    const clock = createVirtualClock()
    const common = { clock, ...createCounter() }
    const interrupted = { ...store, generations: wrap(store.generations), records: wrap(store.records) }
    const core = createPlainCore({ ...common, store: interrupted, host: wrap(host) })
    const boot = () => createPlainCore({ ...common, store, host })
    const other = boot()
    let calls = 0
    /** Somebody who has drawn two owls. */
    async function join(user: string) {
      const ofOthers = new Set(hosted)
      const { id: owner } = await other.accounts.openAccount({ platform: 'terminal', user, name: user })
      const order = (by = other) => {
        const asked = { prompt: 'owls', quality: 'draft', count: 2 } as const
        return by.images.order({ owner, call: `call:${calls++}`, origin, ...asked })
      }
      const draw = async (by = other) => {
        const job = await order(by)
        const ended = await job.done
        if (ended.status === 'ready') await by.images.markDelivered(ended.id, 'reply')
        return ended
      }
      const first = await draw()
      /** What is listed is hosted, and nothing else; answers with the ids. */
      const look = async () => {
        const { generations } = await other.history.list(owner, { limit: 99 })
        const shown = generations.flatMap(({ pictures }) => pictures.map(({ key }) => key))
        const kept = [...hosted].filter((key) => key !== probeKey && !ofOthers.has(key))
        expect(kept.sort()).toEqual([...new Set(shown)].sort())
        return generations.map(({ id }) => id)
      }
      /** What is listed and not hosted. */
      const listMissing = async () => {
        const { generations } = await other.history.list(owner, { limit: 99 })
        return generations.flatMap(({ pictures }) => pictures.filter(({ key }) => !hosted.has(key)))
      }
      /** The person was answered with pictures that are there, at the price that was taken. */
      const expectShown = async ({ id, price, pictures }: typeof first) => {
        expect(await look()).toContain(id)
        expect(await other.credits.findBalance(owner)).toBe(98 - price)
        for (const { key } of pictures) expect(hosted).toContain(key)
      }
      return { owner, first, order, draw, look, listMissing, expectShown }
    }
    return { core, other, boot, store, clock, join, ...interruption }
  }

  describe.each(['', '.2'])('of id%s', (number) => {
    it('at any step of its free repeat', async () => {
      const { core, other, join, plan, wasMet } = await start()
      for (let at = 0; ; at++) {
        const { owner, first, draw, expectShown } = await join(`ann${at}`)
        plan(at, () => other.history.remove(owner, `${first.id}${number}`))
        const again = await draw(core)
        if (!wasMet()) return
        await expectShown(again)
      }
    })

    it('at any step of its free repeat, which is cut off soon after', async () => {
      const { core, other, boot, store, clock, join, plan, wasMet } = await start()
      for (let at = 0; ; at++) {
        const joined = []
        // By the last of these it is either shown or drawn anew.
        for (let end = at; end < at + 9; end++) {
          const each = await join(`ann${at}-${end}`)
          joined.push(each)
          plan(at, () => other.history.remove(each.owner, `${each.first.id}${number}`), end)
          await each.draw(core).catch(() => undefined)
        }
        clock.advance(20 * 60_000)
        const heir = boot()
        await heir.start()
        await heir.stop(0)
        for (const { listMissing } of joined) expect(await listMissing()).toEqual([])
        expect(await store.records.listRecords('removal', undefined, clock.now())).toEqual([])
        if (!wasMet()) return
      }
    })

    it('at any step of its free repeat, which is cut off soon after and is shown again itself', async () => {
      const { core, other, boot, clock, join, plan, wasMet } = await start()
      for (let at = 0; ; at++) {
        const joined = []
        for (let end = at; end < at + 9; end++) {
          const each = await join(`ann${at}-${end}`)
          joined.push(each)
          plan(at, () => other.history.remove(each.owner, `${each.first.id}${number}`), end)
          await each.draw(core).catch(() => undefined)
          await each.order()
        }
        clock.advance(20 * 60_000)
        const heir = boot()
        await heir.start()
        await heir.stop(0)
        for (const { listMissing } of joined) expect(await listMissing()).toEqual([])
        if (!wasMet()) return
      }
    })

    it('with its free repeat at any of its steps', async () => {
      const { core, join, plan, wasMet } = await start()
      for (let at = 0; ; at++) {
        const { owner, first, draw, expectShown } = await join(`ann${at}`)
        let again = first
        plan(at, async () => {
          again = await draw()
        })
        await core.history.remove(owner, `${first.id}${number}`)
        if (!wasMet()) return
        await expectShown(again)
      }
    })

    it('cut off at any step is finished by whoever goes on, once it has begun', async () => {
      const { core, other, boot, store, clock, join, plan, wasMet } = await start()
      const listBegun = () => store.records.listRecords('removal', undefined, clock.now())
      for (let at = 0; ; at++) {
        const { owner, first, look } = await join(`ann${at}`)
        plan(at, () => Promise.reject(new Error('cut off')))
        await core.history.remove(owner, `${first.id}${number}`).catch(() => undefined)
        if (!wasMet()) return
        const hadBegun = (await listBegun()).length > 0
        clock.advance(60_000)
        const heir = boot()
        await heir.start()
        await heir.stop(0)
        expect(await listBegun()).toEqual([])
        await look()
        const named = other.history.require(owner, `${first.id}${number}`)
        await (hadBegun ? expect(named).rejects.toThrow('not-found') : named)
      }
    })
  })
})
