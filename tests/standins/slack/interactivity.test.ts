/** Buttons, menus, shortcuts, modals and response URLs, with a real Bolt app. */
import type { App } from '@slack/bolt'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createSettableClock, type SettableClock } from '../clock.ts'
import { startSocketApp } from './bolt-app.ts'
import { createDemoWorld } from './demo-world.ts'
import { type SlackStandin, startSlackStandin } from './start.ts'

let clock: SettableClock
let slack: SlackStandin
let world: ReturnType<typeof createDemoWorld>
let app: App | undefined

beforeEach(async () => {
  clock = createSettableClock()
  slack = await startSlackStandin({ clock })
  world = createDemoWorld(slack)
})

afterEach(async () => {
  await app?.stop()
  app = undefined
  await slack.close()
})

const start = async (listen: (app: App) => void) => {
  app = await startSocketApp(slack, world.installation.token, listen)
  return app.client
}
const buttons = [
  {
    type: 'actions' as const,
    block_id: 'row',
    elements: [
      {
        type: 'button' as const,
        action_id: 'again',
        text: { type: 'plain_text' as const, text: 'Again · 10' },
        value: 'g1',
      },
    ],
  },
]
const knock = (url: string, body: object) =>
  fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
const hookOf = (payload: Readonly<Record<string, unknown>>) => String(payload.response_url)

describe('a press', () => {
  test('brings the button, the message and a way to replace it', async () => {
    const client = await start((app) =>
      app.action('again', async ({ ack, action, body, respond }) => {
        await ack()
        const { value } = action as { value: string }
        const shown = 'message' in body ? body.message?.text : ''
        await respond({ replace_original: true, text: `${shown} ${value}` })
      }),
    )
    await client.chat.postMessage({ channel: world.general.id, text: 'a boat', blocks: buttons })
    const [message] = world.general.visibleTo(world.ben)
    if (!message) throw new Error('no message')
    const pressed = world.ben.press(message, 'Again · 10')
    expect(await pressed.message((one) => one.text === 'a boat g1')).toBe(message)
    expect(message.blocks).toEqual([])
    expect(() => world.ben.press(message, 'Again · 10')).toThrow(/there are: none/)
  })

  test('on an ephemeral message replaces and deletes it, and never makes it public', async () => {
    const client = await start((app) => app.action('again', async ({ ack }) => void (await ack())))
    await client.chat.postEphemeral({
      channel: world.general.id,
      user: world.ada.id,
      text: 'psst',
      blocks: buttons,
    })
    const [whisper] = world.general.visibleTo(world.ada)
    if (!whisper) throw new Error('no message')
    const pressed = world.ada.press(whisper, 'again')
    expect(pressed.payload).not.toHaveProperty('message')
    expect(() => world.ben.press(whisper, 'again')).toThrow(/does not see/)
    const hook = hookOf(pressed.payload)
    await knock(hook, { replace_original: true, response_type: 'in_channel', text: 'changed' })
    expect(whisper.text).toBe('changed')
    expect(world.general.visibleTo(world.ben)).toEqual([])
    await knock(hook, { text: 'another' })
    expect(world.general.visibleTo(world.ada).map((message) => message.text)).toEqual(['changed', 'another'])
    await knock(hook, { delete_original: true })
    expect(world.general.visibleTo(world.ada).map((message) => message.text)).toEqual(['another'])
  })
})

describe('a response_url', () => {
  test('is good for five answers', async () => {
    await start((app) => app.command('/draw', ({ ack }) => ack()))
    const typed = world.ada.slash(world.random, '/draw')
    const statuses = []
    for (let use = 0; use < 6; use += 1) {
      statuses.push((await knock(hookOf(typed.payload), { text: `${use}`, replace_original: true })).status)
    }
    expect(statuses).toEqual([200, 200, 200, 200, 200, 404])
    expect(world.random.visibleTo(world.ada)).toHaveLength(5)
    expect(slack.faults).toEqual(['a response_url past its life: used_url'])
  })

  test('is good for thirty minutes', async () => {
    await start((app) => app.command('/draw', ({ ack }) => ack()))
    const typed = world.ada.slash(world.random, '/draw')
    await typed.acknowledged
    await clock.advance(30 * 60_000)
    expect(
      (await knock(hookOf(typed.payload), { text: 'in time', response_type: 'in_channel' })).status,
    ).toBe(200)
    await clock.advance(1)
    const late = await knock(hookOf(typed.payload), { text: 'late' })
    expect([late.status, await late.json()]).toEqual([404, { ok: false, error: 'expired_url' }])
    expect(world.random.visibleTo(world.ben).map((message) => message.text)).toEqual(['in time'])
  })

  test('takes no blocks that Slack would not', async () => {
    await start((app) => app.command('/draw', ({ ack }) => ack()))
    const typed = world.ada.slash(world.random, '/draw')
    expect((await knock(hookOf(typed.payload), { blocks: [{ type: 'image' }] })).status).toBe(400)
    expect((await knock(`${slack.url}/commands/T1/2/x`, { text: 'x' })).status).toBe(404)
  })
})

