/** The troubles an operator can make, and the requests kept for looking at. */
import { DiscordAPIError, RateLimitError } from 'discord.js'
import { expect, test } from 'vitest'
import { sendBare, startScene, startStandin } from './real-client.ts'

test('a 429 delays discord.js, and every answer tells its limits', async () => {
  const { standin, type, listCallbacks } = await startScene((interaction) => interaction.reply('hello'))
  standin.trouble({ kind: { rateLimit: 'shared', retryAfter: 0.1 }, routes: ['callback'] })
  const handle = await type().settled()
  expect(handle.message?.text).toBe('hello')
  expect(listCallbacks()).toEqual([429, 204])
  const answer = await fetch(`${standin.url}/v10/gateway`)
  expect(answer.headers.get('x-ratelimit-remaining')).toBe('49')
})

test('too many messages at once are limited by themselves', async () => {
  const standin = await startStandin()
  const channel = standin.createChannel(standin.createGuild())
  const statuses = []
  for (let count = 0; count < 6; count += 1)
    statuses.push((await sendBare(standin, `${channel.id}/messages`, { content: 'x' })).status)
  expect(statuses).toEqual([200, 200, 200, 200, 200, 429])
})

test('discord.js tries again after a 5xx, and the second request is seen', async () => {
  const { standin, type, listCallbacks } = await startScene((interaction) => interaction.reply('hello'))
  standin.trouble({ kind: { status: 502 }, routes: ['callback'] })
  await type().settled()
  expect(listCallbacks()).toEqual([502, 204])
})

test('a lost answer leaves its effect: the second try meets its own first', async () => {
  const errors: unknown[] = []
  const { standin, channel, ann } = await startScene(async (interaction) => {
    await interaction.reply('hello').catch((error: unknown) => errors.push(error))
  })
  standin.trouble({ kind: { status: 503 }, routes: ['callback'], afterwards: true })
  ann.command(channel, 'draw', { prompt: 'x' })
  await standin.waitFor(() => errors.length === 1, 'the refusal')
  expect(errors[0]).toMatchObject({ code: 40060 })
  expect(channel.visibleTo(ann).map(({ text }) => text)).toEqual(['hello'])
})

test.each(['hang', 'reset'] as const)('a request can meet a %s', async (kind) => {
  const errors: unknown[] = []
  const { standin, client } = await startScene()
  client.rest.options.timeout = 300
  client.rest.options.retries = 0
  const end = standin.trouble({ kind, routes: ['user'], times: Number.POSITIVE_INFINITY })
  await client.rest.get('/users/@me').catch((error: unknown) => errors.push(error))
  expect(errors).toHaveLength(1)
  expect(standin.requests.at(-1)?.route).toBe('user')
  expect(standin.requests.at(-1)?.status).toBeUndefined()
  end()
  expect(await client.rest.get('/users/@me')).toMatchObject({ bot: true })
})

test('a global 429 says so', async () => {
  const { standin, client } = await startScene()
  client.rest.options.rejectOnRateLimit = ['/']
  standin.trouble({ kind: { rateLimit: 'global', retryAfter: 30 }, routes: ['user'] })
  const error: unknown = await client.rest.get('/users/@me').catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(RateLimitError)
  expect(error).toMatchObject({ global: true })
})

test("any of Discord's refusals can be asked for", async () => {
  const { standin, client } = await startScene()
  standin.trouble({ kind: { refusal: 'missingAccess' }, routes: ['user'] })
  const error: unknown = await client.rest.get('/users/@me').catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(DiscordAPIError)
  expect(error).toMatchObject({ code: 50001, status: 403 })
})

test('a wrong token, an unknown path and a wrong method are refused', async () => {
  const standin = await startStandin()
  const ask = async (path: string, init: RequestInit = {}) =>
    (await fetch(`${standin.url}${path}`, init)).status
  expect(await ask('/v10/users/@me', { headers: { authorization: 'Bot wrong' } })).toBe(401)
  expect(await ask('/v10/gateway/bot')).toBe(401)
  expect(await ask('/v6/gateway')).toBe(400)
  expect(await ask('/v10/nothing')).toBe(404)
  expect(await ask('/v10/gateway', { method: 'POST' })).toBe(405)
  expect(standin.faults.splice(0)).toEqual([
    'GET /nothing: the stand-in does not serve this',
    'POST /gateway: the stand-in does not serve this',
  ])
})

test.skipIf(!process.env.API_SPECS_DIR)("a request outside Discord's description is a fault", async () => {
  const standin = await startStandin()
  const channel = standin.createChannel(standin.createGuild())
  await sendBare(standin, `${channel.id}/messages`, { content: 'x', tts: 'loud' })
  const fault = /^request post \/channels\/\{channel_id\}\/messages application\/json\/tts: must be boolean/
  expect(standin.faults.splice(0)).toEqual([expect.stringMatching(fault)])
})
