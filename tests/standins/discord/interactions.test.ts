/** Interactions as a person and a bot on discord.js meet them. */
import { type ChatInputCommandInteraction, MessageFlags } from 'discord.js'
import { expect, test } from 'vitest'
import { code, startScene } from './real-client.ts'

test('a public answer is seen by everyone, an ephemeral one by its person', async () => {
  const { standin, guild, channel, ann, type } = await startScene(async (interaction) => {
    const prompt = interaction.options.getString('prompt', true)
    const hidden = prompt === 'secret'
    await interaction.reply({ content: `Drew ${prompt}`, ...(hidden && { flags: MessageFlags.Ephemeral }) })
  })
  const ben = standin.createPerson('ben')
  standin.join(guild, ben)
  const open = await type('a boat').settled()
  const hidden = await type('secret').settled()
  expect([open.state, open.ephemeral, open.deferred]).toEqual(['answered', false, false])
  expect(hidden.ephemeral).toBe(true)
  expect(open.acknowledgedAfter).toBeLessThan(3000)
  expect(channel.visibleTo(ann).map(({ text }) => text)).toEqual(['Drew a boat', 'Drew secret'])
  expect(channel.visibleTo(ben).map(({ text }) => text)).toEqual(['Drew a boat'])
  ann.dismiss(channel.visibleTo(ann)[1] ?? { id: '', channelId: '' })
  expect(channel.visibleTo(ann)).toHaveLength(1)
})

test('a deferral thinks, then shows each edit in order, and stays as private as it began', async () => {
  const { type, errors } = await startScene(async (interaction) => {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral })
    for (const content of ['waiting', 'drawing', 'done']) await interaction.editReply({ content })
    await interaction.followUp({ content: 'and more' })
  })
  const handle = type()
  await handle.waitFor(({ state }) => state === 'thinking')
  await handle.waitFor(({ followUps }) => followUps.length === 1)
  expect(handle.revisions.map(({ text }) => text)).toEqual(['waiting', 'drawing', 'done'])
  expect(handle.message).toMatchObject({ text: 'done', ephemeral: true, loading: false })
  expect(handle.followUps[0]).toMatchObject({ text: 'and more', ephemeral: false })
  expect(errors).toEqual([])
})

test('the first follow-up of a deferral fills the loading message, ephemeral as the deferral was', async () => {
  const { type } = await startScene(async (interaction) => {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral })
    await interaction.followUp({ content: 'filled' })
  })
  const handle = await type().settled()
  await handle.waitFor(({ message }) => message?.text === 'filled')
  expect(handle.followUps).toEqual([])
  expect(handle.message?.ephemeral).toBe(true)
})

test('the answer names its message when asked', async () => {
  const ids: (string | undefined)[] = []
  const { channel, ann, type } = await startScene(async (interaction) => {
    const response = await interaction.deferReply({ withResponse: true })
    ids.push(response.resource?.message?.id, (await interaction.fetchReply()).id)
    await interaction.deleteReply()
  })
  const handle = type()
  await handle.waitFor(({ state }) => state === 'answered')
  expect(ids[0]).toBe(ids[1])
  expect(handle.message).toBeUndefined()
  expect(channel.visibleTo(ann)).toEqual([])
})

test.each(['twice', 'as a modal after a deferral'])('refuses a first response given %s', async (what) => {
  const codes: unknown[] = []
  const { type, listCallbacks } = await startScene(async (interaction) => {
    await interaction.deferReply()
    const body =
      what === 'twice' ? { type: 5 } : { type: 9, data: { custom_id: 'm', title: 'M', components: [] } }
    const path = `/interactions/${interaction.id}/${interaction.token}/callback` as const
    codes.push(await code(interaction.client.rest.post(path, { body, auth: false })))
    await interaction.editReply('done')
  })
  await type().waitFor(({ message }) => message?.text === 'done')
  expect(codes).toEqual([40060])
  expect(listCallbacks()).toEqual([204, 400])
})

