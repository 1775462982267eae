/** Lets virtual time pass in a world, whenever nothing more can happen at the present moment. */
import type { World } from './world.ts'

/**
 * A millisecond of real time, which is what a library's own timers need to run, and a whole turn of the event loop: two
 * timers may come in one turn, and what waits for the next would be passed over.
 */
const tick = () => new Promise<void>((resolve) => setTimeout(() => setImmediate(resolve), 1))

/** Resolves when no process has begun a step for a while, and none is under way. */
export async function becomeQuiet(world: World): Promise<void> {
  let before = -1
  for (let quiet = 0; quiet < 2; ) {
    await tick()
    const { begun, underWay } = world.count()
    quiet = begun === before && underWay === 0 ? quiet + 1 : 0
    before = begun
  }
}

/** Far more than anything takes to end: what waits for its turn looks every second, for ten minutes. */
const mostWakes = 5_000

/** Passes from one sleeper's time to the next until it is over. Rejects when it never is. */
export async function passTime(world: World, isOver: () => boolean | Promise<boolean>): Promise<void> {
  for (let wakes = 0; wakes < mostWakes; wakes++) {
    await becomeQuiet(world)
    if (await isOver()) return
    const wake = world.clock.findNextWake()
    if (wake === undefined) break
    world.clock.advance(wake - world.clock.now())
  }
  throw new Error('It never ends')
}

/** Passes time until the work has settled. */
export async function passTimeDuring(world: World, work: Promise<unknown>): Promise<void> {
  let isOver = false
  const ending = work.finally(() => {
    isOver = true
  })
  ending.catch(() => undefined)
  await passTime(world, () => isOver)
  await work
}
