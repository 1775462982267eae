/** Where and how things are shown: direct messages, groups, uploads, suggestions, attachments, shared posts, restarts. */
import { PermissionFlagsBits } from 'discord-api-types/v10'
import { describe, expect, it } from 'vitest'
import { defineCommand } from '#bots/command.ts'
import { renderPicture } from '#bots/messages/picture.ts'
import type { Attachment, Call, Team } from '#bots/platform.ts'
import { hasCode } from '#core/errors.ts'
import { speak, usualPrices } from '#core/index.ts'
import type { Channel } from '#tests/standins/discord/world.ts'
import { inEnglish, say } from '../calls.ts'
import { pixel } from '../scripted-model.ts'
import { findPictures, requireMessage } from './drawing.ts'
import { type Rig, startRig } from './rig.ts'

const words = speak(undefined)

/** A rig where the team of a call can be had. */
async function startTeams() {
  let team: Team | undefined
  const where = defineCommand({
    name: 'where',
    options: [],
    isPrivate: () => true,
    async run(call) {
      team = call.team
      return say('here')
    },
  })
  const rig = await startRig({ commands: [where] })
  let asked = 0

  async function teamOf(guild: typeof rig.guild): Promise<Team> {
    rig.standin.join(guild, rig.ann)
    rig.ann.command(rig.standin.createChannel(guild), 'where')
    await rig.answered(++asked)
    if (!team) throw new Error('No team')
    return team
  }
  return { ...rig, teamOf }
}

const shown = say('shared', false)

it('answers in direct messages and, installed by a person, in groups without the bot', async () => {
  const { standin, ann, answered } = await startRig()
  const direct = ann.command(standin.openDm(ann), 'imagine', { prompt: 'a boat' })
  await answered(1)
  expect(direct.message?.pictures).toHaveLength(1)
  ann.installed = true
  const group = standin.createGroup([ann])
  const there = ann.command(group, 'imagine', { prompt: 'blocked' })
  await answered(2)
  expect(there.followUps).toHaveLength(1)
})

/** Draws a picture there, and deletes it. */
async function drawAndDelete({ ann, answered }: Rig, place: Channel) {
  const drawn = ann.command(place, 'imagine', { prompt: 'a boat' })
  await answered(1)
  const question = ann.press(requireMessage(drawn), 'Delete')
  await answered(2)
  const deleted = ann.press(requireMessage(question), 'Delete it')
  await answered(3)
  return { question, deleted }
}

it('takes a deleted picture’s message away in a direct message too', async () => {
  const rig = await startRig()
  const { standin, ann } = rig
  const dm = standin.openDm(ann)
  const { question, deleted } = await drawAndDelete(rig, dm)
  expect(question.message?.text).toContain('is deleted.')
  expect(deleted.messages).toEqual([])
  expect(findPictures(ann, dm)).toEqual([])
})

it('says that the message stays where the bot is not', async () => {
  const rig = await startRig()
  rig.ann.installed = true
  const { question } = await drawAndDelete(rig, rig.standin.createGroup([rig.ann]))
  expect(question.message?.text).toContain('couldn’t remove')
})

it('uploads pictures that Discord cannot fetch, or gives their address where they are too large', async () => {
  const { standin, ann, answered, channel, guild } = await startRig({ uploads: true })
  const small = ann.command(channel, 'imagine', { prompt: 'a boat', count: 2 })
  await answered(1)
  const names = small.message?.attachments.map(({ filename }) => filename)
  expect(names).toEqual(['picture-1.png', 'picture-2.png'])
  expect(small.message?.pictures.map(({ alt }) => alt)).toEqual(['1 of 2: a boat', '2 of 2: a boat'])
  guild.attachmentSizeLimit = 10
  const large = ann.command(channel, 'imagine', { prompt: 'a ship' })
  await answered(2)
  expect(large.message?.pictures).toEqual([])
  expect(large.message?.text).toContain('<https://pictures.test/i/')
  expect(standin.requests.flatMap(({ files }) => files)).toHaveLength(2)
})

it('gives the address instead when Discord finds the upload too large after all', async () => {
  const { standin, ann, answered, channel } = await startRig({ uploads: true })
  standin.trouble({ kind: { refusal: 'tooLarge' }, routes: ['edit-original'], times: 2 })
  const handle = ann.command(channel, 'imagine', { prompt: 'a boat' })
  await answered(1)
  expect(handle.message?.text).toContain('<https://pictures.test/i/')
})

