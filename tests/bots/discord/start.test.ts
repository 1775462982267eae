/** Starting: registering commands, being let in, being refused, not burning logins. */

import { randomUUID } from 'node:crypto'
import { setTimeout as sleep, setImmediate as turn } from 'node:timers/promises'
import { GatewayCloseCodes } from 'discord-api-types/v10'
import { describe, expect, it, onTestFinished } from 'vitest'
import { commands } from '#bots/commands/index.ts'
import { createIdentifyBudget } from '#bots/discord/gateway/identify-budget.ts'
import { createIdentifyTurns } from '#bots/discord/gateway/identify-turns.ts'
import { createLoginMemory } from '#bots/discord/gateway/login-memory.ts'
import { readShards } from '#bots/discord/gateway/shards.ts'
import type { DiscordOptions } from '#bots/discord/options.ts'
import { createDiscord } from '#bots/discord/platform.ts'
import { renderStartError } from '#bots/process/start-error.ts'
import { openStore } from '#tests/core/store/places.ts'
import { createVirtualClock } from '#tests/crash/virtual-clock.ts'
import { silent } from '#tests/kept-log.ts'
import { type DiscordStandin, startDiscordStandin } from '#tests/standins/discord/discord-standin.ts'

async function startStandin(): Promise<DiscordStandin> {
  const standin = await startDiscordStandin()
  onTestFinished(async () => {
    await standin.close()
    expect(standin.faults).toEqual([])
  })
  return standin
}

function createBot(standin: DiscordStandin, options: Partial<DiscordOptions> = {}) {
  const platform = createDiscord({
    token: standin.application.token,
    apiUrl: standin.url,
    dispatch: async () => undefined,
    commands,
    suggest: async () => [],
    pictures: { read: async () => undefined },
    uploads: false,
    logins: { read: async () => [], write: async () => undefined },
    kept: { keep: async () => undefined, find: async () => [] },
    clock: {
      now: Date.now,
      sleep: (ms, signal) => sleep(ms, undefined, { ref: false, ...(signal && { signal }) }),
    },
    log: silent,
    ...options,
  })
  onTestFinished(async () => {
    await platform.stop()
    platform.close()
  })
  return platform
}

const countPuts = ({ requests }: DiscordStandin) =>
  requests.filter(({ route }) => route === 'set-commands').length

describe('registering', () => {
  it('tells Discord the commands once, and again when they changed', async () => {
    const standin = await startStandin()
    await createBot(standin).start()
    expect(standin.commands.map(({ name }) => name)).toEqual([
      ...commands.filter(({ hidden }) => !hidden).map(({ name }) => name),
      'Change this…',
      'Use as reference',
    ])
    await createBot(standin).start()
    expect(countPuts(standin)).toBe(1)
    await createBot(standin, { commands: commands.slice(1) }).start()
    expect(countPuts(standin)).toBe(2)
  })

  it('offers commands everywhere, with choices, limits and suggestions', async () => {
    const standin = await startStandin()
    await createBot(standin).start()
    const imagine = standin.commands.find(({ name }) => name === 'imagine')
    expect(imagine).toMatchObject({ contexts: [0, 1, 2], integration_types: [0, 1] })
    const options = imagine?.options as { name: string }[]
    expect(options.find(({ name }) => name === 'prompt')).toMatchObject({ required: true, max_length: 6000 })
    expect(options.find(({ name }) => name === 'size')).toMatchObject({ autocomplete: true })
    expect(options.find(({ name }) => name === 'quality')).toMatchObject({ choices: expect.any(Array) })
    expect(options.find(({ name }) => name === 'count')).toMatchObject({ min_value: 1, max_value: 4 })
    const show = standin.commands.find(({ name }) => name === 'show')
    expect(show?.options).toMatchObject([{ name: 'id', autocomplete: true }])
  })
})

describe('being refused', () => {
  it.each([[`x.${randomUUID()}`], ['tökén'], ['two lines\nof it'], ['Bot x.y.z']])(
    'says so of a wrong token, and spends no login',
    async (token) => {
      const standin = await startStandin()
      const failure = await createBot(standin, { token })
        .start()
        .catch((error) => error)
      expect(renderStartError(failure)).toContain('DISCORD_TOKEN')
      expect(standin.gateway.identified).toBe(0)
    },
  )

  it.each([
    [GatewayCloseCodes.AuthenticationFailed, 'auto', 'DISCORD_TOKEN'],
    [GatewayCloseCodes.ShardingRequired, '0/1', '4011'],
    [GatewayCloseCodes.InvalidShard, '0/1', '4010'],
    [GatewayCloseCodes.InvalidIntents, 'auto', '4013'],
    [GatewayCloseCodes.DisallowedIntents, 'auto', '4014'],
  ])('says so when the gateway closes with %i', async (code, shards, sentence) => {
    const standin = await startStandin()
    standin.refuse(code)
    await expect(createBot(standin, { shards }).start()).rejects.toThrow(sentence)
  })
})

