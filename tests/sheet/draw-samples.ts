/** Draws the sample of every message, from the JSON that each platform is sent. */
import { renderMessage as renderForDiscord } from '#bots/discord/render.ts'
import { inLanguage } from '#bots/in-language.ts'
import type { Message } from '#bots/platform.ts'
import { type FindImage, renderMessage as renderForSlack } from '#bots/slack/render.ts'
import type { Words } from '#core/index.ts'
import { listSamples } from '#tests/bots/messages/samples/samples.ts'
import { renderDiscord } from './discord.ts'
import type { Shown } from './page.ts'
import { renderSlack } from './slack.ts'

/** `picture`: the address of what stands for every picture. */
export const drawSamples = (words: Words, picture: string): Promise<Shown[]> =>
  Promise.all(
    Object.entries(listSamples(words)).map(([name, message]) => drawMessage(words, name, message, picture)),
  )

export async function drawMessage(
  words: Words,
  name: string,
  message: Message,
  picture: string,
): Promise<Shown> {
  const options = { pictures: { read: async () => undefined }, uploads: false, fileSize: 10_000_000 }
  const { body } = await renderForDiscord(inLanguage(words, message, 'discord'), options)
  const { blocks } = renderForSlack(inLanguage(words, message, 'slack'), findImage)
  return {
    ...{ name, private: message.private },
    discord: renderDiscord(body.components, () => picture),
    slack: renderSlack(blocks, () => picture),
  }
}

/** Slack shows a picture, and only a link to any other file. */
const findImage: FindImage = (shown) =>
  'type' in shown && !shown.type.startsWith('image/')
    ? undefined
    : { image_url: 'https://pictures.test/1.png' }
