/** The Discord platform under test: the real core on SQLite, the real dispatch, and a stand-in Discord. */
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, onTestFinished } from 'vitest'
import type { Command } from '#bots/command.ts'
import { commands as everyCommand } from '#bots/commands/index.ts'
import { createLoginMemory } from '#bots/discord/login-memory.ts'
import { createDiscord, type DiscordOptions, type DiscordPlatform } from '#bots/discord/platform.ts'
import { createDispatch } from '#bots/dispatch.ts'
import { createOutbound, type Reach } from '#bots/outbound.ts'
import { createDiskHost } from '#core/hosting/disk-host.ts'
import { type Core, createCore, type Log, nobody, type Ports } from '#core/index.ts'
import { defaultPacks } from '#core/payments/packs.ts'
import { createTestCheckout } from '#core/payments/test-checkout.ts'
import { createSqliteStore } from '#core/store/sqlite/sqlite-store.ts'
import {
  type DiscordStandin,
  type DiscordStandinOptions,
  startDiscordStandin,
} from '#tests/standins/discord/discord-standin.ts'
import type { Person } from '#tests/standins/discord/person.ts'
import type { Channel, Guild } from '#tests/standins/discord/world.ts'
import { createFolder } from '#tests/temporary-folder.ts'
import { createScriptedModel, type ScriptedModel } from './scripted-model.ts'

export interface RigOptions
  extends Partial<
    Pick<DiscordOptions, 'uploads' | 'suggest' | 'patience' | 'startDeadline' | 'progressEvery' | 'leaving'>
  > {
  commands?: readonly Command[]
  standin?: DiscordStandinOptions
  welcomeCredits?: number
  runningPerAccount?: number
}

export interface Rig {
  standin: DiscordStandin
  core: Core
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
  logged: { level: string; fields: object; message: string }[]
  /** Resolves once that many calls have been answered to their end. */
  answered(count: number): Promise<void>
  balance(person: Person): Promise<number>
  history(person: Person): ReturnType<Core['history']['list']>
}

/** Everything ends with the test, which fails when Discord's API description was broken. */
export async function startRig(options: RigOptions = {}): Promise<Rig> {
  const folder = createFolder()
  const standin = await startDiscordStandin(options.standin)
  const model = createScriptedModel()
  const logged: Rig['logged'] = []
  const guild = standin.createGuild()
  const channel = standin.createChannel(guild)
  let offset = 0
  const clock: Ports['clock'] = {
    now: () => Date.now() + offset,
    sleep: (ms, signal) => sleep(ms, undefined, { ref: false, ...(signal && { signal }) }),
  }
  let ids = 0

  async function boot() {
    const commands = options.commands ?? everyCommand
    const log = recordLog(logged)
    const store = await createSqliteStore({ file: join(folder, 'store.sqlite') })
    const createId = (length: number) => `${ids++}`.padStart(length, 'a')
    const publicUrl = 'https://pictures.test'
    const reach = Promise.withResolvers<Reach>()
    const { send, ...outbound } = createOutbound(reach.promise, () => undefined)
    const core = createCore(
      {
        outbound,
        store,
        model,
        providers: [
          createTestCheckout({ secret: 'secret', packs: defaultPacks, publicUrl, clock, createId }),
        ],
        randomInt: (below) => ids++ % below,
        secret: 'secret',
        durableSecret: async () => 'a durable secret',
        publicUrl,
        host: createDiskHost({ folder: join(folder, 'pictures'), publicUrl }),
        prepare: async (bytes) => ({ bytes, mime: 'image/png', width: 1, height: 1 }),
        clock,
        createId,
        log,
        owner: `rig:${ids++}`,
        isAlive: () => false,
      },
      {
        welcomeCredits: options.welcomeCredits ?? 1_000_000,
        imagesPerMinute: 1_000_000,
        picturesAtOnce: 1_000,
        runningPerAccount: options.runningPerAccount ?? 1_000,
        unfinishedPerAccount: 1_000,
      },
    )
    const platform: DiscordPlatform = createDiscord({
      uploads: false,
      suggest: async () => [],
      ...options,
      token: standin.application.token,
      apiUrl: standin.url,
      commands,
      dispatch: createDispatch({
        commands,
        core,
        log,
        now: clock.now,
        send,
        retract: outbound.retract,
      }),
      pictures: core.pictures,
      logins: createLoginMemory(store.records, clock),
      clock,
      log,
    })
    reach.resolve({ core, platforms: [platform], linked: nobody.linked })
    return { core, platform }
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
      offset += ms
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

function recordLog(logged: Rig['logged']): Log {
  const record = (level: string) => (fields: object, message: string) =>
    logged.push({ level, fields, message })
  return { debug: record('debug'), info: record('info'), warn: record('warn'), error: record('error') }
}