describe('shards', () => {
  it('are those that this process is to run', async () => {
    const standin = await startStandin()
    standin.gateway.shards = 2
    await createBot(standin, { shards: '1/2' }).start()
    expect(standin.gateway.sessions.map(({ shard }) => shard)).toEqual([[1, 2]])
  })

  it.each(['8/8', '3-1/8', '0-8/8'])('%s are none', (shards) => {
    expect(() => readShards(shards)).toThrow('numbered from 0')
  })

  it('that share a turn log in more than five seconds apart', async () => {
    const clock = createVirtualClock(0)
    const memory = { read: async () => [], write: async () => undefined }
    const budget = createIdentifyBudget({ turns: createIdentifyTurns(2, clock), shards: 6, memory, clock })
    const { signal } = new AbortController()
    const loggedIn: [number, number][] = []
    const all = [0, 1, 2, 3, 4, 5].map(async (shard) => {
      await budget.waitForIdentify(shard, signal)
      loggedIn.push([shard, clock.now()])
    })
    for (let round = 0; round < 3; round++) {
      while (loggedIn.length < 2 * (round + 1)) await turn()
      clock.advance(5_500)
    }
    await Promise.all(all)
    expect(loggedIn).toEqual([0, 0, 5_500, 5_500, 11_000, 11_000].map((at, shard) => [shard, at]))
  })

  it('of a large bot do not count as a crash loop', async () => {
    const clock = createVirtualClock()
    const logins: number[] = []
    const memory = {
      read: async () => logins,
      write: async (all: readonly number[]) => void logins.splice(0, 99, ...all),
    }
    const budget = createIdentifyBudget({ turns: createIdentifyTurns(100, clock), shards: 8, memory, clock })
    for (let shard = 0; shard < 5 * 8; shard++) {
      expect(await budget.findDelay()).toBe(0)
      await budget.waitForIdentify(shard % 8, new AbortController().signal)
      clock.advance(1_000)
    }
    expect(await budget.findDelay()).toBe(4_000)
  })
})

describe('a crash loop', () => {
  it('waits longer and longer, and forgets after an hour', async () => {
    const clock = createVirtualClock()
    const store = await openStore()
    const memory = createLoginMemory(store.records, clock)
    const delays: number[] = []
    for (let start = 0; start < 14; start++) {
      // Each time another process, with nothing but the store.
      const budget = createIdentifyBudget({ turns: createIdentifyTurns(1, clock), shards: 1, memory, clock })
      delays.push(await budget.findDelay())
      clock.advance(delays.at(-1) ?? 0)
      await budget.waitForIdentify(0, new AbortController().signal)
    }
    const seconds = delays.map((ms) => ms / 1000)
    expect(seconds).toEqual([0, 0, 0, 0, 0, 5, 10, 20, 40, 80, 160, 300, 300, 300])
    clock.advance(3_600_001)
    const budget = createIdentifyBudget({ turns: createIdentifyTurns(1, clock), shards: 1, memory, clock })
    expect(await budget.findDelay()).toBe(0)
  })

  it('is not kept out by a memory that fails', async () => {
    const fail = () => Promise.reject(new Error('no store'))
    const standin = await startStandin()
    await createBot(standin, { logins: { read: fail, write: fail } }).start()
    expect(standin.gateway.identified).toBe(1)
  })
})

it('takes no more calls once it stops', async () => {
  const standin = await startStandin()
  const calls: string[] = []
  const bot = createBot(standin, {
    async dispatch({ command }) {
      calls.push(command)
      return undefined
    },
  })
  await bot.start()
  const guild = standin.createGuild()
  const channel = standin.createChannel(guild)
  const ann = standin.createPerson('ann')
  standin.join(guild, ann)
  ann.command(channel, 'help')
  await standin.waitFor(() => calls.length === 1, 'the first call')
  await bot.stop()
  ann.command(channel, 'help')
  expect(standin.gateway.sessions).toEqual([])
  expect(calls).toEqual(['help'])
})
