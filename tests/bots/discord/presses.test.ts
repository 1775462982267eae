/** Buttons and forms: pressed once, twice, late, after a restart. */
import { expect, it } from 'vitest'
import { type Command, defineCommand } from '#bots/command.ts'
import type { Button, Form } from '#bots/platform.ts'
import { say as tell } from '../calls.ts'
import { requireMessage } from './drawing.ts'
import { startRig } from './rig.ts'

const id = { name: 'id', type: 'text', maxLength: 90, required: true } as const
const text = { name: 'text', type: 'text', maxLength: 4_000 } as const
const started = Promise.withResolvers<void>()

const buttons: readonly Button[] = [
  { label: 'Write', command: 'write', options: { id: 'a b:c' }, style: 'primary' },
  { label: 'Gone', command: 'gone', options: {} },
  { label: 'Page', command: 'page', options: { id: '1' } },
  { label: 'Slow', command: 'slow', options: { id: '1' }, style: 'danger' },
  { label: 'Web', url: 'https://pictures.test/pay?a=(1)' },
  { label: 'Too long', command: 'page', options: { id: 'x'.repeat(100) } },
]

const menu = defineCommand({
  name: 'menu',
  options: [],
  isPrivate: () => false,
  run: async () => ({
    private: false,
    blocks: [
      { kind: 'text', text: ['Choose'] },
      { kind: 'buttons', buttons },
    ],
  }),
})

const form: Form = {
  title: 'A title that is far longer than Discord would ever let it be',
  command: 'say',
  options: { id: 'a b:c' },
  fields: [{ name: 'text', label: 'Prompt', value: 'old', maxLength: 32_000, multiline: true }],
  submit: 'Go',
}

const write = defineCommand({
  name: 'write',
  options: [id],
  hidden: true,
  opensForm: true,
  isPrivate: () => true,
  run: async () => form,
})

const say = defineCommand({
  name: 'say',
  options: [id, text],
  hidden: true,
  isPrivate: () => false,
  run: async ({ options }) => tell(`${options.id} says ${options.text}`, false),
})

const lead = (id: string): Button => ({ label: 'Next', command: 'page', options: { id } })
const page = defineCommand({
  name: 'page',
  options: [id],
  inPlace: true,
  isPrivate: () => true,
  run: async ({ options }) => ({
    private: true,
    blocks: [
      { kind: 'text', text: [`page ${options.id}`] },
      { kind: 'buttons', buttons: [lead(`${Number(options.id) + 1}`)] },
    ],
  }),
})

let slowRuns = 0
const slow = defineCommand({
  name: 'slow',
  options: [id],
  isPrivate: () => false,
  async run() {
    slowRuns += 1
    await started.promise
    return tell('done', false)
  },
})

async function startMenu(commands: readonly Command[] = [menu, write, say, page, slow]) {
  const rig = await startRig({ commands })
  const handle = rig.ann.command(rig.channel, 'menu')
  await handle.waitFor(({ message }) => message?.text === 'Choose')
  return { ...rig, rig, message: requireMessage(handle) }
}

it('shows buttons that Discord takes, and leaves out one it would not', async () => {
  const { message } = await startMenu()
  expect(message.buttons.map(({ label }) => label)).toEqual(['Write', 'Gone', 'Page', 'Slow', 'Web'])
  expect(message.buttons[4]?.url).toBe('https://pictures.test/pay?a=%281%29')
})

it('opens a form and answers what comes back', async () => {
  const { ann, message } = await startMenu()
  const pressed = await ann.press(message, 'Write').settled()
  if (!pressed.modal) throw new Error('No form')
  expect(pressed.modal.title).toHaveLength(45)
  const sent = ann.submitModal(pressed.modal, { text: 'new *words*' })
  await sent.waitFor((handle) => handle.message?.text !== undefined && handle.message.text !== '')
  expect(sent.message?.text).toBe('a b:c says new \\*words\\*')
  expect(pressed.messages).toEqual([])
})

it('spreads a long prompt over several inputs, and says so where even those are too few', async () => {
  const long = `${'🦊 in the snow, '.repeat(600)}at dusk`
  let value = long
  const asked: unknown[] = []
  const longForm = defineCommand({
    ...write,
    run: async () => ({ ...form, fields: form.fields.map((field) => ({ ...field, value })) }),
  })
  const hear = defineCommand({
    ...say,
    options: [id, { ...text, maxLength: 32_000 }],
    async run({ options }) {
      asked.push(options.text)
      return tell('heard', false)
    },
  })
  const { ann, message } = await startMenu([menu, longForm, hear])
  const pressed = await ann.press(message, 'Write').settled()
  if (!pressed.modal) throw new Error('No form')
  const labels = [1, 2, 3].map((part) => `Prompt (${part}/3)`)
  expect(pressed.modal.components.map(({ label }) => label)).toEqual(labels)
  const sent = ann.submitModal(pressed.modal, {})
  await sent.waitFor((handle) => handle.message?.text === 'heard')
  expect(asked).toEqual([long])
  value = 'x'.repeat(20_001)
  const refused = await ann.press(message, 'Write').settled()
  expect(refused.modal).toBeUndefined()
  expect(refused.message).toMatchObject({ ephemeral: true })
  expect(refused.message?.text).toContain('20,000 characters')
})

