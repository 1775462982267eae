/** The stand-in and a real Bolt app over signed HTTP. */
import { createServer, type RequestListener } from 'node:http'
import type { App } from '@slack/bolt'
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { createSettableClock } from '../clock.ts'
import { listen } from '../loopback.ts'
import { startHttpApp } from './bolt-app.ts'
import { type Desk, openDesk, refusal } from './desk.ts'

describe('with a Bolt app', () => {
  const heard: string[] = []
  let slack: Desk['slack']
  let world: Desk['world']
  let client: App['client']

  beforeEach(async () => {
    heard.length = 0
    ;({ slack, world } = await openDesk())
    const { app } = await startHttpApp(slack, { token: world.installation.token }, (app) => {
      app.command('/draw', async ({ ack, command, respond }) => {
        heard.push(command.text)
        await ack('on it')
        await respond('done')
      })
      app.event('app_mention', async ({ event }) => void heard.push(event.type))
      app.event('app_uninstalled', async ({ event }) => void heard.push(event.type))
      app.event('tokens_revoked', async ({ event }) => void heard.push(event.tokens.bot?.join() ?? ''))
    })
    onTestFinished(async () => void (await app.stop()))
    client = app.client
  })

  test('a command is acknowledged in the HTTP answer', async () => {
    const typed = world.ada.slash(world.general, '/draw', 'a boat')
    expect(await typed.acknowledged).toMatchObject({ ok: true, status: 200, body: 'on it' })
    await typed.reply((message) => message.text === 'done')
    expect(typed.replies.map((message) => [message.text, message.ephemeral])).toEqual([
      ['on it', true],
      ['done', true],
    ])
    expect(slack.faults).toEqual([])
  })

  test.each(['wrong', 'stale', 'missing'] as const)(
    'a %s signature is refused by the app',
    async (signature) => {
      const typed = world.ada.slash(world.general, '/draw', 'x', { signature })
      expect(await typed.acknowledged).toMatchObject({ ok: false, error: 'http_client_error', status: 401 })
      expect(heard).toEqual([])
      const told = world.general.visibleTo(world.ada).at(-1)?.text
      expect(told).toBe('/draw failed with the error "http_client_error"')
    },
  )

  test('a future signature and a replay are rightly signed, and this app takes both', async () => {
    const typed = world.ada.slash(world.general, '/draw', 'again', { signature: 'future' })
    expect(await typed.acknowledged).toMatchObject({ ok: true })
    expect(await typed.replay()).toMatchObject({ ok: true })
    expect(heard).toEqual(['again', 'again'])
  })

  test('events travel as JSON', async () => {
    expect(await world.ada.mention(world.general, 'hi').acknowledged).toMatchObject({ ok: true })
    expect(heard).toEqual(['app_mention'])
    expect(await slack.operator.verifyRequestUrl()).toBe(true)
  })

  test('uninstalling kills the token and tells the app', async () => {
    const { installation } = world
    const told = await slack.operator.uninstall(installation)
    expect(told.map((ack) => ack.ok)).toEqual([true, true])
    expect(heard.toSorted()).toEqual(['app_uninstalled', installation.botUserId].toSorted())
    const posted = client.chat.postMessage({ channel: world.general.id, text: 'x' })
    expect(await refusal(posted)).toBe('account_inactive')
    const typed = world.ada.slash(world.general, '/draw')
    expect(await typed.acknowledged).toMatchObject({ error: 'not_delivered' })
  })
})

/** Where requests are answered by this alone. */
async function openDoor(answer: RequestListener) {
  const clock = createSettableClock()
  const { slack, world } = await openDesk({ clock })
  const server = createServer(answer)
  slack.operator.setRequestUrl(`http://${await listen(server)}/`)
  onTestFinished(() => void server.close())
  return { slack, world, clock }
}

test('three seconds without an answer show the person operation_timeout; the late answer is a fault', async () => {
  const arrived = Promise.withResolvers<() => void>()
  const { slack, world, clock } = await openDoor((_, response) => arrived.resolve(() => response.end('late')))
  const typed = world.ada.slash(world.general, '/draw', 'x')
  const answer = await arrived.promise
  await clock.advance(3_000)
  expect(await typed.acknowledged).toMatchObject({ ok: false, error: 'operation_timeout', took: 3_000 })
  const [complaint] = world.general.visibleTo(world.ada)
  expect(complaint?.text).toBe('/draw failed with the error "operation_timeout"')
  answer()
  expect(await slack.until(() => slack.faults[0])).toBe('/draw was answered after the deadline')
})

test('an event is tried again at once, after a minute and after five', async () => {
  const retries: unknown[] = []
  const { world, clock } = await openDoor((request, response) => {
    retries.push([request.headers['x-slack-retry-num'], request.headers['x-slack-retry-reason']])
    response.writeHead(503).end()
  })
  const mentioned = world.ada.mention(world.general, 'hi')
  for (const pause of [60_000, 300_000]) {
    await clock.untilSleeping(pause)
    await clock.advance(pause)
  }
  expect(await mentioned.settled).toHaveLength(4)
  const later = ['1', '2', '3'].map((number) => [number, 'http_error'])
  expect(retries).toEqual([[undefined, undefined], ...later])
})
