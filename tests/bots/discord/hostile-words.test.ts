/** Hostile words everywhere but in prompts: ids, searches and people's names. */
import { PermissionFlagsBits } from 'discord-api-types/v10'
import { expect, it } from 'vitest'
import type { MessageView } from '#tests/standins/discord/message-view.ts'
import { listHostileTexts } from './hostile-texts.ts'
import { askInTens } from './in-tens.ts'
import { readMarkdown } from './markdown.ts'
import { startRig } from './rig.ts'

const texts = [...new Set(listHostileTexts(160))].filter((text) => text.isWellFormed())

/** Nobody is mentioned, and the only markup is that of the bot's own sentences. */
function expectHarmless(message: MessageView) {
  expect(message.pings).toEqual([])
  expect(message.mentions).toEqual([])
  const [sentence = ''] = /“.*”/s.exec(message.text) ?? []
  expect(readMarkdown(sentence).markup, message.text).toEqual([])
}

it.each([
  ['show', 'id'],
  ['history', 'search'],
  ['share', 'id'],
  ['cancel', 'id'],
] as const)('/%s answers each once, and harmlessly', async (command, option) => {
  const rig = await startRig()
  const { ann, channel } = rig
  const given = option === 'search' ? texts.map((text) => text.slice(0, 48).toWellFormed()) : texts
  const handles = await askInTens(rig, given, (text) => ann.command(channel, command, { [option]: text }))
  for (const { messages } of handles) {
    expect(messages).toHaveLength(1)
    expect(messages[0]?.ephemeral).toBe(true)
    if (messages[0]) expectHarmless(messages[0])
  }
})

it('names of authors are only names', async () => {
  const { guild, standin, channel, ann, join, answered } = await startRig()
  channel.allow(PermissionFlagsBits.MentionEveryone, standin.application.bot)
  const boss = await join('boss', PermissionFlagsBits.ManageGuild)
  const gallery = standin.createChannel(guild)
  boss.command(channel, 'gallery', { channel: gallery })
  await answered(1)
  const names = texts.filter((text) => text.trim() !== '' && text.length <= 200).slice(0, 40)
  for (const [index, name] of names.entries()) {
    const person = await join(name)
    const made = person.command(channel, 'imagine', { prompt: 'a boat', private: true })
    await answered(2 + 2 * index)
    if (!made.message) throw new Error('No picture')
    person.press(made.message, 'Share')
    await answered(3 + 2 * index)
  }
  const posts = gallery.visibleTo(ann).filter(({ text }) => text.includes(' shared a picture'))
  expect(posts).toHaveLength(names.length)
  for (const { text, pings } of posts) {
    expect(pings).toEqual([])
    const [, name = ''] = /^\*\*(.*)\*\* shared a picture/s.exec(text) ?? []
    expect(readMarkdown(name).markup, text).toEqual([])
  }
})
