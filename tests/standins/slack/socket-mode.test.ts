/** The stand-in and a real Bolt app over Socket Mode. */
import { beforeEach, describe, expect, test } from 'vitest'
import WebSocket from 'ws'
import { type Desk, openDesk } from './desk.ts'

let slack: Desk['slack']
let world: Desk['world']
let start: Desk['start']

beforeEach(async () => {
  ;({ slack, world, start } = await openDesk())
})

describe('a command', () => {
  test('is acknowledged, and answered privately and publicly', async () => {
    await start((app) =>
      app.command('/draw', async ({ ack, command, respond, client }) => {
        await ack()
        await respond({ text: `drawing for <@${command.user_id}>` })
        const posted = await client.chat.postMessage({ channel: command.channel_id, text: 'soon' })
        await client.chat.update({ channel: command.channel_id, ts: posted.ts ?? '', text: 'done' })
      }),
    )
    const { ada, ben, general } = world
    const drawing = ada.slash(general, '/draw', 'a <lighthouse> & sea')
    expect(await drawing.acknowledged).toMatchObject({ ok: true, body: undefined })
    expect(drawing.payload).toMatchObject({ text: 'a &lt;lighthouse&gt; &amp; sea', channel_name: 'general' })

    const done = await drawing.message((message) => message.text === 'done')
    expect(done.versions.map((version) => version.text)).toEqual(['soon', 'done'])
    expect(done.cause).toBeUndefined()

    const whisper = await drawing.reply()
    expect(whisper.pings).toEqual([`<@${ada.id}>`])
    expect(general.visibleTo(ada)).toEqual([whisper, done])
    expect(general.visibleTo(ben)).toEqual([done])
    expect(slack.faults).toEqual([])
  })

  test('may be answered in its acknowledgement', async () => {
    await start((app) =>
      app.command('/say', async ({ ack }) => {
        await ack({ response_type: 'in_channel', text: 'said' })
      }),
    )
    const { ada, ben, general } = world
    await ada.slash(general, '/say', 'it').reply((message) => message.text === 'said')
    expect(general.visibleTo(ben).map((message) => message.text)).toEqual(['/say it', 'said'])
  })

  test('in a thread, or of no app, does not reach the app', async () => {
    const { ada, ben, general } = world
    const parent = ben.say(general, 'look')
    const typed = ada.slash(general, '/draw', 'x', { threadTs: parent.ts })
    expect(await typed.acknowledged).toMatchObject({ ok: false, error: 'not_delivered' })
    expect(general.visibleTo(ada).at(-1)?.text).toBe('/draw is not supported in threads. Sorry!')
    expect(general.visibleTo(ben)).toEqual([parent])
  })
})

test('delivers twice at once when told to', async () => {
  const seen: string[] = []
  await start((app) =>
    app.command('/draw', async ({ ack, command }) => {
      seen.push(command.trigger_id)
      await ack()
    }),
  )
  const typed = world.ada.slash(world.general, '/draw', 'x', { twice: true })
  expect((await typed.settled).map((ack) => ack.ok)).toEqual([true, true])
  expect(seen).toEqual([typed.id, typed.id])
})

describe('connections', () => {
  async function open(path: string, init: RequestInit = {}) {
    const answer = await fetch(`${slack.apiUrl}${path}`, init)
    const { url } = (await answer.json()) as { url: string }
    return new WebSocket(url)
  }
  const hear = (socket: WebSocket) =>
    new Promise<Record<string, unknown>>((resolve) =>
      socket.once('message', (data) => resolve(JSON.parse(String(data)))),
    )
  const drawApp = (connected: string[] = []) =>
    start((app) =>
      app.command('/draw', async ({ ack, command }) => {
        connected.push(command.text)
        await ack()
      }),
    )

  test.each(['warning', 'refresh_requested'] as const)('%s makes the app come back', async (reason) => {
    await drawApp()
    slack.operator.sockets.disconnect(reason)
    await slack.until(() => (slack.operator.sockets.count === 0 ? true : undefined))
    await slack.operator.sockets.untilConnected()
    expect(await world.ada.slash(world.general, '/draw').acknowledged).toMatchObject({ ok: true })
  })

  test('a dropped connection is reopened, and what was sent meanwhile arrives', async () => {
    const heard: string[] = []
    await drawApp(heard)
    slack.operator.sockets.drop()
    await slack.until(() => (slack.operator.sockets.count === 0 ? true : undefined))
    expect(await world.ada.slash(world.general, '/draw', 'late').acknowledged).toMatchObject({ ok: true })
    expect(heard).toEqual(['late'])
  })

  test('an envelope that was not acknowledged goes to another connection', async () => {
    const headers = { authorization: `Bearer ${slack.app.appToken}` }
    const connect = () => open('apps.connections.open', { method: 'POST', headers })
    const first = await connect()
    expect(await hear(first)).toMatchObject({ type: 'hello', num_connections: 1 })
    const typed = world.ada.slash(world.general, '/draw', 'x')
    const envelope = await hear(first)
    const second = await connect()
    await hear(second)
    const again = hear(second)
    first.terminate()
    expect(await again).toMatchObject({ envelope_id: envelope.envelope_id, payload: envelope.payload })
    second.send(JSON.stringify({ envelope_id: envelope.envelope_id }))
    expect(await typed.acknowledged).toMatchObject({ ok: true })
    second.send(JSON.stringify({ envelope_id: envelope.envelope_id }))
    expect(await slack.until(() => slack.faults[0])).toMatch(/acknowledged twice/)
    second.terminate()
  })

  test('more than ten are sent away', async () => {
    const sockets: WebSocket[] = []
    const reasons: unknown[] = []
    for (let index = 0; index < 11; index += 1) {
      const socket = await open(`apps.connections.open?token=${slack.app.appToken}`)
      sockets.push(socket)
      const { type, reason } = await hear(socket)
      reasons.push(reason ?? type)
    }
    expect(reasons.filter((reason) => reason === 'hello')).toHaveLength(10)
    expect(reasons.at(-1)).toBe('too_many_websockets')
    for (const socket of sockets) socket.terminate()
  })
})

test('mentions, direct messages and the Home tab arrive as events', async () => {
  const heard: string[] = []
  await start((app) => {
    app.event('app_mention', async ({ event, say }) => {
      heard.push(event.text)
      await say({ text: 'here', thread_ts: event.thread_ts ?? event.ts })
    })
    app.message(async ({ message }) => void heard.push('text' in message ? String(message.text) : ''))
    app.event('app_home_opened', async ({ event, client }) => {
      const view = { type: 'home' as const, blocks: [{ type: 'divider' as const }] }
      await client.views.publish({ user_id: event.user, view })
    })
  })
  const { ada, general, random, installation } = world
  const parent = ada.say(general, 'a thread')
  const asked = ada.mention(general, 'draw <this>', { threadTs: parent.ts })
  expect((await asked.message((message) => message.text === 'here')).threadTs).toBe(parent.ts)
  await ada.messageDM('hello').acknowledged
  expect(heard).toEqual([`<@${installation.botUserId}> draw &lt;this&gt;`, 'hello'])
  expect(await ada.mention(random, 'unheard').acknowledged).toMatchObject({ error: 'not_delivered' })
  const home = await ada.openHome().view()
  expect(home.versions).toHaveLength(1)
  expect(ada.home).toBe(home)
})
