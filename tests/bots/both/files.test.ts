/** Files that a command sends: seen on every platform, with words in place of one that cannot be sent. */
import { expect, it } from 'vitest'
import { defineCommand } from '#bots/command.ts'
import type { SentFile } from '#bots/platform.ts'
import { startRig as startDiscord } from '../discord/rig.ts'
import { pixel } from '../scripted-model.ts'
import { isPicture, startRig as startSlack } from '../slack/rig.ts'

const create = (name: string, type: string, bytes: SentFile['bytes']): SentFile => ({
  ...{ name, type, bytes, alt: `The ${type}` },
  otherwise: [`No ${name}.`],
})
const files = [
  create('dot.png', 'image/png', pixel),
  create('../all icons.zip', 'application/zip', new Uint8Array([80, 75])),
  create('../all icons.zip', 'application/zip', new Uint8Array([80, 75, 0])),
]

const give = defineCommand({
  name: 'give',
  options: [{ name: 'private', type: 'flag' }],
  isPrivate: (options) => options.private ?? false,
  run: async ({ options }) => ({
    private: options.private ?? false,
    blocks: [
      { kind: 'text', text: ['Here'] },
      ...files.map((file) => ({ kind: 'file' as const, file })),
      { kind: 'facts', facts: [{ label: 'files', value: '3' }] },
    ],
  }),
})
const commands = [give]

it.each([{}, { private: true }])('are attached on Discord (%o)', async (options) => {
  const { ann, channel, answered } = await startDiscord({ commands })
  const { message } = await given(ann.command(channel, 'give', options), answered)
  expect(message?.text).toBe('Here\n-# files 3')
  expect(message?.pictures.map(({ alt }) => alt)).toEqual(['The image/png'])
  const sent = message?.attachments.map(({ filename, size }) => [filename, size])
  expect(sent).toEqual([
    ['dot.png', pixel.length],
    ['_all_icons.zip', 2],
    ['2-_all_icons.zip', 3],
  ])
  expect(message?.ephemeral).toBe('private' in options)
})

it('are words on Discord where they are too large, or not taken', async () => {
  const { ann, channel, guild, standin, answered } = await startDiscord({ commands })
  const words = 'Here\nNo dot.png.\nNo ../all icons.zip.\nNo ../all icons.zip.\n-# files 3'
  standin.trouble({ kind: { refusal: 'tooLarge' }, files: true })
  const refused = await given(ann.command(channel, 'give'), answered)
  expect(refused.message).toMatchObject({ text: words, attachments: [] })
  guild.attachmentSizeLimit = 2
  const large = ann.command(channel, 'give')
  await answered(2)
  expect(large.message?.attachments.map(({ size }) => size)).toEqual([2])
})

async function given<Handle>(handle: Handle, answered: (count: number) => Promise<void>): Promise<Handle> {
  await answered(1)
  return handle
}

it('follow the message on Slack, in its thread, and pictures stand in it', async () => {
  const { ada, ben, general, answered, slack } = await startSlack({ commands })
  ada.mention(general, 'give')
  await answered()
  const [first, ...others] = general.visibleTo(ben).filter(({ botId }) => botId !== undefined)
  expect(first?.shown).toContain('Here')
  expect(first && isPicture(first)).toBe(true)
  expect(first?.shown).not.toContain('No ')
  expect(others.map(({ now, threadTs }) => [now.files.length, threadTs])).toEqual([
    [1, first?.threadTs],
    [1, first?.threadTs],
  ])
  expect(first?.threadTs).toBeDefined()
  const names = slack.requests.filter(({ method }) => method === 'files.getUploadURLExternal')
  expect(names.map(({ args }) => args.filename)).toEqual(['dot.png', '_all_icons.zip', '_all_icons.zip'])
})

it('go into direct messages on Slack where one person alone is told, and pictures do not', async () => {
  const { ada, ben, general, answered } = await startSlack({ commands })
  ada.slash(general, '/give', '--private')
  await answered()
  const [told, ...others] = general.visibleTo(ada)
  expect(told?.ephemeral && isPicture(told)).toBe(true)
  expect(told?.shown).toContain('../all icons.zip is in your direct messages')
  expect(told?.shown).not.toMatch(/No |dot.png/)
  expect(others).toEqual([])
  const [intro, ...files] = ada.dm.visibleTo(ada)
  expect(intro?.shown).toContain('Only you can see it')
  expect(files.map(({ now }) => now.files.length)).toEqual([1, 1])
  expect([...general.visibleTo(ben), ...ben.dm.visibleTo(ben)]).toEqual([])
})

it.each(['chat.postMessage', 'files.completeUploadExternal'])(
  'are words on Slack where one person alone is told and it takes no %s, and pictures are not',
  async (method) => {
    const { ada, general, answered, slack } = await startSlack({ commands })
    slack.operator.trouble({ method, trouble: { kind: 'error', error: 'restricted_action' } })
    ada.slash(general, '/give', '--private')
    await answered()
    const [told, ...others] = general.visibleTo(ada)
    expect(told?.shown).toContain('No ../all icons.zip.')
    expect(told?.shown.includes('dot.png')).toBe(method !== 'chat.postMessage')
    expect(others).toEqual([])
  },
)

it.each([{ kind: 'error', error: 'access_denied' }, { kind: 'reset' }] as const)(
  'are words on Slack where it does not take them (%o)',
  async (trouble) => {
    const { ada, general, answered, slack } = await startSlack({ commands })
    slack.operator.trouble({ method: /^files\./, trouble })
    ada.slash(general, '/give')
    await answered()
    const [told, ...others] = general.visibleTo(ada)
    expect(told?.shown.match(/No \S*dot.png|No \S*all icons.zip/g)).toHaveLength(3)
    expect(others).toEqual([])
  },
)
