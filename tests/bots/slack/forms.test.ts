/** Whatever a form comes back with, whoever sent it gets one answer that they can see. */
import type { ViewSubmitAction } from '@slack/bolt'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readForm } from '#bots/slack/receive.ts'
import type { Shape } from '#tests/standins/slack/blocks/shape.ts'
import type { View } from '#tests/standins/slack/view.ts'
import { isPicture, startRig } from './rig.ts'

/** What the view shows, with every word in it. */
const show = ({ content }: View) => JSON.stringify(content)

function change(view: View, changes: Partial<Shape>): void {
  view.content = { ...view.content, ...changes }
}

function carry(view: View, changes: object): void {
  const carried = JSON.parse(String(view.content.private_metadata)) as object
  change(view, { private_metadata: JSON.stringify({ ...carried, ...changes }) })
}

describe.each(['socket', 'http'] as const)('over %s', (transport) => {
  it.each<[string, (view: View) => void]>([
    ['no metadata', (view) => change(view, { private_metadata: '' })],
    ['metadata that is no JSON', (view) => change(view, { private_metadata: '{"command":' })],
    ['metadata that is null', (view) => change(view, { private_metadata: 'null' })],
    ['metadata without a channel', (view) => carry(view, { channel: undefined })],
    ['metadata of another version', (view) => carry(view, { direct: 'yes' })],
    ['another callback id', (view) => change(view, { callback_id: 'other', private_metadata: '[]' })],
  ])('a form with %s says in its place that it cannot be read', async (_, spoil) => {
    const { ada, general, balance, logged } = await startRig({ transport })
    const form = await ada.slash(general, '/imagine').modal()
    spoil(form)
    const sent = ada.submitView(form, { Prompt: 'a gull' })
    await sent.settled
    expect(form).toMatchObject({ open: true, trouble: undefined })
    expect(show(form)).toContain('can’t read this form any more')
    expect(show(form)).toContain('Nothing was charged')
    expect(sent.replies).toEqual([])
    expect(await balance(ada)).toBe(1_000_000)
    const line = { level: 'warn', message: 'A form from Slack could not be read' }
    expect(logged).toContainEqual(expect.objectContaining(line))
  })

  it('a form of nobody says so too', async () => {
    const { ada, general } = await startRig({ transport })
    const form = await ada.slash(general, '/imagine').modal()
    await ada.submitView(form, { Prompt: 'a gull' }, { changed: { user: {} } }).settled
    expect(show(form)).toContain('can’t read this form any more')
  })

  it('a form without a view is left to Slack, which says that there is trouble', async () => {
    const { ada, general } = await startRig({ transport, switches: { ackDeadline: 300 } })
    const form = await ada.slash(general, '/imagine').modal()
    await ada.submitView(form, { Prompt: 'a gull' }, { changed: { view: undefined } }).settled
    expect(form).toMatchObject({ open: true, trouble: expect.stringContaining('trouble') })
  })

  it('a form from where the app is installed no more says so in its place', async () => {
    const { ada, general, publicUrl, slack, store, team, logs } = await startRig({ transport, oauth: true })
    await ada.install(`${publicUrl}/slack/install`)
    general.members.add(slack.findInstallation(team)?.botUserId ?? '')
    const form = await ada.slash(general, '/imagine').modal()
    const [kept] = await store.records.listRecords('slack-installation', undefined, Date.now())
    if (!kept) throw new Error('not installed')
    await store.records.removeRecord('slack-installation', kept.key, kept.version)
    await ada.submitView(form, { Prompt: 'a gull' }).settled
    expect(show(form)).toContain('no longer installed')
    expect(show(form)).toContain('Install imgsrc')
    await logs('An event from Slack was not taken')
  })
})

it.each([{ at: 5 }, { url: 'https://elsewhere.test/x', at: Date.now() }, null])(
  'a form with the address %j is answered where it was opened',
  async (hook) => {
    const { ada, general, answered } = await startRig()
    const form = await ada.slash(general, '/imagine').modal()
    carry(form, { hook })
    const sent = ada.submitView(form, { Prompt: 'a gull' })
    expect(await sent.message(isPicture)).toMatchObject({ channel: general })
    await answered()
  },
)

