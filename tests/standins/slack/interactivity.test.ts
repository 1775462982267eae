/** Buttons, menus, shortcuts, modals and response URLs, with a real Bolt app. */
import { beforeEach, describe, expect, test } from 'vitest'
import { createSettableClock, type SettableClock } from '../clock.ts'
import { type Desk, openDesk, refusal } from './desk.ts'

let clock: SettableClock
let slack: Desk['slack']
let world: Desk['world']
let start: Desk['start']

beforeEach(async () => {
  clock = createSettableClock()
  ;({ slack, world, start } = await openDesk({ clock }))
})

const plain = (text: string) => ({ type: 'plain_text', text }) as const
const again = { type: 'button', action_id: 'again', text: plain('Again · 10'), value: 'g1' } as const
const buttons = [{ type: 'actions', block_id: 'row', elements: [again] } as const]
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
    const place = { channel: world.general.id, user: world.ada.id }
    await client.chat.postEphemeral({ ...place, text: 'psst', blocks: buttons })
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
  async function draw() {
    await start((app) => app.command('/draw', ({ ack }) => ack()))
    return world.ada.slash(world.random, '/draw')
  }

  test('is good for five answers', async () => {
    const typed = await draw()
    const statuses = []
    for (let use = 0; use < 6; use += 1) {
      statuses.push((await knock(hookOf(typed.payload), { text: `${use}`, replace_original: true })).status)
    }
    expect(statuses).toEqual([200, 200, 200, 200, 200, 404])
    expect(world.random.visibleTo(world.ada)).toHaveLength(5)
    expect(slack.faults).toEqual(['a response_url past its life: used_url'])
  })

  test('is good for thirty minutes', async () => {
    const typed = await draw()
    await typed.acknowledged
    await clock.advance(30 * 60_000)
    const timely = await knock(hookOf(typed.payload), { text: 'in time', response_type: 'in_channel' })
    expect(timely.status).toBe(200)
    await clock.advance(1)
    const late = await knock(hookOf(typed.payload), { text: 'late' })
    expect([late.status, await late.json()]).toEqual([404, { ok: false, error: 'expired_url' }])
    expect(world.random.visibleTo(world.ben).map((message) => message.text)).toEqual(['in time'])
  })

  test('takes no blocks that Slack would not', async () => {
    const typed = await draw()
    expect((await knock(hookOf(typed.payload), { blocks: [{ type: 'image' }] })).status).toBe(400)
    expect((await knock(`${slack.url}/commands/T1/2/x`, { text: 'x' })).status).toBe(404)
  })
})

describe('a modal', () => {
  const typed = { type: 'plain_text_input', action_id: 'text', max_length: 10 } as const
  const options = [{ text: plain('Square'), value: '1:1' }]
  const chosen = { type: 'static_select' as const, action_id: 'choice', options }
  const modal = (title = 'Draw') => ({
    type: 'modal' as const,
    callback_id: 'draw',
    title: plain(title),
    submit: plain('Draw'),
    blocks: [
      { type: 'input' as const, block_id: 'prompt', label: plain('Prompt'), element: typed },
      { type: 'input' as const, block_id: 'size', optional: true, label: plain('Size'), element: chosen },
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
    expect(await refusal(open())).toBe('exchanged_trigger_id')
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
    const opened = client.views.open({ trigger_id: typed.id, view: modal() })
    expect(await refusal(opened)).toBe('expired_trigger_id')
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
    const errors = ['must be less than 25 characters [json-pointer:/view/title/text]']
    const data = { error: 'invalid_arguments', errors }
    await expect(open('x'.repeat(25))).rejects.toMatchObject({ data })
    const { view } = await open('fine')
    const seen = { view_id: view?.id ?? '', hash: view?.hash ?? '' }
    await client.views.update({ ...seen, view: modal('new') })
    expect(await refusal(client.views.update({ ...seen, view: modal('new') }))).toBe('hash_conflict')
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
