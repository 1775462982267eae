/** The gateway as discord.js and a bare client meet it. */
import { once } from 'node:events'
import { Client } from 'discord.js'
import { GatewayIntentBits, type GatewayReceivePayload } from 'discord-api-types/v10'
import { expect, test } from 'vitest'
import { WebSocket } from 'ws'
import type { DiscordStandin } from './discord-standin.ts'
import { draw, startBot, startScene, startStandin } from './real-client.ts'

/** Connects without a library, sends one frame after HELLO and gives what comes back, or the close code. */
async function knock(standin: DiscordStandin, frame: unknown): Promise<GatewayReceivePayload | number> {
  const socket = new WebSocket(`${standin.gateway.url()}?v=10&encoding=json`)
  await once(socket, 'message')
  const answer = Promise.race([
    once(socket, 'message').then(([data]) => JSON.parse(String(data)) as GatewayReceivePayload),
    once(socket, 'close').then(([code]) => code as number),
  ])
  socket.send(typeof frame === 'string' ? frame : JSON.stringify(frame))
  const got = await answer
  socket.terminate()
  return got
}

const identify = (standin: DiscordStandin, more = {}) => ({
  op: 2,
  d: { token: standin.application.token, intents: 0, properties: {}, ...more },
})

test('a bot without intents logs in, hears of no guild and gets interactions', async () => {
  const { standin, type, client } = await startScene((interaction) => interaction.reply('hello'))
  expect(client.guilds.cache.size).toBe(0)
  const handle = await type().settled()
  expect(handle.message?.text).toBe('hello')
  expect(standin.gateway).toMatchObject({ identified: 1, resumed: 0, startLimit: { remaining: 999 } })
})

test('with the Guilds intent its guilds and channels arrive', async () => {
  const standin = await startStandin()
  const channel = standin.createChannel(standin.createGuild('home'), 'lobby')
  standin.createGuild('elsewhere', { installed: false })
  const { client } = await startBot(standin, undefined, { intents: [GatewayIntentBits.Guilds] })
  expect(client.guilds.cache.map(({ name }) => name)).toEqual(['home'])
  expect(client.channels.cache.has(channel.id)).toBe(true)
})

test.each([
  ['a wrong token', { token: 'wrong' }, 4004],
  ['a privileged intent', { intents: GatewayIntentBits.MessageContent }, 4014],
  ['an intent that is none', { intents: 1 << 30 }, 4013],
  ['a shard out of range', { shard: [2, 2] }, 4010],
])('closes on %s', async (_what, more, code) => {
  const standin = await startStandin()
  expect(await knock(standin, identify(standin, more))).toBe(code)
})

test('closes on what is no frame, and on speaking before identifying', async () => {
  const standin = await startStandin()
  expect(await knock(standin, 'no json')).toBe(4002)
  expect(await knock(standin, { op: 3, d: {} })).toBe(4003)
  expect(await knock(standin, { op: 1, d: null })).toMatchObject({ op: 11 })
})

test('refuses too few shards, and whoever the operator refuses', async () => {
  const standin = await startStandin()
  standin.gateway.shards = 2
  expect(await knock(standin, identify(standin))).toBe(4011)
  standin.refuse(4000)
  expect(await knock(standin, identify(standin, { shard: [0, 2] }))).toBe(4000)
})

test('the last identify of the day costs the token', async () => {
  const standin = await startStandin()
  standin.gateway.startLimit.remaining = 1
  const frame = identify(standin)
  expect(await knock(standin, frame)).toMatchObject({ t: 'READY' })
  expect(await knock(standin, frame)).toBe(4004)
  expect(standin.application.token).not.toBe(frame.d.token)
})

test('a session that is unknown cannot be resumed', async () => {
  const standin = await startStandin()
  const frame = { op: 6, d: { token: standin.application.token, session_id: 'none', seq: 1 } }
  expect(await knock(standin, frame)).toMatchObject({ op: 9, d: false })
})

test('what was missed while the network was down arrives after resuming', async () => {
  const { standin, type } = await startScene((interaction) => interaction.reply('hello'))
  standin.gateway.drop()
  const handle = await type().settled()
  expect(handle.message?.text).toBe('hello')
  expect(standin.gateway).toMatchObject({ identified: 1, resumed: 1 })
})

test('asked to reconnect, a bot resumes', async () => {
  const { standin } = await startScene()
  standin.gateway.requestReconnect()
  await standin.waitFor(() => standin.gateway.resumed === 1, 'a resume')
  expect(standin.gateway.identified).toBe(1)
})

test('a heartbeat without an answer makes the bot reconnect', async () => {
  const standin = await startStandin({ heartbeatInterval: 200 })
  await startBot(standin)
  standin.gateway.silent = true
  await standin.waitFor(() => standin.gateway.resumed === 1, 'a resume')
  standin.gateway.silent = false
})

test('an ended session is started anew', async () => {
  const { standin, type } = await startScene((interaction) => interaction.reply('hello'))
  standin.gateway.invalidateSessions()
  await standin.waitFor(() => standin.gateway.identified === 2, 'a new session', 20_000)
  expect((await type().settled()).state).toBe('answered')
})

test('a revoked token closes the connection and answers 401', async () => {
  const { standin, client } = await startScene()
  const gone = once(client, 'shardDisconnect')
  standin.revokeToken()
  const [event] = (await gone) as [{ code: number }]
  expect(event.code).toBe(4004)
  const again = new Client({ intents: [], rest: { api: standin.url } })
  await expect(again.login('wrong')).rejects.toThrow('token')
  await again.destroy()
})

test('two processes on one token both hear an interaction', async () => {
  const { standin, type } = await startScene((interaction) => interaction.reply('first'))
  let heard = 0
  await startBot(standin, async () => {
    heard += 1
  })
  expect(standin.commands.map(({ name }) => name)).toEqual([draw.name])
  await type().settled()
  await standin.waitFor(() => heard === 1, 'the second process')
})
