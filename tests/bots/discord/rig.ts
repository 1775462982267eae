/** The Discord platform under test: the real core on SQLite, the real dispatch, and a stand-in Discord. */

import { join } from 'node:path'
import { expect, onTestFinished } from 'vitest'
import { createAdmit } from '#bots/admit.ts'
import type { Command } from '#bots/command.ts'
import { commands as everyCommand } from '#bots/commands/index.ts'
import { createLoginMemory } from '#bots/discord/gateway/login-memory.ts'
import { createKeptAttachments } from '#bots/discord/kept-attachments.ts'
import type { DiscordOptions } from '#bots/discord/options.ts'
import { createDiscord, type DiscordPlatform } from '#bots/discord/platform.ts'
import { createGreet } from '#bots/greet.ts'
import type { Dispatch, Platform } from '#bots/platform.ts'
import { createDiskHost } from '#core/hosting/disk-host.ts'
import type { Bounds, Core, Ports, Rules } from '#core/index.ts'
import { createDiscordPremium } from '#core/payments/discord-premium.ts'
import type { SkuPack } from '#core/payments/provider.ts'
import type { Store } from '#core/store/store.ts'
import { createCounter } from '#tests/core/rig.ts'
import { openSqliteStore } from '#tests/core/store/new-sqlite.ts'
import { createKeptLog, type Line } from '#tests/kept-log.ts'
import {
  type DiscordStandin,
  type DiscordStandinOptions,
  startDiscordStandin,
} from '#tests/standins/discord/discord-standin.ts'
import type { Person } from '#tests/standins/discord/person.ts'
import type { Channel, Guild } from '#tests/standins/discord/world.ts'
import { createFolder } from '#tests/temporary-folder.ts'
import { bootBot, boundless, createMovedClock, openDoors } from '../boot.ts'
import { createScriptedModel, type ScriptedModel } from '../scripted-model.ts'

export interface RigOptions
  extends Partial<
    Pick<DiscordOptions, 'uploads' | 'suggest' | 'patience' | 'startDeadline' | 'progressEvery' | 'shutdown'>
  > {
  /** How much may be under way at once; all that comes, unless said otherwise. */
  bounds?: Bounds
  /** Says hello where it is new. */
  greets?: boolean
  commands?: readonly Command[]
  standin?: DiscordStandinOptions
  rules?: Partial<Rules>
  /** Another platform of the same bot, on the same store; the test starts and stops it. */
  createBeside?: (
    bot: { core: Core; dispatch: Dispatch; store: Store } & Pick<Ports, 'clock' | 'log'>,
  ) => Platform
  /** What Discord sells, and whether by test purchases alone. */
  premium?: { packs: readonly SkuPack[]; testMode?: boolean }
}

export interface Rig {
  standin: DiscordStandin
  core: Core
  /** What the running process keeps. */
  store: Store
  model: ScriptedModel
  platform: DiscordPlatform
  guild: Guild
  channel: Channel
  ann: Person
  /** A member of the guild with an account. */
  join(name: string, permissions?: bigint): Promise<Person>
  /** Begins another process on the same store, after one that was killed. */
  restart(): Promise<void>
  /** Moves the bot's time and Discord's. */
  advance(ms: number): void
  logged: Line[]
  /** Resolves once that many calls have been answered to their end. */
  answered(count: number): Promise<void>
  balance(person: Person): Promise<number>
  history(person: Person): ReturnType<Core['history']['list']>
}

/** Discord's limits, over in no time: who runs into one waits, but not for long. */
const quickLimits = Object.fromEntries(
  [
    'create-message',
    'edit-message',
    'delete-message',
    'create-follow-up',
    'edit-original',
    'edit-follow-up',
  ].map((route) => [route, { requests: 5, window: 20 }]),
)

/** Everything ends with the test, which fails when Discord's API description was broken. */
export async function startRig(options: RigOptions = {}): Promise<Rig> {
  const folder = createFolder()
  const standin = await startDiscordStandin({ rateLimits: quickLimits, ...options.standin })
  const model = createScriptedModel()
  const { log, lines: logged } = createKeptLog()
  const guild = standin.createGuild()
  const channel = standin.createChannel(guild)
  const clock = createMovedClock()
  const counter = createCounter()
  const publicUrl = 'https://pictures.test'

  async function boot() {
    const store = await openSqliteStore(join(folder, 'store.sqlite'))
    const {
      commands = everyCommand,
      standin: _,
      rules,
      premium,
      createBeside,
      bounds = openDoors,
      ...given
    } = options
    const connect = { token: standin.application.token, clock, log }
    const sold = { testMode: false, ...premium, ...connect, baseUrl: standin.url }
    const providers = premium && { providers: [createDiscordPremium({ packs: [], ...sold })] }
    const parts = { ...counter, ...providers, commands, store, model, clock, log, publicUrl }
    const host = createDiskHost({ folder: join(folder, 'pictures'), publicUrl })
    const bot = bootBot(
      { ...parts, host },
      { ...boundless, ...rules },
      ({ core, dispatch }) =>
        createDiscord({
          uploads: false,
          suggest: async () => [],
          admit: createAdmit({ bounds, clock, log }),
          ...given,
          ...connect,
          apiUrl: standin.url,
          commands,
          ...(options.greets && { greet: createGreet(core, clock, log) }),
          dispatch,
          pictures: core.pictures,
          logins: createLoginMemory(store.records, clock),
          onEntitlement: (event, data) => void core.purchases.receiveEvent('discord', event, data),
          onConnected: () => core.purchases.catchUp('discord'),
          kept: createKeptAttachments(store.records, clock),
        }),
      (bot) => (createBeside ? [createBeside({ ...bot, store, clock, log })] : []),
    )
    return { ...bot, store }
  }

  let process = await boot()
  await process.platform.start()

  async function disconnect(): Promise<void> {
    await process.platform.stop()
    process.platform.close()
  }

  onTestFinished(async () => {
    model.release()
    await disconnect()
    await process.core.stop(0)
    await standin.close()
    await process.core.close()
    // What Discord's API description forbids.
    expect(standin.faults).toEqual([])
  })

  const join_ = async (name: string, permissions?: bigint) => {
    const person = standin.createPerson(name)
    standin.join(guild, person, permissions)
    await process.core.accounts.openAccount({ platform: 'discord', user: person.id, name })
    return person
  }
  const requireAccount = async ({ id, username }: Person) =>
    (await process.core.accounts.requireAccount({ platform: 'discord', user: id, name: username })).id

  return {
    standin,
    get core() {
      return process.core
    },
    get store() {
      return process.store
    },
    get platform() {
      return process.platform
    },
    model,
    guild,
    channel,
    ann: await join_('ann'),
    join: join_,
    async restart() {
      await disconnect()
      model.abandon()
      await process.core.close()
      process = await boot()
      await process.platform.start()
    },
    advance(ms) {
      clock.advance(ms)
      standin.advance(ms)
    },
    logged,
    answered: (count) =>
      standin.waitFor(
        () => logged.filter(({ message }) => message === 'A call was answered').length >= count,
        `${count} answered calls`,
      ),
    balance: async (person) => process.core.credits.findBalance(await requireAccount(person)),
    history: async (person) => process.core.history.list(await requireAccount(person), { limit: 1_000 }),
  }
}
