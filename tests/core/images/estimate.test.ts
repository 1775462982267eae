/** What is told of when a waiting picture will be ready: from what was drawn lately, and from nothing else. */
import { describe, expect, it } from 'vitest'
import { createDurations } from '#core/images/tasks/durations.ts'
import { estimateReady, type Line } from '#core/images/tasks/estimate.ts'
import type { Core, Progress } from '#core/index.ts'
import { createGeneration } from '#tests/contracts/store-records.ts'
import { createVirtualClock } from '#tests/crash/virtual-clock.ts'
import { settle } from '#tests/settle.ts'
import { createRig } from './rig.ts'

describe('how long pictures took', () => {
  it('is what three of four were done within, by quality, for an hour', () => {
    const clock = createVirtualClock()
    const durations = createDurations(clock)
    expect([durations.find(), durations.find('draft')]).toEqual([undefined, undefined])
    for (const took of [4_000, 1_000, 3_000, 2_000]) durations.note('draft', took)
    clock.advance(1_800_000)
    durations.note('premium', 90_000)
    expect([durations.find('draft'), durations.find('premium')]).toEqual([3_000, 90_000])
    expect([durations.find(), durations.find('standard')]).toEqual([4_000, undefined])
    clock.advance(1_800_001)
    expect([durations.find('draft'), durations.find()]).toEqual([undefined, 90_000])
  })
})

describe('an estimate', () => {
  const ports = { imagesPerMinute: 10, picturesAtOnce: 4, runningPerAccount: 2 }
  const none: Line = { ahead: 0, ownAhead: 0, ownRunning: 0, drawing: 0, pictures: 1 }
  const estimate = (line: Partial<Line>, opensIn = 0, count = 1) =>
    estimateReady(
      { ...ports, durations: { find: () => 20_000 }, vendorRate: { findOpening: () => opensIn } },
      createGeneration({ asked: { count } }),
      { ...none, ...line },
    )

  it.each([
    ['its own drawing', {}, 0, 1, 20_000],
    ['one that must end first', { drawing: 4 }, 0, 1, 40_000],
    ['pictures before it, in rounds', { drawing: 4, ahead: 4, pictures: 2 }, 0, 1, 20_000 * 4],
    ['its own account’s that must end first', { ownRunning: 2, ownAhead: 2 }, 0, 1, 60_000],
    ['the rate', {}, 45_000, 1, 65_000],
    ['the rate of another minute', { ahead: 9 }, 30_000, 2, 110_000],
  ])('is %s', (_what, line, opensIn, count, ms) => {
    expect(estimate(line, opensIn, count)).toBe(ms)
  })

  it('is none where nothing of its quality was drawn', () => {
    const durations = { find: (quality?: string) => (quality === 'standard' ? undefined : 5) }
    const given = { ...ports, durations, vendorRate: { findOpening: () => 0 } }
    expect(estimateReady(given, createGeneration(), none)).toBeUndefined()
  })
})

describe('whoever waits', () => {
  async function start(imagesPerMinute: number) {
    const rig = createRig({ runningPerAccount: 1, imagesPerMinute })
    const core = await rig.boot()
    const follow = async (who: string, prompt: string) => {
      const told: Progress[] = []
      const ordered = await rig.order(core, who, prompt)
      ordered.job.follow((progress) => void told.push(progress))
      return { ...ordered, told }
    }
    return { ...rig, core, follow }
  }

  /** Draws one that takes so many milliseconds. */
  async function drawOne({ hold, order, clock }: ReturnType<typeof createRig>, core: Core, ms: number) {
    const release = hold('first')
    const { done } = await order(core, 'ann', 'first')
    await settle()
    clock.advance(ms)
    release()
    await done
  }

  it('is told nothing of the time until something was drawn, and then when theirs is likely to be ready', async () => {
    const rig = await start(1_000)
    const release = rig.hold('fox')
    const fox = await rig.follow('ann', 'fox')
    await settle()
    const hare = await rig.follow('ann', 'hare')
    await settle()
    rig.clock.advance(20_000)
    await settle()
    expect(hare.told.length).toBeGreaterThan(1)
    for (const each of hare.told) expect(each).toEqual({ stage: 'waiting', ahead: 0 })
    release()
    await Promise.all([fox.done, hare.done])
    const again = rig.hold('owl')
    const owl = await rig.follow('ann', 'owl')
    await settle()
    const bear = await rig.follow('ann', 'bear')
    await settle()
    rig.clock.advance(300)
    await settle()
    expect(bear.told.at(-1)).toEqual({ stage: 'waiting', ahead: 0, readyIn: 40_000 })
    again()
    await Promise.all([owl.done, bear.done])
  })

  it('is told anew while nothing moves but time', async () => {
    const rig = await start(4)
    await drawOne(rig, rig.core, 5_000)
    for (const prompt of ['a', 'b', 'c']) await (await rig.order(rig.core, prompt, prompt)).done
    const late = await rig.follow('late', 'late')
    await settle()
    rig.clock.advance(300)
    for (let step = 0; step < 3; step++) {
      rig.clock.advance(10_000)
      await settle()
    }
    const told = late.told.flatMap((each) => (each.stage === 'waiting' ? [each.readyIn] : []))
    expect(told).toEqual([undefined, 44_700, 34_700, 24_700])
    rig.clock.advance(60_000)
    await late.done
  })
})
