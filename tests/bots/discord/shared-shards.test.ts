/** Several processes with one store and one bot: they share its shards, and log in by turns. */
import { setImmediate as turn } from 'node:timers/promises'
import { describe, expect, it, onTestFinished } from 'vitest'
import { commands } from '#bots/commands/index.ts'
import { createShardLeases } from '#bots/discord/gateway/shard-leases.ts'
import type { DiscordOptions } from '#bots/discord/options.ts'
import { createDiscord } from '#bots/discord/platform.ts'
import type { Store } from '#core/store/store.ts'
import { bothPlaces, openStore } from '#tests/core/store/places.ts'
import { createVirtualClock } from '#tests/crash/virtual-clock.ts'
import { silent } from '#tests/kept-log.ts'
import { type DiscordStandin, startDiscordStandin } from '#tests/standins/discord/discord-standin.ts'

describe.each(bothPlaces)('on $name', ({ create }) => {
  const startFleet = () => start(create)

  it('share the shards among them, and hand them on as they come and go', async () => {
    const fleet = await startFleet()
    fleet.gateway.shards = 4
    fleet.gateway.startLimit.concurrency = 4
    const one = fleet.add('one')
    await fleet.pass(() => fleet.list().join() === '0,1,2,3')
    const two = fleet.add('two')
    await fleet.pass(() => two.ids().length === 2 && fleet.list().join() === '0,1,2,3')
    expect(one.ids()).toEqual([0, 1])
    await fleet.stop(one)
    const stoppedAt = fleet.clock.now()
    await fleet.pass(() => two.ids().length === 4)
    // A lease that was not given up would keep them for longer.
    expect(fleet.clock.now() - stoppedAt).toBeLessThan(20_000)
    expect(fleet.list()).toEqual([0, 1, 2, 3])
  })

  it('take over within a minute what one ran that died', async () => {
    const fleet = await startFleet()
    fleet.gateway.shards = 3
    fleet.gateway.startLimit.concurrency = 3
    const [one, two, three] = [fleet.add('one'), fleet.add('two'), fleet.add('three')]
    await fleet.pass(() => [one, two, three].every(({ ids }) => ids().length === 1))
    const diedAt = fleet.clock.now()
    one.die()
    await fleet.pass(() => fleet.list().join() === '0,1,2')
    expect(fleet.clock.now() - diedAt).toBeLessThan(60_000)
    expect(one.ids()).toEqual([])
  })

  it('log in by turns, each shard in one of them', async () => {
    const fleet = await startFleet()
    fleet.gateway.shards = 6
    fleet.gateway.startLimit.concurrency = 2
    for (const name of ['one', 'two', 'three']) fleet.add(name)
    await fleet.pass(() => fleet.list().join() === '0,1,2,3,4,5')
    for (const bucket of [0, 1]) {
      const times = fleet.identified.filter(({ shard }) => shard % 2 === bucket).map(({ at }) => at)
      const gaps = times.slice(1).map((at, index) => at - (times[index] ?? 0))
      expect(gaps.filter((gap) => gap < 5_000)).toEqual([])
    }
    expect(fleet.identified.filter(({ isTwice }) => isTwice)).toEqual([])
  })
})

it('all begin anew with more shards when Discord wants more', async () => {
  const fleet = await start()
  fleet.gateway.shards = 2
  const both = [fleet.add('one'), fleet.add('two')]
  await fleet.pass(() => both.every(({ ids }) => ids().length === 1))
  fleet.gateway.shards = 4
  fleet.gateway.close(4011)
  await fleet.pass(() => both.every(({ ids }) => ids().length === 2))
  expect(fleet.gateway.sessions.map(({ shard: [, count] }) => count)).toEqual([4, 4, 4, 4])
})

it('run as many as an operator says', async () => {
  const fleet = await start()
  const both = [fleet.add('one', '3'), fleet.add('two', '3')]
  await fleet.pass(() => both.every(({ ids }) => ids().length > 0) && fleet.list().join() === '0,1,2')
})

