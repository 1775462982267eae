/** A core with the plainest parts there are, on a store that is given: a test names the parts and rules that it is about. */
import type { Clock } from '#core/clock.ts'
import { CoreError } from '#core/errors.ts'
import type { ImageHost } from '#core/hosting/image-host.ts'
import type { ImageModel } from '#core/images/image-model.ts'
import { type Core, createCore, nobody, type Ports, type Rules, usualPrices } from '#core/index.ts'
import { defaultPacks, type Pack } from '#core/payments/packs.ts'
import { createTestCheckout } from '#core/payments/test-checkout.ts'
import { createVirtualClock } from '#tests/crash/virtual-clock.ts'
import { silent } from '#tests/kept-log.ts'

export type Parts = Pick<Ports, 'store'> & Partial<Ports> & { packs?: readonly Pack[] }

/** Whatever a test wants to do many of is not what stops it. */
export const usualRules: Rules = {
  prices: usualPrices,
  welcomeCredits: 100,
  imagesPerMinute: 1_000_000,
  picturesAtOnce: 1_000,
  runningPerAccount: 2,
  unfinishedPerAccount: 20,
}

/** Draws at once: a picture is the words it was drawn of. Refuses the prompt `blocked`. */
export const plainModel: ImageModel = {
  id: 'plain',
  async draw({ prompt, count }) {
    if (prompt === 'blocked') throw new CoreError('moderation-blocked', { stage: 'input', categories: [] })
    return { pictures: Array.from({ length: count }, () => new TextEncoder().encode(prompt)) }
  },
}

/** Takes all and keeps nothing. */
export const plainHost: ImageHost = {
  put: async (key) => `http://pictures.test/${key}`,
  read: async () => undefined,
  remove: async () => undefined,
}

/** Ids and random numbers that count up, for all processes on one store. */
export function createCounter(): Pick<Ports, 'createId' | 'randomInt'> {
  let count = 0
  return {
    createId: (length) => `${count++}`.padStart(length, 'a'),
    randomInt: (below) => count++ % below,
  }
}

export function createPlainCore(parts: Parts, rules: Partial<Rules> = {}): Core {
  const clock: Clock = parts.clock ?? createVirtualClock()
  const { createId, randomInt } = createCounter()
  const common = { createId, clock, secret: 'a secret for tests', publicUrl: 'http://bot.test', ...parts }
  const { packs = defaultPacks, ...given } = common
  return createCore(
    {
      outbound: nobody,
      model: plainModel,
      host: plainHost,
      prepare: async (bytes) => ({ bytes, mime: 'image/png', width: 1, height: 1 }),
      providers: [createTestCheckout({ ...common, packs })],
      randomInt,
      signIns: [],
      durableSecret: async () => 'a durable secret',
      log: silent,
      owner: `rig:${common.createId(1)}`,
      isAlive: () => false,
      ...given,
    },
    { ...usualRules, ...rules },
  )
}
