/** A process of the bot: the plain core and the chat side around it, wired as the program wires them. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Command } from '#bots/command.ts'
import { commands as everyCommand } from '#bots/commands/index.ts'
import { createDispatch } from '#bots/dispatch.ts'
import { createOutbound, type Reach } from '#bots/outbound.ts'
import type { Dispatch, Platform } from '#bots/platform.ts'
import type { Clock } from '#core/clock.ts'
import { type Bounds, type Core, nobody, type Ports, type Rules } from '#core/index.ts'
import { createPlainCore, type Parts } from '#tests/core/rig.ts'

export function bootBot<Given extends Platform>(
  parts: Omit<Parts, 'outbound'> & Pick<Ports, 'clock' | 'log'> & { commands?: readonly Command[] },
  rules: Partial<Rules>,
  createPlatform: (bot: { core: Core; dispatch: Dispatch }) => Given,
  createBesides: (bot: { core: Core; dispatch: Dispatch }) => readonly Platform[] = () => [],
) {
  const { commands = everyCommand, ...ports } = parts
  const { log, clock } = ports
  const reach = Promise.withResolvers<Reach>()
  const { send, ...outbound } = createOutbound(reach.promise, () => undefined)
  const core = createPlainCore({ ...ports, outbound }, rules)
  const { retract } = outbound
  const dispatch = createDispatch({ commands, core, log, now: clock.now, send, retract })
  const platform = createPlatform({ core, dispatch })
  const platforms = [platform, ...createBesides({ core, dispatch })]
  reach.resolve({ core, platforms, dispatch, linked: nobody.linked, log })
  return { core, dispatch, platform }
}

/** However many call at once, all are let in. */
export const openDoors: Bounds = { person: 100_000, team: 100_000, all: 100_000 }

/** For a bot that nothing but the test holds up. */
export const boundless: Partial<Rules> = {
  welcomeCredits: 1_000_000,
  runningPerAccount: 1_000,
  unfinishedPerAccount: 1_000,
}

/** The machine's clock, which a test moves on; what waits keeps no process alive. */
export function createMovedClock(): Clock & { advance(ms: number): void } {
  let offset = 0
  return {
    now: () => Date.now() + offset,
    sleep: (ms, signal) => sleep(ms, undefined, { ref: false, ...(signal && { signal }) }),
    advance(ms) {
      offset += ms
    },
  }
}
