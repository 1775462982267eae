/** Uploading a picture and showing it, through the real WebClient. */
import { beforeEach, expect, test } from 'vitest'
import { createSettableClock } from '../clock.ts'
import { type Desk, openDesk, refusal } from './desk.ts'

const png = Buffer.from('89504e470d0a1a0a00', 'hex')
const clock = createSettableClock()
let slack: Desk['slack']
let world: Desk['world']
let client: Desk['client']

beforeEach(async () => {
  ;({ slack, world, client } = await openDesk({ clock }))
})

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
  const shown = world.general.visibleTo(world.ada)[0]?.blocks[0]
  expect(shown).toMatchObject({ type: 'image', alt_text: 'a boat' })
  expect(slack.faults).toEqual([])
})

test('an upload shared at once makes a message', async () => {
  const id = await upload(world.general.id)
  expect(world.general.visibleTo(world.ada)[0]?.now).toMatchObject({ text: 'a boat', files: [id] })
})

test('a file cannot be shown before it is processed, nor after it is deleted, nor when it is none', async () => {
  slack.operator.switches.filesReadyAfter = 2_000
  const id = await upload()
  expect(await refusal(show(id))).toBe('invalid_blocks')
  await clock.advance(2_000)
  await show(id)
  const { file } = await client.files.info({ file: id })
  expect(file).toMatchObject({ mimetype: 'image/png', size: png.length })
  await client.files.delete({ file: id })
  expect(await refusal(show(id))).toBe('invalid_blocks')
  expect(await refusal(show('F0NONE'))).toBe('invalid_blocks')
})

test('an upload of another length than announced is refused', async () => {
  const announced = { filename: 'a.png', length: 5 }
  const { upload_url = '', file_id = '' } = await client.files.getUploadURLExternal(announced)
  const answer = await fetch(upload_url, { method: 'POST', body: new Uint8Array(png) })
  expect(answer.status).toBe(400)
  expect(slack.faults).toEqual([`an upload of ${png.length} bytes that was announced as 5`])
  const completed = client.files.completeUploadExternal({ files: [{ id: file_id }] })
  expect(await refusal(completed)).toBe('file_not_found')
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
