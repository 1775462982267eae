/** Pictures that people upload to Slack reach the command, and nothing else of theirs is fetched. */
import { expect, it } from 'vitest'
import { defineCommand } from '#bots/command.ts'
import { createAttachment } from '#bots/slack/attachment.ts'
import { CoreError } from '#core/errors.ts'
import { pixel } from '../scripted-model.ts'
import { startRig } from './rig.ts'

const weigh = defineCommand({
  name: 'weigh',
  options: [
    { name: 'note', type: 'text', maxLength: 100 },
    { name: 'image', type: 'image', required: true },
  ],
  isPrivate: () => true,
  async run(call) {
    const bytes = await call.options.image.read(Number(call.options.note ?? 1_000))
    return { private: true, blocks: [{ kind: 'text', text: [`${bytes.length} bytes`] }] }
  },
})

it('reads a picture from a message to the bot or a mention', async () => {
  const { ada, general } = await startRig({ commands: [weigh] })
  const files = [{ name: 'dot.png', bytes: pixel }]
  const direct = await ada.messageDM('weigh', { files }).message((message) => message.shown.includes('bytes'))
  expect(direct.shown).toBe(`${pixel.length} bytes`)
  const answer = await ada
    .mention(general, '', { files })
    .message((message) => message.shown.includes('bytes'))
  expect(answer.ephemeral).toBe(true)
  const refusal = await ada
    .messageDM('weigh 10', { files })
    .message((message) => message.shown.includes('too large'))
  expect(refusal.channel).toBe(ada.dm)
  const missing = await ada.messageDM('weigh').message((message) => message.shown.includes('missing'))
  expect(missing.channel).toBe(ada.dm)
})

it('says so when it may not read the file', async () => {
  const { ada } = await startRig({
    commands: [weigh],
    scopes: ['chat:write', 'im:history'],
  })
  const files = [{ name: 'dot.png', bytes: pixel }]
  const answer = await ada
    .messageDM('weigh', { files })
    .message((message) => message.shown.includes('couldn’t fetch the file you attached'))
  expect(answer.channel).toBe(ada.dm)
})

it.each([
  'http://files.slack.com/x',
  'https://evil.test/x',
  'https://slack.com.evil.test/x',
  'not a url',
  '',
])('sends the token nowhere but to Slack: %s', async (url_private) => {
  const attachment = createAttachment({ url_private }, { token: 'secret', timeout: 100 })
  await expect(attachment.read(1_000)).rejects.toThrow(CoreError)
})