it('a form with an address elsewhere answers in private by a message of the bot’s own', async () => {
  const { ada, design, general, answered, logged } = await startRig()
  for (const place of [design, general]) {
    const form = await ada.slash(place, '/imagine').modal()
    carry(form, { hook: { url: 'https://elsewhere.test/x', at: Date.now() } })
    const sent = ada.submitView(form, { Prompt: 'a gull', Private: ['true'] })
    const told = await sent.message(isPicture)
    expect(told.channel === ada.dm || told.onlyFor === ada.id).toBe(true)
  }
  await answered(2)
  expect(JSON.stringify(logged)).not.toContain('elsewhere')
})

it('a shortcut that comes without a response_url opens a form like any other', async () => {
  const { ada, ben, general, answered } = await startRig()
  const idea = ben.say(general, 'a tower')
  const form = await ada.shortcut(idea, 'imagine_message', { changed: { response_url: undefined } }).modal()
  const picture = await ada.submitView(form).message(isPicture)
  expect(picture).toMatchObject({ channel: general, threadTs: idea.ts })
  await answered()
})

it.each([
  ['an unknown command', { press: '2nonsense' }, []],
  ['a file that is none', {}, [{ mimetype: 5 }]],
])('a form with %s is answered in words, to whoever sent it', async (_, carried, files) => {
  const { ada, general, team } = await startRig()
  const form = await ada.slash(general, '/imagine').modal()
  carry(form, carried)
  const values = {
    '0:prompt': { value: { type: 'plain_text_input', value: 'a gull' } },
    '0:image': { value: { type: 'file_input', files } },
  }
  const { id, content } = form
  const view = { ...content, id, app_installed_team_id: team.id, state: { values } }
  const told = await ada.submitView(form, { Prompt: 'a gull' }, { changed: { view } }).message()
  expect(told).toMatchObject({ ephemeral: true, user: expect.not.stringMatching(ada.id) })
  expect(told.shown.length).toBeGreaterThan(20)
})

it.each<[string, Record<string, unknown>]>([
  ['a command without words', { text: 5 }],
  ['a command without a name', { command: 5 }],
])('%s that cannot be read is answered in words too', async (_, changed) => {
  const { ada, general, balance } = await startRig()
  const told = await ada.slash(general, '/imagine', 'a gull', { changed }).reply()
  expect(told.shown).toContain('Nothing was charged')
  expect(await balance(ada)).toBe(1_000_000)
})

it('reads any form to the end', () => {
  const values = fc.dictionary(fc.string(), fc.dictionary(fc.string(), fc.jsonValue()))
  const view = fc.record(
    {
      id: fc.jsonValue(),
      private_metadata: fc.oneof(fc.json(), fc.jsonValue()),
      state: fc.record({ values }),
    },
    { requiredKeys: [] },
  )
  const form = fc.record({ user: fc.jsonValue(), team: fc.jsonValue(), view: fc.oneof(view, fc.jsonValue()) })
  fc.assert(
    fc.property(form, (body) => {
      readForm(body as unknown as ViewSubmitAction)
    }),
    { numRuns: 500 },
  )
})

it.each([
  ['resize', '300 --fit crop', '"initial_value":"300"', true],
  ['favicon', '', '"file_input"', true],
  ['imagine', '', '"file_input"', false],
])('/%s %s asks for the picture that no slash command brings', async (name, text, shown, drawings) => {
  const { ada, general } = await startRig()
  const form = await ada.slash(general, `/${name}`, text).modal()
  expect(show(form)).toContain(shown)
  expect(show(form).includes('"svg"')).toBe(drawings)
  expect(show(form).includes('"initial_option":{"value":"crop"')).toBe(text !== '')
})

it('takes a whole number that no menu is long enough for', async () => {
  const { ada, general, answered } = await startRig()
  const form = await ada.slash(general, '/qr').modal()
  const told = await ada.submitView(form, { Text: 'hello', Size: '600' }).message()
  await answered()
  expect(told.shown).toContain('600×600')
})
