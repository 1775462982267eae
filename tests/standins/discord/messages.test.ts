/** What Discord takes and refuses in messages: limits, layouts, files, mentions, permissions. */

import { DiscordAPIError, type REST } from 'discord.js'
import { PermissionFlagsBits as bits } from 'discord-api-types/v10'
import { beforeEach, expect, test } from 'vitest'
import type { DiscordStandin } from './discord-standin.ts'
import type { Person } from './person.ts'
import { sendBare, startBot, startGuild } from './real-client.ts'
import type { Channel, Guild } from './world.ts'

let standin: DiscordStandin
let guild: Guild
let channel: Channel
let ann: Person
let rest: REST

beforeEach(async () => {
  const rateLimits = { 'create-message': { requests: 100, window: 1000 } }
  ;({ standin, guild, channel, ann } = await startGuild({ rateLimits }))
  rest = (await startBot(standin)).client.rest
})

interface Sent {
  id: string
}

async function send(body: unknown, files?: { name: string; data: Buffer }[]): Promise<Sent> {
  return (await rest.post(`/channels/${channel.id}/messages`, { body, ...(files && { files }) })) as Sent
}

async function edit(id: string, body: unknown): Promise<unknown> {
  return rest.patch(`/channels/${channel.id}/messages/${id}`, { body })
}

/** The error's code, and for a form the paths of its faults. */
async function refusal(work: Promise<unknown>): Promise<unknown> {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (!(error instanceof DiscordAPIError)) return error
  if (!('errors' in error.rawError)) return error.code
  const paths: string[] = []
  const visit = (node: object, path: string[]): void => {
    for (const [key, inner] of Object.entries(node)) {
      if (key === '_errors') paths.push(path.join('.'))
      else visit(inner as object, [...path, key])
    }
  }
  visit(error.rawError.errors as object, [])
  return paths
}

const text = (content: string) => ({ type: 10, content })
const button = (more: object) => ({ type: 2, style: 1, label: 'b', custom_id: 'b', ...more })
const row = (...components: object[]) => ({ type: 1, components })
const pictures = (...urls: string[]) => ({ type: 12, items: urls.map((url) => ({ media: { url } })) })
const gallery = (count: number, more = {}) => ({
  type: 12,
  items: Array.from({ length: count }, () => ({ media: { url: 'https://example.com/a.png' }, ...more })),
})
const long = (length: number) => 'x'.repeat(length)
const layout = (...components: object[]) => ({ flags: 1 << 15, components })

const item = 'components.0.items.0'
const twice = { parse: ['users'], users: ['1'] }

test.each<[string, object, unknown]>([
  ['nothing', {}, 50006],
  ['text of 2,001 characters', { content: long(2001) }, ['content']],
  ['eleven embeds', { embeds: Array(11).fill({ title: 'x' }) }, ['embeds']],
  ['a long title', { embeds: [{ title: long(257) }] }, ['embeds.0.title']],
  ['embeds of 6,001 characters', { embeds: [4000, 2001].map((n) => ({ description: long(n) })) }, ['embeds']],
  ...Object.entries<[object[], string]>({
    'six buttons in a row': [[1, 2, 3, 4, 5, 6].map((id) => button({ custom_id: `${id}` })), ''],
    'a long label': [[button({ label: long(81) })], '.0.label'],
    'a long id': [[button({ custom_id: long(101) })], '.0.custom_id'],
    'an id twice': [[button({}), button({})], '.1.custom_id'],
    'a link with an id': [[button({ style: 5, url: 'https://example.com' })], '.0.custom_id'],
    'a long link': [[{ type: 2, style: 5, label: 'b', url: `https://e.com/${long(512)}` }], '.0.url'],
  }).map(([what, [buttons, path]]): [string, object, unknown] => [
    what,
    { components: [row(...buttons)] },
    [`components.0.components${path}`],
  ]),
  ['a layout without its flag', { components: [text('x')] }, ['components.0']],
  ['content beside a layout', { content: 'x', ...layout(text('x')) }, ['content']],
  ['41 components', layout(...Array(41).fill(text('x'))), ['components']],
  ['4,001 characters of layout', layout(text(long(4000)), text('x')), ['components']],
  ['an empty gallery', layout(gallery(0)), ['components.0.items']],
  ['eleven pictures', layout(gallery(11)), ['components.0.items']],
  ['a long description', layout(gallery(1, { description: long(1025) })), [`${item}.description`]],
  ['a long URL', layout(pictures(`https://e.com/${long(2048)}`)), [`${item}.media.url`]],
  ['a file that is not there', layout(pictures('attachment://a.png')), ['components.0']],
  ['mentions both listed and parsed', { content: 'x', allowed_mentions: twice }, ['allowed_mentions']],
  ['a file that was not sent', { content: 'x', attachments: [{ id: '0', filename: 'a.png' }] }, 50146],
])('refuses %s', async (_what, body, expected) => {
  expect(await refusal(send(body))).toEqual(expected)
  expect(channel.visibleTo(ann)).toEqual([])
})

