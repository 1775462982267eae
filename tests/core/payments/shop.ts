/** A shop for tests: Lemon Squeezy's stand-in and what sells through it. */
import { onTestFinished } from 'vitest'
import type { Clock } from '#core/clock.ts'
import { systemClock } from '#core/clock.ts'
import { createLemonSqueezy } from '#core/payments/lemon-squeezy.ts'
import type { Pack } from '#core/payments/packs.ts'
import type { WebProvider } from '#core/payments/provider.ts'
import { silent } from '#tests/kept-log.ts'
import {
  type LemonSqueezyStandin,
  type StandinOptions,
  startLemonSqueezyStandin,
} from '#tests/standins/lemonsqueezy/standin.ts'

export const packs: readonly Pack[] = [
  { name: 'starter', credits: 100, price: '$5', variant: '101' },
  { name: 'team', credits: 500, price: '$20', variant: '102' },
]

/** Call it inside a test or a hook of one. */
export async function openShop(
  options: StandinOptions & { timeout?: number } = {},
): Promise<{ standin: LemonSqueezyStandin; payments: WebProvider }> {
  const standin = await startLemonSqueezyStandin(options)
  onTestFinished(() => standin.close())
  return { standin, payments: sellThrough(standin, options) }
}

export function sellThrough(
  standin: LemonSqueezyStandin,
  options: { clock?: Clock; timeout?: number; testMode?: boolean } = {},
): WebProvider {
  const { clock = systemClock, timeout = 2_000, testMode = true } = options
  return createLemonSqueezy({ ...standin, packs, testMode, clock, log: silent, timeout })
}

/** A clock whose sleeps are over at once, and counted. */
export function createHurry(): Clock & { slept: number[] } {
  const slept: number[] = []
  return {
    slept,
    now: () => Date.now(),
    async sleep(ms) {
      slept.push(ms)
    },
  }
}
