/** The stand-in and a real Bolt app over signed HTTP. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { App } from '@slack/bolt'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createSettableClock } from '../clock.ts'
import { startHttpApp } from './bolt-app.ts'
import { createDemoWorld } from './demo-world.ts'
import { type SlackStandin, startSlackStandin } from './start.ts'

let slack: SlackStandin
let world: ReturnType<typeof createDemoWorld>
let app: App | undefined

afterEach(async () => {
  await app?.stop()
  app = undefined
  await slack.close()
})

describe('with a Bolt app', () => {
  const heard: string[] = []

  beforeEach(async () => {
    heard.length = 0
    slack = await startSlackStandin()
    world = createDemoWorld(slack)
    const started = await startHttpApp(slack, { token: world.installation.token }, (app) => {
      app.command('/draw', async ({ ack, command, respond }) => {
        heard.push(command.text)
        await ack('on it')
        await respond('done')
      })
      app.event('app_mention', async ({ event }) => void heard.push(event.type))
      app.event('app_uninstalled', async ({ event }) => void heard.push(event.type))
      app.event('tokens_revoked', async ({ event }) => void heard.push(event.tokens.bot?.join() ?? ''))
    })
    app = started.app
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

  test.each([
    ['wrong', 401],
    ['stale', 401],
    ['missing', 401],
  ] as const)('a %s signature is refused by the app', async (signature, status) => {
    const typed = world.ada.slash(world.general, '/draw', 'x', { signature })
    expect(await typed.acknowledged).toMatchObject({ ok: false, error: 'http_client_error', status })
    expect(heard).toEqual([])
    expect(world.general.visibleTo(world.ada).at(-1)?.text).toBe(
      '/draw failed with the error "http_client_error"',
    )
  })

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
    await expect(
      app?.client.chat.postMessage({ channel: world.general.id, text: 'x' }),
    ).rejects.toMatchObject({
      data: { error: 'account_inactive' },
    })
    expect(await world.ada.slash(world.general, '/draw').acknowledged).toMatchObject({
      error: 'not_delivered',
    })
  })
})

test('three seconds without an answer show the person operation_timeout; the late answer is a fault', async () => {
  const clock = createSettableClock()
  slack = await startSlackStandin({ clock })
  world = createDemoWorld(slack)
  const arrived = Promise.withResolvers<() => void>()
  const slow = createServer((_request, response) => arrived.resolve(() => response.end('late')))
  await new Promise<void>((resolve) => slow.listen(0, '127.0.0.1', resolve))
  slack.operator.setRequestUrl(`http://127.0.0.1:${(slow.address() as AddressInfo).port}/`)
  const typed = world.ada.slash(world.general, '/draw', 'x')
  const answer = await arrived.promise
  await clock.advance(3_000)
  expect(await typed.acknowledged).toMatchObject({ ok: false, error: 'operation_timeout', took: 3_000 })
  const [complaint] = world.general.visibleTo(world.ada)
  expect(complaint?.text).toBe('/draw failed with the error "operation_timeout"')
  answer()
  expect(await slack.until(() => slack.faults[0])).toBe('/draw was answered after the deadline')
  slow.close()
})

test('an event is tried again at once, after a minute and after five', async () => {
  const clock = createSettableClock()
  slack = await startSlackStandin({ clock })
  world = createDemoWorld(slack)
  const retries: unknown[] = []
  const failing = createServer((request, response) => {
    retries.push([request.headers['x-slack-retry-num'], request.headers['x-slack-retry-reason']])
    response.writeHead(503).end()
  })
  await new Promise<void>((resolve) => failing.listen(0, '127.0.0.1', resolve))
  slack.operator.setRequestUrl(`http://127.0.0.1:${(failing.address() as AddressInfo).port}/`)
  const mentioned = world.ada.mention(world.general, 'hi')
  for (const pause of [60_000, 300_000]) {
    await clock.untilSleeping(pause)
    await clock.advance(pause)
  }
  expect(await mentioned.settled).toHaveLength(4)
  expect(retries).toEqual([
    [undefined, undefined],
    ['1', 'http_error'],
    ['2', 'http_error'],
    ['3', 'http_error'],
  ])
  failing.close()
})