describe('suggestions', () => {
  it('are the own pictures, or the choices that fit', async () => {
    const asked: string[] = []
    const { ann, channel } = await startRig({
      async suggest({ user }, typed) {
        asked.push(user, typed)
        const label = `@everyone ${'x'.repeat(200)}`
        return Array.from({ length: 30 }, (_, at) => ({ value: `id${at}`, label }))
      },
    })
    const own = await ann.autocomplete(channel, 'show', { id: 'i' }, 'id').settled()
    expect(own.choices).toHaveLength(25)
    expect(asked).toEqual([ann.id, 'i'])
    const sizes = await ann.autocomplete(channel, 'imagine', { prompt: 'x', size: 'WI' }, 'size').settled()
    expect(sizes.choices).toMatchObject([{ value: 'wide' }])
  })

  it.each([
    ['1280x720', ['1280x720']],
    [' 2048×2048 ', ['2048×2048']],
    ['1281x720', []],
    ['1280x', []],
    ['10', ['square', 'landscape', 'portrait']],
  ])('offer the size that is typed, %s, where it is a legal one', async (size, values) => {
    const { ann, channel } = await startRig()
    const { choices } = await ann.autocomplete(channel, 'imagine', { prompt: 'x', size }, 'size').settled()
    expect(choices?.map(({ value }) => value)).toEqual(values)
  })

  it('are none where they fail, or take too long', async () => {
    const { ann, channel } = await startRig({
      suggest: (_, typed) => (typed === 'slow' ? new Promise(() => {}) : Promise.reject(new Error())),
    })
    const failed = await ann.autocomplete(channel, 'show', { id: 'x' }, 'id').settled()
    expect(failed.choices).toEqual([])
    const slow = await ann.autocomplete(channel, 'show', { id: 'slow' }, 'id').settled()
    expect(slow.choices).toEqual([])
  })
})

describe('an attached picture', () => {
  const read: Promise<unknown>[] = []
  const look = defineCommand({
    name: 'look',
    options: [{ name: 'image', type: 'image', required: true }],
    isPrivate: () => true,
    async run({ options }) {
      const image = options.image as Attachment
      read.push(image.read(1_000_000))
      read.push(image.read(10).catch((error) => error))
      await Promise.all(read)
      return say(image.name)
    },
  })

  it('is read from Discord, up to a limit', async () => {
    const { ann, channel, answered } = await startRig({ commands: [look] })
    const image = { name: 'a.png', contentType: 'image/png', data: pixel }
    const handle = ann.command(channel, 'look', {}, { attachments: { image } })
    await answered(1)
    expect(handle.message?.text).toBe('a.png')
    const [bytes, refusal] = await Promise.all(read)
    expect(bytes).toEqual(pixel)
    expect(hasCode(refusal, 'attachment-too-large')).toBe(true)
  })
})

describe('a team', () => {
  it('posts in its own channels only, and takes posts back', async () => {
    const { standin, ann, channel, guild, platform, teamOf } = await startTeams()
    const team = await teamOf(guild)
    const id = await team.post(`<#${channel.id}>`, shown)
    expect(channel.visibleTo(ann).map(({ text }) => text)).toEqual(['shared'])
    const address = `https://discord.com/channels/${guild.id}/${channel.id}`
    expect(team.link?.(`<#${channel.id}>`)).toBe(address)
    expect(team.link?.(channel.id, id)).toBe(`${address}/${id}`)
    const post = { platform: 'discord', team: guild.id, channel: channel.id, message: id } as const
    await platform.retract?.(post)
    await platform.retract?.(post)
    expect(channel.visibleTo(ann)).toEqual([])
    const elsewhere = standin.createChannel(standin.createGuild())
    for (const place of [elsewhere.id, 'general'])
      await expect(team.post(place, shown)).rejects.toMatchObject({ code: 'cannot-post' })
    channel.deny(PermissionFlagsBits.SendMessages)
    await expect(team.post(channel.id, shown)).rejects.toMatchObject({ code: 'cannot-post' })
  })

  it('has the name it goes by, where its bot is', async () => {
    const { standin, guild, teamOf } = await startTeams()
    const named = standin.createGuild('Harbour')
    expect(await (await teamOf(named)).findName()).toBe('Harbour')
    expect(await (await teamOf(guild)).findName()).toBe(guild.name)
    const without = standin.createGuild('Elsewhere', { bot: false })
    expect(await (await teamOf(without)).findName()).toBeUndefined()
  })

  it('knows its admins', async () => {
    const calls: Pick<Call, 'admin' | 'origin'>[] = []
    const who = defineCommand({
      name: 'who',
      options: [],
      isPrivate: () => true,
      async run({ admin, origin }) {
        calls.push({ admin, origin })
        return shown
      },
    })
    const { ann, channel, guild, join, standin, answered } = await startRig({ commands: [who] })
    const boss = await join('boss', PermissionFlagsBits.ManageGuild)
    ann.command(channel, 'who')
    await answered(1)
    boss.command(channel, 'who')
    await answered(2)
    boss.command(standin.openDm(boss), 'who')
    await answered(3)
    expect(calls.map(({ admin }) => admin)).toEqual([false, true, false])
    expect(calls.map(({ origin }) => origin.team)).toEqual([guild.id, guild.id, undefined])
  })
})