test('a first response after three seconds is refused, and the person sees that it failed', async () => {
  const codes: unknown[] = []
  const { standin, channel, ann, type } = await startScene(async (interaction) => {
    await standin.waitFor(() => late, 'lateness')
    codes.push(await code(interaction.reply('too late')))
    codes.push(await code(interaction.editReply('too late')))
  })
  let late = false
  const handle = type()
  standin.advance(3001)
  late = true
  handle.makeLate()
  expect((await handle.settled()).state).toBe('failed')
  await standin.waitFor(() => codes.length > 0, 'the refusal')
  expect(codes[0]).toBe(10062)
  expect(channel.visibleTo(ann)).toEqual([])
})

test('a token lives fifteen minutes', async () => {
  const codes: unknown[] = []
  const { standin, type } = await startScene(async (interaction) => {
    await interaction.deferReply()
    standin.advance(15 * 60 * 1000 + 1)
    codes.push(await code(interaction.editReply('x')), await code(interaction.followUp('x')))
  })
  const handle = type()
  await standin.waitFor(() => codes.length === 2, 'the refusals')
  expect(codes).toEqual([50027, 50027])
  expect(handle.state).toBe('failed')
})

const button = (id: string) => ({ type: 2 as const, style: 1 as const, label: id, custom_id: id })

test('buttons update their message, and a modal carries its values back', async () => {
  const codes: unknown[] = []
  const row = { type: 1 as const, components: [button('next'), button('ask')] }
  const text = { type: 4, style: 2, custom_id: 'prompt', value: 'old', max_length: 10 } as const
  const components = [{ type: 18 as const, label: 'Prompt', component: text }]
  const reply = (interaction: ChatInputCommandInteraction) =>
    interaction.reply({ content: 'start', components: [row] })
  const { channel, ann, type, errors } = await startScene(reply, async (interaction) => {
    if (interaction.isButton() && interaction.customId === 'next') {
      await interaction.update({ content: `${interaction.message.content} next` })
    } else if (interaction.isButton()) {
      await interaction.showModal({ custom_id: 'form', title: 'Form', components })
    } else if (interaction.isModalSubmit() && interaction.isFromMessage()) {
      const path = `/interactions/${interaction.id}/${interaction.token}/callback` as const
      const again = { type: 9, data: { custom_id: 'm', title: 'M', components: [] } }
      codes.push(await code(interaction.client.rest.post(path, { body: again, auth: false })))
      await interaction.update({ content: `asked ${interaction.fields.getTextInputValue('prompt')}` })
    }
  })
  const shown = (await type().settled()).message
  if (!shown) throw new Error('no message')
  expect(shown.buttons.map(({ label }) => label)).toEqual(['next', 'ask'])
  const pressed = await ann.press(shown, 'next').settled()
  expect(pressed.revisions.map(({ text }) => text)).toEqual(['start next'])
  expect(pressed.messages).toEqual([])
  const asked = await ann.press(shown, 'ask').settled()
  if (!asked.modal) throw new Error('no modal')
  const { modal } = asked
  expect(() => ann.submitModal(modal, { prompt: 'far too long a text' })).toThrow('between')
  await ann.submitModal(modal, { prompt: 'new' }).settled()
  expect(channel.visibleTo(ann).map(({ text }) => text)).toEqual(['asked new'])
  expect(() => ann.press(shown, 'gone')).toThrow('no button')
  expect(codes).toEqual([50035])
  expect(errors).toEqual([])
})

test('autocomplete offers at most 25 choices', async () => {
  const { standin, channel, ann, errors } = await startScene(undefined, async (interaction) => {
    if (!interaction.isAutocomplete()) return
    const count = Number(interaction.options.getFocused())
    await interaction.respond(Array.from({ length: count }, (_, at) => ({ name: `n${at}`, value: `${at}` })))
  })
  const few = await ann.autocomplete(channel, 'draw', { id: '25' }, 'id').settled()
  expect(few.choices).toHaveLength(25)
  ann.autocomplete(channel, 'draw', { id: '26' }, 'id')
  await standin.waitFor(() => errors.length === 1, 'a refusal')
  expect(errors[0]).toMatchObject({ code: 50035 })
})