describe('a modal', () => {
  const modal = (title = 'Draw') => ({
    type: 'modal' as const,
    callback_id: 'draw',
    title: { type: 'plain_text' as const, text: title },
    submit: { type: 'plain_text' as const, text: 'Draw' },
    blocks: [
      {
        type: 'input' as const,
        block_id: 'prompt',
        label: { type: 'plain_text' as const, text: 'Prompt' },
        element: { type: 'plain_text_input' as const, action_id: 'text', max_length: 10 },
      },
      {
        type: 'input' as const,
        block_id: 'size',
        optional: true,
        label: { type: 'plain_text' as const, text: 'Size' },
        element: {
          type: 'static_select' as const,
          action_id: 'choice',
          options: [{ text: { type: 'plain_text' as const, text: 'Square' }, value: '1:1' }],
        },
      },
    ],
  })

  test('opens once within three seconds, and is sent', async () => {
    const sent: unknown[] = []
    const client = await start((app) => {
      app.command('/draw', async ({ ack, client, command }) => {
        await ack()
        await client.views.open({ trigger_id: command.trigger_id, view: modal() })
      })
      app.view('draw', async ({ ack, view }) => {
        sent.push(view.state.values)
        await ack()
      })
    })
    const typed = world.ada.slash(world.general, '/draw')
    const view = await typed.modal()
    const open = () => client.views.open({ trigger_id: typed.id, view: modal() })
    await expect(open()).rejects.toMatchObject({ data: { error: 'exchanged_trigger_id' } })
    expect(() => world.ada.submitView(view, {})).toThrow(/ask for Prompt/)
    expect(() => world.ada.submitView(view, { Prompt: 'x'.repeat(11) })).toThrow(/would not send/)
    const submitted = world.ada.submitView(view, { Prompt: '<b> & "q"', size: 'Square' })
    await submitted.settled
    expect(world.ada.modals).toEqual([])
    expect(sent).toMatchObject([
      { prompt: { text: { value: '<b> & "q"' } }, size: { choice: { selected_option: { value: '1:1' } } } },
    ])
  })

  test('a trigger id is dead after three seconds', async () => {
    const client = await start((app) => app.command('/draw', ({ ack }) => ack()))
    const typed = world.ada.slash(world.general, '/draw')
    await typed.acknowledged
    await clock.advance(3_001)
    await expect(client.views.open({ trigger_id: typed.id, view: modal() })).rejects.toMatchObject({
      data: { error: 'expired_trigger_id' },
    })
    expect(slack.faults).toEqual(['a trigger id used in vain: expired_trigger_id'])
  })

  test('is answered with errors, a push, an update or the end of all', async () => {
    const answers = [
      { response_action: 'errors', errors: { prompt: 'no' } },
      { response_action: 'push', view: modal('Second') },
      { response_action: 'update', view: modal('Third') },
      { response_action: 'clear' },
    ] as const
    let turn = 0
    await start((app) => {
      app.shortcut('start', async ({ ack, client, shortcut }) => {
        await ack()
        await client.views.open({ trigger_id: shortcut.trigger_id, view: modal() })
      })
      app.view('draw', async ({ ack }) => {
        const answer = answers[turn++]
        if (answer) await ack(answer)
      })
    })
    const view = await world.ada.globalShortcut('start').modal()
    await world.ada.submitView(view, { prompt: 'x' }).settled
    expect(view.errors).toEqual({ prompt: 'no' })
    const pushed = world.ada.submitView(view, { prompt: 'x' })
    const second = await pushed.modal()
    expect(world.ada.modals).toEqual([view, second])
    await world.ada.submitView(second, { prompt: 'x' }).settled
    expect(second.content.title).toMatchObject({ text: 'Third' })
    await world.ada.submitView(second, { prompt: 'x' }).settled
    expect(world.ada.modals).toEqual([])
    expect(slack.faults).toEqual([])
  })

  test('with a title over 24 characters or an outdated hash is refused', async () => {
    const client = await start((app) => app.command('/draw', ({ ack }) => ack()))
    const open = (title: string) => {
      const { id } = world.ada.slash(world.general, '/draw')
      return client.views.open({ trigger_id: id, view: modal(title) })
    }
    await expect(open('x'.repeat(25))).rejects.toMatchObject({
      data: {
        error: 'invalid_arguments',
        errors: ['must be less than 25 characters [json-pointer:/view/title/text]'],
      },
    })
    const { view } = await open('fine')
    const update = (hash: string) =>
      client.views.update({ view_id: view?.id ?? '', hash, view: modal('new') })
    await update(view?.hash ?? '')
    await expect(update(view?.hash ?? '')).rejects.toMatchObject({ data: { error: 'hash_conflict' } })
  })
})

test('a shortcut on a message brings its text', async () => {
  const texts: unknown[] = []
  await start((app) =>
    app.shortcut('draw-this', async ({ ack, shortcut }) => {
      await ack()
      if (shortcut.type === 'message_action') texts.push(shortcut.message.text)
    }),
  )
  const said = world.ben.say(world.general, 'a <boat> & *sea*')
  await world.ada.shortcut(said, 'draw-this').acknowledged
  expect(texts).toEqual(['a &lt;boat&gt; &amp; *sea*'])
})
