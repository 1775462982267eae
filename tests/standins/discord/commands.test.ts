/** Registering commands, and who is offered them. */

import { DiscordAPIError } from 'discord.js'
import { PermissionFlagsBits as bits } from 'discord-api-types/v10'
import { expect, test } from 'vitest'
import { draw, startBot, startScene, startStandin } from './real-client.ts'

const option = (more: object) => ({ type: 3, name: 'o', description: 'd', ...more })
const options = (count: number, more = {}) =>
  Array.from({ length: count }, (_, at) => option({ name: `o${at}`, ...more }))
const command = (more: object) => ({ name: 'c', description: 'd', ...more })
const choices = (count: number, more = {}) =>
  Array.from({ length: count }, (_, at) => ({ name: `n${at}`, value: `${at}`, ...more }))

test('commands are stored with ids that last, and read back', async () => {
  const standin = await startStandin()
  const { client } = await startBot(standin)
  await client.application?.commands.set([draw])
  const [first] = standin.commands
  await client.application?.commands.set([{ ...draw, description: 'Draws well' } as typeof draw])
  const version = expect.not.stringMatching(`^${first?.version}$`)
  expect(standin.commands).toEqual([{ ...first, description: 'Draws well', version }])
  const made = await client.application?.commands.create({ name: 'help', description: 'Helps' })
  expect((await client.application?.commands.fetch())?.map(({ name }) => name)).toEqual(['draw', 'help'])
  await made?.edit({ description: 'Helps more' })
  expect(standin.commands[1]).toMatchObject({ name: 'help', description: 'Helps more', contexts: null })
  await made?.delete()
  expect(standin.commands.map(({ name }) => name)).toEqual(['draw'])
})

test.each<[string, object]>([
  ['a name in capitals', { name: 'Draw' }],
  ['a name with a space', { name: 'draw it' }],
  ['a long name', { name: 'x'.repeat(33) }],
  ['no description', { description: '' }],
  ['a long description', { description: 'x'.repeat(101) }],
  ['26 options', { options: options(26) }],
  ['an option twice', { options: [option({}), option({})] }],
  ['a required option after another', { options: [option({}), option({ name: 'p', required: true })] }],
  ['a max_length of 6,001', { options: [option({ max_length: 6001 })] }],
  ['26 choices', { options: [option({ choices: choices(26) })] }],
  ['a long choice', { options: [option({ choices: choices(1, { value: 'x'.repeat(101) }) })] }],
  ['choices beside autocomplete', { options: [option({ choices: choices(1), autocomplete: true })] }],
  ['a context that is none', { contexts: [3] }],
  ['an installation that is none', { integration_types: [2] }],
  [
    'more than 8,000 characters',
    { options: options(25, { choices: choices(4, { value: 'x'.repeat(100) }) }) },
  ],
])('refuses %s', async (_what, fields) => {
  const body = command(fields)
  const standin = await startStandin()
  const { client } = await startBot(standin)
  const path = `/applications/${standin.application.id}/commands` as const
  const error: unknown = await client.rest.put(path, { body: [body] }).catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(DiscordAPIError)
  expect(error).toMatchObject({ code: 50035, status: 400 })
  expect(standin.commands).toEqual([])
})

test('refuses the same name twice, too many commands, and another app', async () => {
  const standin = await startStandin()
  const { client } = await startBot(standin)
  const put = (body: unknown, id = standin.application.id) =>
    client.rest.put(`/applications/${id}/commands`, { body }).catch((reason: unknown) => reason)
  expect(await put([command({}), command({})])).toMatchObject({ code: 50035 })
  const many = Array.from({ length: 101 }, (_, at) => command({ name: `c${at}` }))
  expect(await put(many)).toMatchObject({ code: 30032 })
  expect(await put(many.slice(1))).toHaveLength(100)
  expect(await put([], '1')).toMatchObject({ code: 20012 })
})

test('a command for admins is offered to them alone, and subcommands are reached by their words', async () => {
  const got: string[] = []
  const { standin, guild, channel, ann, client } = await startScene(async (interaction) => {
    got.push(`${interaction.commandName} ${interaction.options.getSubcommand()}`)
    await interaction.reply('ok')
  })
  const inner = { type: 1, name: 'channel', description: 'd' } as const
  const admin = { name: 'set', description: 'd', default_member_permissions: '0', options: [inner] }
  await client.application?.commands.set([admin])
  expect(() => ann.command(channel, 'set channel')).toThrow('may not use')
  standin.join(guild, ann, bits.Administrator)
  expect(() => ann.command(channel, 'set nothing')).toThrow('There is no')
  await ann.command(channel, 'set channel').settled()
  expect(got).toEqual(['set channel'])
})

test('where external apps may not speak, an app of one person is hidden from the others', async () => {
  const { standin, ann, client } = await startScene((interaction) => interaction.reply('hello'))
  const elsewhere = standin.createGuild('elsewhere', { installed: false })
  const channel = standin.createChannel(elsewhere)
  standin.join(elsewhere, ann)
  expect(() => ann.command(channel, 'draw', { prompt: 'x' })).toThrow('not offered')
  ann.installed = true
  const open = await ann.command(channel, 'draw', { prompt: 'x' }).settled()
  channel.deny(bits.UseExternalApps, ann)
  const hidden = await ann.command(channel, 'draw', { prompt: 'x' }).settled()
  expect([open.ephemeral, hidden.ephemeral]).toEqual([false, true])
  expect(client.guilds.cache.size).toBe(0)
})