test('options arrive as typed, files by a URL of the CDN that expires', async () => {
  const got: unknown[] = []
  const { standin, channel, ann } = await startScene(async (interaction) => {
    const file = interaction.options.getAttachment('image', true)
    const { options } = interaction
    got.push(options.getInteger('count'), options.getChannel('where')?.id)
    got.push(await (await fetch(file.url)).text(), file.name)
    standin.advance(25 * 60 * 60 * 1000)
    got.push((await fetch(file.url)).status)
  })
  const image = { name: 'a.png', contentType: 'image/png', data: new TextEncoder().encode('pixels') }
  expect(() => ann.command(channel, 'draw', {})).toThrow('required')
  expect(() => ann.command(channel, 'draw', { prompt: 'x', count: 5 })).toThrow('within')
  expect(() => ann.command(channel, 'draw', { prompt: 'x'.repeat(101) })).toThrow('at most 100')
  expect(() => ann.command(channel, 'paint')).toThrow('No command')
  ann.command(channel, 'draw', { prompt: 'x', count: 2, where: channel }, { attachments: { image } })
  await standin.waitFor(() => got.length === 5, 'the options')
  expect(got).toEqual([2, channel.id, 'pixels', 'a.png', 404])
})

test('direct messages and groups carry a user and no member; owners say which installation it was', async () => {
  const got: unknown[] = []
  const { standin, guild, ann, type } = await startScene(async (interaction) => {
    const { context, member, authorizingIntegrationOwners: owners } = interaction
    got.push([context, member !== null, owners[0], owners[1]])
    await interaction.reply('ok')
  })
  const group = standin.createGroup([ann, standin.createPerson('ben')])
  expect(() => ann.command(group, 'draw', { prompt: 'x' })).toThrow('not offered')
  await type().settled()
  await ann.command(standin.openDm(ann), 'draw', { prompt: 'x' }).settled()
  ann.installed = true
  await ann.command(group, 'draw', { prompt: 'x' }).settled()
  expect(got).toEqual([
    [0, true, guild.id, undefined],
    [1, false, '0', undefined],
    [2, false, undefined, ann.id],
  ])
})

test('an app that came by a person only has five follow-ups', async () => {
  const codes: unknown[] = []
  const { standin, ann } = await startScene(async (interaction) => {
    await interaction.reply('one')
    for (let count = 0; count < 6; count += 1) codes.push(await code(interaction.followUp(`more ${count}`)))
  })
  ann.installed = true
  const handle = ann.command(standin.createGroup([ann]), 'draw', { prompt: 'x' })
  await standin.waitFor(() => codes.length === 6, 'six follow-ups')
  expect(codes).toEqual([...Array(5).fill('fine'), 40094])
  expect(handle.followUps).toHaveLength(5)
})

test('an event delivered twice reaches the bot twice, and only one answer counts', async () => {
  const codes: unknown[] = []
  const { standin, channel, ann, type } = await startScene(async (interaction) => {
    codes.push(await code(interaction.reply('here')))
  })
  type('x', { deliverTwice: true })
  await standin.waitFor(() => codes.length === 2, 'both')
  expect(codes.sort()).toEqual([40060, 'fine'])
  expect(channel.visibleTo(ann)).toHaveLength(1)
})

test('a deleted channel and a deleted message are unknown', async () => {
  const codes: unknown[] = []
  const { standin, channel, type } = await startScene(async (interaction) => {
    await interaction.deferReply()
    if (interaction.options.getString('prompt') === 'message') await interaction.deleteReply()
    else channel.delete()
    codes.push(await code(interaction.editReply('x')))
  })
  type('message')
  await standin.waitFor(() => codes.length === 1, 'the first')
  type('channel')
  await standin.waitFor(() => codes.length === 2, 'the second')
  expect(codes).toEqual([10008, 10003])
})

test('two hundred at once are all answered, each once', async () => {
  const { type, listCallbacks } = await startScene(async (interaction) => {
    await interaction.deferReply()
    await interaction.editReply(interaction.options.getString('prompt', true))
  })
  const handles = Array.from({ length: 200 }, (_, at) => type(`${at}`))
  await Promise.all(handles.map((handle) => handle.settled(20_000)))
  expect(handles.map(({ message }) => message?.text)).toEqual(handles.map((_, at) => `${at}`))
  expect(listCallbacks()).toEqual(Array(200).fill(204))
})