test('counts an emoji as one character', async () => {
  await send({ content: '😀'.repeat(2000) })
  expect(await refusal(send({ content: '😀'.repeat(2001) }))).toEqual(['content'])
})

test('a layout shows its pictures with their descriptions, and keeps its flag', async () => {
  const container = { type: 17, components: [text('one'), gallery(2, { description: 'a boat' })] }
  const { id } = await send(layout(container, row(button({ label: 'Again' }))))
  const [seen] = channel.visibleTo(ann)
  expect(seen).toMatchObject({ text: 'one', pictures: [{ alt: 'a boat' }, { alt: 'a boat' }] })
  expect(seen?.buttons).toMatchObject([{ label: 'Again', customId: 'b' }])
  expect(await refusal(edit(id, { content: 'x', flags: 0 }))).toEqual(['content'])
  await edit(id, { components: [text('two')] })
  expect(channel.visibleTo(ann)[0]).toMatchObject({ text: 'two', flags: 1 << 15 })
})

test('a message becomes a layout only when its content is emptied', async () => {
  const { id } = await send({ content: 'plain' })
  expect(await refusal(edit(id, layout(text('x'))))).toEqual(['content'])
  await edit(id, { content: null, ...layout(text('x')) })
  expect(channel.visibleTo(ann)[0]?.text).toBe('x')
})

test('files are kept, shown, replaced and limited in size', async () => {
  const file = (name: string, size = 4) => ({ name, data: Buffer.alloc(size, 1) })
  const attachments = [{ id: '0', description: 'a boat' }]
  const shown = { ...layout(pictures('attachment://a.png')), attachments }
  const { id } = await send(shown, [file('a.png')])
  const url = channel.visibleTo(ann)[0]?.pictures[0]?.url ?? ''
  expect((await (await fetch(url)).arrayBuffer()).byteLength).toBe(4)
  const plain = await send({ content: 'x', attachments }, [file('a.png')])
  const kept = [{ filename: 'a.png', description: 'a boat' }]
  expect(channel.visibleTo(ann)[1]).toMatchObject({ attachments: kept })
  await edit(plain.id, { attachments: [] })
  expect(channel.visibleTo(ann)[1]?.attachments).toEqual([])
  const told = { content: 'x', attachments: [{ id: '0', description: long(1025) }] }
  expect(await refusal(send(told, [file('a.png')]))).toEqual(['attachments.0.description'])
  guild.attachmentSizeLimit = 100
  expect(await refusal(send({ content: 'x' }, [file('b.png', 101)]))).toBe(40005)
  await rest.delete(`/channels/${channel.id}/messages/${id}`)
  expect(await refusal(edit(id, { content: 'x' }))).toBe(10008)
})