describe('after a restart', () => {
  it('a picture that waited is drawn, and appears where its progress was shown', async () => {
    const rig = await startRig({ rules: { runningPerAccount: 1 } })
    const { ann, channel, model } = rig
    model.hold()
    ann.command(channel, 'imagine', { prompt: 'a boat' })
    await rig.standin.waitFor(() => model.prompts.length === 1, 'the first drawing')
    const handle = ann.command(channel, 'imagine', { prompt: 'a ship' })
    await handle.waitFor(({ message }) => message?.buttons[0]?.label === 'Cancel')
    await rig.restart()
    await rig.core.start()
    await handle.waitFor(({ message }) => message?.pictures.length === 1)
    expect(handle.messages).toHaveLength(1)
    expect(handle.message?.buttons[0]?.label).toContain('Again')
  })

  it.each([true, false])('the unfinished answer is finished in its place (private: %s)', async (hidden) => {
    const rig = await startRig()
    rig.model.hold()
    const handle = rig.ann.command(rig.channel, 'imagine', { prompt: 'a boat', private: hidden })
    await handle.waitFor(({ message }) => rig.model.prompts.length === 1 && (message?.text ?? '') !== '')
    await rig.restart()
    await rig.core.start()
    // The picture was being drawn, so its credits go back, which only the asker is told.
    await handle.waitFor(({ messages }) => messages.some(({ text }) => text.includes('credits are back')))
    const all = rig.channel.visibleTo(rig.ann)
    expect(all).toHaveLength(1)
    expect(all[0]?.ephemeral).toBe(true)
    expect(rig.standin.openDm(rig.ann).visibleTo(rig.ann)).toEqual([])
  })
})

it('acknowledges 200 commands at once in time, and delivers all', { timeout: 180_000 }, async () => {
  const { ann, channel, answered } = await startRig()
  const handles = Array.from({ length: 200 }, (_, at) =>
    ann.command(channel, 'imagine', { prompt: `boat ${at}` }),
  )
  await answered(200)
  for (const handle of handles) {
    expect(handle.state).toBe('answered')
    expect(handle.messages).toHaveLength(1)
    expect(handle.message?.pictures).toHaveLength(1)
  }
})

it('says more beside an answer where the bot is not, while the token lives, and then directly', async () => {
  const rig = await startRig()
  rig.ann.installed = true
  const group = rig.standin.createGroup([rig.ann])
  rig.ann.command(group, 'imagine', { prompt: 'a boat' })
  await rig.answered(1)
  const [made] = (await rig.history(rig.ann)).generations
  if (!made) throw new Error('Nothing was made')
  const user = { platform: 'discord' as const, user: rig.ann.id, name: 'ann' }
  const picture = renderPicture(words, made, { prices: usualPrices, private: false, asker: 'ann' })
  const message = inEnglish(picture)
  await rig.platform.send(made.origin, user, message)
  expect(findPictures(rig.ann, group)).toHaveLength(2)
  rig.advance(15 * 60_000)
  await rig.platform.send(made.origin, user, message)
  expect(rig.standin.openDm(rig.ann).visibleTo(rig.ann)).toHaveLength(1)
})