it('keep their shards while the store is away', async () => {
  const fleet = await start()
  const one = fleet.add('one')
  await fleet.pass(() => one.ids().length === 1)
  fleet.isAway = true
  const until = fleet.clock.now() + 120_000
  await fleet.pass(() => fleet.clock.now() > until)
  expect(fleet.list()).toEqual([0])
  fleet.isAway = false
  const later = until + 10_000
  await fleet.pass(() => fleet.clock.now() > later)
  expect(fleet.identified).toHaveLength(1)
})

interface Process {
  platform: ReturnType<typeof createBot>
  /** Its shards that are connected. */
  ids(): number[]
  die(): void
}

/** No process yet; everything ends with the test. */
async function start(create?: Parameters<typeof openStore>[0]) {
  const standin = await startDiscordStandin()
  const store = await openStore(create)
  const clock = createVirtualClock()
  const { gateway } = standin
  const processes: Process[] = []
  const identified: { shard: number; at: number; isTwice: boolean }[] = []
  let holders: readonly string[] = []
  const fleet = { isAway: false, gateway, clock, identified, add, list, pass, stop }
  gateway.onIdentify = ([shard, count]) => {
    const isTwice = gateway.sessions.some(
      ({ socket, shard: [id, all] }) => socket && id === shard && all === count,
    )
    identified.push({ shard, at: clock.now(), isTwice })
  }

  /** A process that has begun to start. */
  function add(owner: string, shards = 'auto'): Process {
    let isDead = false
    const records = cutOff(store.records, () => isDead || fleet.isAway)
    const leases = createShardLeases(records, { owner, isAlive: () => true, clock })
    const platform = createBot(standin, { shards, leases, clock })
    const ids = () => list().filter((id) => holders[id] === owner)
    platform.start().catch(() => undefined)
    /** Killed: the store hears no more of it, and Discord has its connections no more. */
    function die() {
      isDead = true
      const own = gateway.sessions.filter(({ shard: [id] }) => holders[id] === owner)
      gateway.sessions = gateway.sessions.filter((each) => !own.includes(each))
      for (const { socket } of own) socket?.terminate()
    }
    const added = { platform, ids, die }
    processes.push(added)
    return added
  }

  /** The shards that are connected, each as often as it is. */
  function list(): number[] {
    return gateway.sessions.flatMap(({ socket, shard: [id] }) => (socket ? [id] : [])).toSorted()
  }

  /** Goes on until the check holds; the store answers between two steps of time. */
  async function pass(check: () => boolean) {
    while (!check()) {
      clock.advance(100)
      for (let turns = 0; turns < 20; turns++) await turn()
      const found = await store.records.findRecord('lease', 'discord-shards', clock.now())
      holders = (found?.body.holders ?? []) as string[]
    }
  }

  async function stop({ platform }: Process) {
    let isStopped = false
    void platform.stop().then(() => {
      isStopped = true
    })
    await pass(() => isStopped)
    platform.close()
  }

  onTestFinished(async () => {
    fleet.isAway = false
    for (const each of processes) await stop(each)
    await standin.close()
    expect(standin.faults).toEqual([])
  })
  return fleet
}

/** The same records, but for when they cannot be reached. */
function cutOff(records: Store['records'], isAway: () => boolean): Store['records'] {
  return new Proxy(records, {
    get: (target, name, receiver) =>
      isAway() ? () => Promise.reject(new Error('away')) : Reflect.get(target, name, receiver),
  })
}

function createBot(standin: DiscordStandin, options: Pick<DiscordOptions, 'shards' | 'leases' | 'clock'>) {
  return createDiscord({
    token: standin.application.token,
    apiUrl: standin.url,
    dispatch: async () => undefined,
    commands,
    suggest: async () => [],
    pictures: { read: async () => undefined },
    uploads: false,
    logins: { read: async () => [], write: async () => undefined },
    kept: { keep: async () => undefined, find: async () => [] },
    log: silent,
    ...options,
  })
}