it('answers a form that opens too late with a button for it', async () => {
  const late = Promise.withResolvers<void>()
  const slowForm: Command = { ...write, run: () => late.promise.then(() => form) }
  const { ann, message } = await startMenu([menu, slowForm, say])
  const pressed = ann.press(message, 'Write')
  await pressed.waitFor(({ state }) => state === 'thinking')
  late.resolve()
  await pressed.waitFor((handle) => (handle.message?.buttons.length ?? 0) > 0)
  expect(pressed.ephemeral).toBe(true)
  const label = pressed.message?.buttons[0]?.label ?? ''
  const again = await ann.press(pressed.message ?? message, label).settled()
  expect(again.modal?.customId).toBe('2say id:a b:c')
})

it('answers a refusal instead of a form to the presser alone', async () => {
  const refusing = defineCommand({ ...write, run: async () => tell('No.') })
  const { ann, message } = await startMenu([menu, refusing])
  const pressed = await ann.press(message, 'Write').settled()
  expect(pressed.messages).toHaveLength(1)
  expect(pressed.message).toMatchObject({ text: 'No.', ephemeral: true })
})

it('stays calm about buttons of commands that are gone', async () => {
  const { ann, message } = await startMenu()
  const pressed = ann.press(message, 'Gone')
  await pressed.waitFor((handle) => (handle.message?.text ?? '').includes('There’s no command'))
  expect(pressed.messages).toHaveLength(1)
  expect(pressed.ephemeral).toBe(true)
})

it('turns pages in place, on a message that only the reader sees', async () => {
  const { ann, message } = await startMenu()
  const opened = ann.press(message, 'Page')
  await opened.waitFor((handle) => handle.message?.text === 'page 1')
  const next = ann.press(opened.message ?? message, 'Next')
  await next.waitFor((handle) => handle.message?.text === 'page 2')
  expect(next.messages).toEqual([])
  expect(opened.message?.text).toBe('page 2')
})

it('answers a double click, and an event delivered twice, once', async () => {
  const { ann, message, channel, rig } = await startMenu()
  const first = ann.press(message, 'Slow', { deliverTwice: true })
  await first.waitFor(({ state }) => state === 'thinking')
  const second = await ann.press(message, 'Slow').settled()
  started.resolve()
  await first.waitFor((handle) => handle.message?.text === 'done')
  await rig.answered(2)
  expect(second.messages).toEqual([])
  expect(slowRuns).toBe(1)
  expect(channel.visibleTo(ann)).toHaveLength(2)
})

it('answers a second press that is no double click, also while the first is drawn: it is the same order', async () => {
  const { ann, channel, model, advance, answered, history } = await startRig({ progressEvery: 20 })
  const drawn = ann.command(channel, 'imagine', { prompt: 'a boat' })
  await answered(1)
  model.hold()
  const first = ann.press(requireMessage(drawn), 'Again · 10')
  await first.waitFor(({ message }) => (message?.text ?? '').includes('drawing'))
  advance(1_600)
  const second = ann.press(requireMessage(drawn), 'Again · 10')
  await second.waitFor(({ state }) => state === 'thinking')
  model.release()
  await answered(3)
  expect(second.message?.pictures).toHaveLength(1)
  expect((await history(ann)).generations).toHaveLength(2)
})

it('answers buttons after a restart, and on a message an hour old', async () => {
  const { ann, channel, restart, advance, answered, history, balance } = await startRig()
  const drawn = ann.command(channel, 'imagine', { prompt: 'a boat' })
  await answered(1)
  const message = requireMessage(drawn)
  const again = message.buttons.find(({ label }) => label.startsWith('Again'))?.customId ?? ''
  await restart()
  advance(3_700_000)
  const before = await balance(ann)
  const pressed = ann.press(message, again)
  await answered(2)
  expect(pressed.message?.pictures).toHaveLength(1)
  expect(pressed.messages).toHaveLength(1)
  expect(await balance(ann)).toBe(before - 10)
  expect((await history(ann)).generations).toHaveLength(2)
})
