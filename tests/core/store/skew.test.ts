/** Clocks that drift apart while the bot runs are somebody's business. */

import { expect, it } from 'vitest'
import { longestSkew } from '#core/clock.ts'
import { watchSkew } from '#core/store/skew.ts'
import { createVirtualClock } from '#tests/crash/virtual-clock.ts'
import { silent } from '#tests/kept-log.ts'
import { settle } from '#tests/settle.ts'

it('warns each minute while the clocks are too far apart', async () => {
  const clock = createVirtualClock()
  const warned: object[] = []
  const log = { ...silent, warn: (about: object) => void warned.push(about) }
  const measured = [longestSkew, longestSkew + 1, new Error('gone'), longestSkew + 2, 0]
  const measureSkew = async () => {
    const skew = measured.shift()
    if (typeof skew !== 'number') throw skew
    return skew
  }
  watchSkew({ store: { measureSkew }, clock, log })?.startLater()
  while (measured.length > 0) {
    clock.advance(60_000)
    await settle()
  }
  expect(warned).toEqual([{ skew: longestSkew + 1 }, { skew: longestSkew + 2 }])
})

it('has nothing to watch where the store is on this machine', () => {
  expect(watchSkew({ store: {}, clock: createVirtualClock(), log: silent })).toBeUndefined()
})
