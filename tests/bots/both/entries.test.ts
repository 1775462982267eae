/** Lists with small pictures: beside their words on every platform, and words alone where none can be shown. */
import { expect, it } from 'vitest'
import { renderMessage } from '#bots/discord/render.ts'
import { renderHistory } from '#bots/messages/history.ts'
import { speak } from '#core/index.ts'
import { walk } from '#tests/standins/discord/components.ts'
import { isObject, type Json } from '#tests/standins/discord/form.ts'
import { deliveredFox } from '../calls.ts'
import { startRig as startDiscord } from '../discord/rig.ts'
import { startRig as startSlack } from '../slack/rig.ts'

const words = speak(undefined)

const six = [1, 2, 3, 4, 5, 6]

async function listOnDiscord(uploads: boolean, largest?: number) {
  const rig = await startDiscord({ uploads })
  for (const count of six) {
    rig.ann.command(rig.channel, 'imagine', { prompt: `boat ${count} *@everyone*`, private: true })
    await rig.answered(count)
  }
  if (largest !== undefined) rig.guild.attachmentSizeLimit = largest
  const asked = rig.ann.command(rig.channel, 'history')
  await rig.answered(7)
  if (!asked.message) throw new Error('Nothing is listed')
  return asked.message
}

const isSection = ({ type }: Json) => type === 9

it('are sections with thumbnails on Discord, uploaded as small copies where pictures are on this disk', async () => {
  const { components, attachments, pictures, text } = await listOnDiscord(true)
  const sections = components.filter(isSection)
  expect(sections).toHaveLength(5)
  for (const {
    components: [words],
    accessory,
  } of sections as { components: Json[]; accessory: Json }[]) {
    expect(words?.content).toMatch(
      /^\*\*a+\d+\*\* .* \[picture\]\(<https:.*>\)\n> boat \d \\\*\\@everyone\\\*$/,
    )
    expect(accessory).toMatchObject({ type: 11, description: expect.stringMatching(/^boat \d/) })
  }
  expect(attachments.map(({ filename }) => filename)).toEqual(
    [1, 2, 3, 4, 5].map((number) => `picture-${number}.png`),
  )
  expect(pictures).toHaveLength(5)
  expect(text.split('\n')[0]).toBe('**1–5** of 6')
})

it('have their pictures by address on Discord where the web has them', async () => {
  const { components, attachments } = await listOnDiscord(false)
  const media = components.filter(isSection).map(({ accessory }) => isObject(accessory) && accessory.media)
  expect(media).toHaveLength(5)
  for (const each of media) expect(each).toMatchObject({ url: expect.stringMatching(/^https?:/) })
  expect(attachments).toEqual([])
})

it('are words alone on Discord where a file may not be as large', async () => {
  const { components, text } = await listOnDiscord(true, 1)
  expect(components.filter(isSection)).toEqual([])
  expect(text.match(/> boat/g)).toHaveLength(5)
})

async function listOnSlack(options: Parameters<typeof startSlack>[0], prepare?: 'refuse') {
  const rig = await startSlack(options)
  const { ada, general, slack } = rig
  for (const count of six) {
    ada.slash(general, '/imagine', `boat ${count} <!channel> --private`)
    await rig.answered(count)
  }
  const before = slack.requests.filter(({ method }) => method === 'files.completeUploadExternal').length
  if (prepare)
    slack.operator.trouble({ method: /^files\./, trouble: { kind: 'error', error: 'access_denied' } })
  ada.slash(general, '/history')
  await rig.answered(7)
  const message = general.visibleTo(ada).at(-1)
  if (!message) throw new Error('Nothing is listed')
  const uploaded = slack.requests.filter(({ method }) => method === 'files.completeUploadExternal').length
  return { message, uploaded: uploaded - before }
}

it('are sections with accessory images on Slack, uploaded where Slack cannot fetch them', async () => {
  const { message, uploaded } = await listOnSlack({ servesPictures: true })
  const sections = message.blocks.filter(({ type }) => type === 'section')
  expect(sections).toHaveLength(5)
  for (const section of sections) {
    expect(section).toMatchObject({
      text: { type: 'plain_text', text: expect.stringMatching(/^boat \d <!channel>$/) },
      accessory: {
        type: 'image',
        alt_text: expect.stringMatching(/^boat \d/),
        slack_file: { id: expect.any(String) },
      },
    })
  }
  expect(uploaded).toBe(5)
  expect(message.pings).toEqual([])
  expect(message.shown.replace(/\s+/g, ' ')).toMatch(/^1–5 of 6 /)
})

it('are words alone on Slack where it takes no picture', async () => {
  const { message } = await listOnSlack({ servesPictures: true }, 'refuse')
  const sections = message.blocks.filter(({ type }) => type === 'section')
  expect(sections.map((section) => 'accessory' in section)).toEqual([false, false, false, false, false])
})

it('fit into one message of Discord, however much there is to say of each', async () => {
  const pictures = [1, 2, 3, 4].map((number) => ({
    ...{ key: `k${number}`, url: `https://pictures.test/${'y'.repeat(80)}/${number}`, width: 1, height: 1 },
    ...{ mime: 'image/png' as const, bytes: 1 },
  }))
  const asked = { ...deliveredFox.asked, prompt: '*_~`|'.repeat(60) }
  const five = six.slice(1).map((each) => ({ ...deliveredFox, id: `fox${each}`, asked, pictures }))
  const count = { total: 1_000, before: 5, isWhole: false }
  const message = renderHistory(words, five, { search: 'x'.repeat(48), filter: {}, count, next: 'abc.def' })
  const options = { pictures: { read: async () => undefined }, uploads: false, fileSize: 1 }
  const { components } = (await renderMessage(message, options)).body
  expect(components.filter(({ type }) => type === 9)).toHaveLength(5)
  const parts = [...walk(components.map((each): Json => ({ ...each })))].map(([part]) => part)
  const text = parts.map(({ content }) => (typeof content === 'string' ? content : '')).join('')
  expect(parts.length).toBeLessThanOrEqual(40)
  expect(text.length).toBeLessThanOrEqual(4_000)
  expect(text.match(/> \\\*/g)).toHaveLength(5)
})
