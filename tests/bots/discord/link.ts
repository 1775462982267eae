/** The Discord platform by itself, on a clock that stands still, before a stand-in Discord that can be away. */

import { setImmediate as turn } from 'node:timers/promises'
import { expect, onTestFinished } from 'vitest'
import { commands } from '#bots/commands/index.ts'
import type { DiscordOptions } from '#bots/discord/options.ts'
import { createDiscord } from '#bots/discord/platform.ts'
import { createVirtualClock } from '#tests/crash/virtual-clock.ts'
import { createKeptLog } from '#tests/kept-log.ts'
import { startDiscordStandin } from '#tests/standins/discord/discord-standin.ts'

export type Link = Awaited<ReturnType<typeof createLink>>

/** What hangs is given up by the machine's own clock. */
export const impatient = { patience: { other: 1_000 } }

/** The same, started. */
export async function startLink(options: Partial<DiscordOptions> = {}) {
  const link = await createLink(options)
  await link.platform.start()
  return link
}

export const isConnected = ({ platform }: Pick<Link, 'platform'>) => platform.trouble?.() === undefined

/** Everything ends with the test. */
export async function createLink(options: Partial<DiscordOptions> = {}) {
  const standin = await startDiscordStandin()
  const clock = createVirtualClock()
  const { log, lines } = createKeptLog()
  const answered: string[] = []
  const platform = createDiscord({
    token: standin.application.token,
    apiUrl: standin.url,
    async dispatch({ command }) {
      answered.push(command)
      return undefined
    },
    commands,
    suggest: async () => [],
    pictures: { read: async () => undefined },
    uploads: false,
    logins: { read: async () => [], write: async () => undefined },
    kept: { keep: async () => undefined, find: async () => [] },
    clock,
    log,
    ...options,
  })
  onTestFinished(async () => {
    const stopped = platform.stop()
    // Goodbyes that are never answered end by the clock.
    while (!(await Promise.race([stopped.then(() => true), turn(false)]))) clock.advance(100)
    platform.close()
    await standin.close()
    expect(standin.faults).toEqual([])
  })

  /** Resolves once the check holds; the clock stands still meanwhile. */
  async function until(check: () => boolean) {
    while (!check()) await turn()
  }
  /** Goes on, from one moment for which somebody waits to the next, until the check holds; by itself, until connected. */
  async function pass(check: () => boolean = () => isConnected({ platform })) {
    while (!check()) {
      const next = clock.findNextWake()
      if (next !== undefined) clock.advance(next - clock.now())
      // Discord is in this process too, so that a few turns bring whatever was said to its end.
      for (let turns = 0; turns < 100 && !check(); turns++) await turn()
    }
  }
  const failures = () => lines.filter(({ message }) => /trying again|connecting again/.test(message))

  return {
    ...{ standin, gateway: standin.gateway, clock, lines, platform, answered, failures, until, pass },
    /** Loses the connection by this; answers, once it is back, with how long that took. */
    async lose(act: () => void): Promise<number> {
      const lostAt = clock.now()
      act()
      await until(() => !isConnected({ platform }))
      await pass()
      return clock.now() - lostAt
    },
    /** Answers a command, to see that it hears. */
    async hears() {
      const guild = standin.createGuild()
      const channel = standin.createChannel(guild)
      const ann = standin.createPerson('ann')
      standin.join(guild, ann)
      const before = answered.length
      ann.command(channel, 'help')
      await standin.waitFor(() => answered.length > before, 'an answered command')
    },
  }
}