test('who is notified is decided by allowed mentions, permissions and what people can see', async () => {
  const stranger = standin.createPerson('stranger')
  const loud = standin.createRole(guild, 'loud', true)
  const quiet = standin.createRole(guild, 'quiet')
  const content = `<@${ann.id}> <@!${stranger.id}> <@&${loud}> <@&${quiet}> @everyone \`<@${ann.id}>\``
  const pings = async (more = {}) => {
    const { id } = await send({ content, ...more })
    return channel.visibleTo(ann).find((message) => message.id === id)?.pings
  }
  expect(await pings()).toEqual([ann.id, loud])
  expect(await pings({ allowed_mentions: { parse: [] } })).toEqual([])
  expect(await pings({ allowed_mentions: { users: [stranger.id] } })).toEqual([])
  expect(await pings({ allowed_mentions: { roles: [loud] } })).toEqual([loud])
  expect(await pings({ flags: 1 << 12 })).toEqual([])
  channel.allow(bits.MentionEveryone)
  expect(await pings()).toEqual([ann.id, loud, quiet, 'everyone'])
})

test('a text display mentions, an embed does not, and an edit notifies nobody', async () => {
  const mention = `<@${ann.id}>`
  const { id } = await send({ embeds: [{ description: mention }] })
  await edit(id, { content: mention })
  await send(layout(text(mention)))
  expect(channel.visibleTo(ann).map(({ pings, mentions }) => [pings, mentions])).toEqual([
    [[], [ann.id]],
    [[ann.id], [ann.id]],
  ])
})

test('a bot needs the channel, a seat in the guild and each permission', async () => {
  const file = [{ name: 'a.png', data: Buffer.alloc(1) }]
  channel.deny(bits.AttachFiles)
  expect(await refusal(send({ content: 'x' }, file))).toBe(50013)
  channel.deny(bits.SendMessages)
  expect(await refusal(send({ content: 'x' }))).toBe(50013)
  channel.deny(bits.ViewChannel)
  expect(await refusal(send({ content: 'x' }))).toBe(50001)
  channel.allow(bits.ViewChannel | bits.SendMessages)
  await send({ content: 'x' })
  guild.members.delete(standin.application.bot.id)
  expect(await refusal(send({ content: 'x' }))).toBe(50001)
  channel.delete()
  expect(await refusal(send({ content: 'x' }))).toBe(10003)
})

test('a direct message needs a person who takes it and is not a stranger', async () => {
  const write = async (person: Person) => {
    const dm = (await rest.post('/users/@me/channels', { body: { recipient_id: person.id } })) as Sent
    return refusal(rest.post(`/channels/${dm.id}/messages`, { body: { content: 'hello' } }))
  }
  expect(await write(ann)).toBeUndefined()
  expect(standin.openDm(ann).visibleTo(ann)[0]?.text).toBe('hello')
  ann.acceptsMessages = false
  expect(await write(ann)).toBe(50007)
  expect(await write(standin.createPerson('stranger'))).toBe(50278)
  expect(await write(standin.createPerson('fan', { installed: true }))).toBeUndefined()
})

test('an old message takes only so many edits', async () => {
  const { id } = await send({ content: 'old' })
  await edit(id, { content: 'young enough' })
  standin.advance(60 * 60 * 1000)
  for (const content of ['1', '2', '3']) await edit(id, { content })
  const answer = await sendBare(standin, `${channel.id}/messages/${id}`, { content: '4' }, 'PATCH')
  expect([answer.status, await answer.json()]).toMatchObject([429, { code: 30046 }])
})

test('an enforced nonce makes one message of two requests', async () => {
  const body = { content: 'once', nonce: 'n', enforce_nonce: true }
  expect((await send(body)).id).toBe((await send(body)).id)
  expect(channel.visibleTo(ann)).toHaveLength(1)
})

test('the channel and its messages can be read', async () => {
  const { id } = await send({ content: 'x' })
  expect(await rest.get(`/channels/${channel.id}`)).toMatchObject({ id: channel.id, guild_id: guild.id })
  expect(await rest.get(`/channels/${channel.id}/messages`)).toMatchObject([{ id, content: 'x' }])
  expect(await rest.get(`/channels/${channel.id}/messages/${id}`)).toMatchObject({ id })
  expect(await refusal(rest.get(`/channels/${channel.id}/messages/1`))).toBe(10008)
})
