/** A Discord server in which people ask for pictures. */
import { startDiscordStandin } from '#tests/standins/discord/discord-standin.ts'
import type { InteractionHandle } from '#tests/standins/discord/handle.ts'
import { viewMessage } from '#tests/standins/discord/message-view.ts'
import { leadTo } from '#tests/variables.ts'
import { oneOf, refusal, type Side, showsResult } from './side.ts'

export async function startDiscordSide(size: number): Promise<Side> {
  const discord = await startDiscordStandin()
  const guild = discord.createGuild()
  const channel = discord.createChannel(guild)
  const people = Array.from({ length: size }, (_, index) => discord.createPerson(`member-${index}`))
  for (const person of people) discord.join(guild, person)
  const asked: InteractionHandle[] = []

  return {
    env: leadTo.discord(discord),
    people: people.map(({ id, username }) => ({ user: id, name: username })),
    ask(prompt, random) {
      if (!discord.commands.some(({ name }) => name === 'imagine')) return
      asked.push(oneOf(random, people).command(channel, 'imagine', { prompt, quality: 'draft' }))
    },
    listAsked: async () =>
      asked.map(({ id, acknowledgedAt, messages }) => ({
        call: `discord:${id}`,
        acknowledged: acknowledgedAt !== undefined,
        refused: messages.some(({ text }) => text.includes(refusal)),
      })),
    countShown(generation) {
      const places = [channel, ...people.map((person) => discord.openDm(person))]
      const texts = places.flatMap(({ messages }) =>
        messages.filter(({ deleted }) => !deleted).map((message) => viewMessage(message, 0).text),
      )
      return texts.filter((text) => showsResult(text, generation)).length
    },
    faults: discord.faults,
    close: discord.close,
  }
}
