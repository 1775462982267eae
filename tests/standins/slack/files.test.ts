/** Uploading a picture and showing it, through the real WebClient. */
import { WebClient } from '@slack/web-api'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createSettableClock } from '../clock.ts'
import { createQuietLogger } from './bolt-app.ts'
import { createDemoWorld } from './demo-world.ts'
import { type SlackStandin, startSlackStandin } from './start.ts'

const png = Buffer.from('89504e470d0a1a0a00', 'hex')
const clock = createSettableClock()
let slack: SlackStandin
let world: ReturnType<typeof createDemoWorld>
let client: WebClient

beforeEach(async () => {
  slack = await startSlackStandin({ clock })
  world = createDemoWorld(slack)
  client = new WebClient(world.installation.token, {
    slackApiUrl: slack.apiUrl,
    retryConfig: { retries: 0 },
    logger: createQuietLogger(),
  })
})

afterEach(() => slack.close())

const upload = async (channel?: string): Promise<string> => {
  const done = await client.filesUploadV2({
    file: png,
    filename: 'boat.png',
    ...(channel && { channel_id: channel, initial_comment: 'a boat' }),
  })
  const [outer] = done.files as { files: { id: string }[] }[]
  return outer?.files[0]?.id ?? ''
}
const show = (id: string) =>
  client.chat.postMessage({
    channel: world.general.id,
    text: 'a boat',
    blocks: [{ type: 'image', alt_text: 'a boat', slack_file: { id } }],
  })

test('an uploaded picture can be shown in an image block', async () => {
  await show(await upload())
  expect(world.general.visibleTo(world.ada)[0]?.blocks[0]).toMatchObject({
    type: 'image',
    alt_text: 'a boat',
  })
  expect(slack.faults).toEqual([])
})

test('an upload shared at once makes a message', async () => {
  const id = await upload(world.general.id)
  expect(world.general.visibleTo(world.ada)[0]?.now).toMatchObject({ text: 'a boat', files: [id] })
})

test('a file cannot be shown before it is processed, nor after it is deleted, nor when it is none', async () => {
  slack.operator.switches.filesReadyAfter = 2_000
  const id = await upload()
  await expect(show(id)).rejects.toMatchObject({ data: { error: 'invalid_blocks' } })
  await clock.advance(2_000)
  await show(id)
  expect((await client.files.info({ file: id })).file).toMatchObject({
    mimetype: 'image/png',
    size: png.length,
  })
  await client.files.delete({ file: id })
  await expect(show(id)).rejects.toMatchObject({ data: { error: 'invalid_blocks' } })
  await expect(show('F0NONE')).rejects.toMatchObject({ data: { error: 'invalid_blocks' } })
})

test('an upload of another length than announced is refused', async () => {
  const { upload_url = '', file_id = '' } = await client.files.getUploadURLExternal({
    filename: 'a.png',
    length: 5,
  })
  const answer = await fetch(upload_url, { method: 'POST', body: new Uint8Array(png) })
  expect(answer.status).toBe(400)
  expect(slack.faults).toEqual([`an upload of ${png.length} bytes that was announced as 5`])
  await expect(client.files.completeUploadExternal({ files: [{ id: file_id }] })).rejects.toMatchObject({
    data: { error: 'file_not_found' },
  })
})

test('what a person attached is read with the bot token, and only with it', async () => {
  const said = world.ada.messageDM('this one', { files: [{ name: 'mine.png', bytes: png }] })
  const { event } = said.payload as { event: { files: { url_private: string; mimetype: string }[] } }
  const [file] = event.files
  expect(file?.mimetype).toBe('image/png')
  const read = (headers: Record<string, string>) => fetch(file?.url_private ?? '', { headers })
  const mine = await read({ authorization: `Bearer ${world.installation.token}` })
  expect(Buffer.from(await mine.arrayBuffer())).toEqual(png)
  expect((await read({})).headers.get('content-type')).toBe('text/html')
})
