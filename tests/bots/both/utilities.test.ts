/** Twenty QR codes at once, on each platform: every call is acknowledged, and every picture says what was asked. */
import { expect, it } from 'vitest'
import { decodeQr } from '#core/utilities/qr/decode.ts'
import { startRig as startDiscord } from '../discord/rig.ts'
import { startRig as startSlack } from '../slack/rig.ts'

const texts = Array.from({ length: 20 }, (_, at) => `https://example.com/${at}/${'é日'.repeat(at * 10)}`)

async function read(url: string, headers: Record<string, string> = {}): Promise<string> {
  const bytes = new Uint8Array(await (await fetch(url, { headers })).arrayBuffer())
  return Buffer.from((await decodeQr(bytes)) ?? []).toString()
}

it('on Discord', async () => {
  const { ann, channel, answered } = await startDiscord()
  const handles = texts.map((text) => ann.command(channel, 'qr', { text }))
  const help = ann.command(channel, 'help')
  await answered(21)
  expect([...handles, help].map(({ state }) => state)).toEqual(Array(21).fill('answered'))
  const said = handles.map(({ message }) => read(message?.attachments[0]?.url ?? ''))
  expect(await Promise.all(said)).toEqual(texts)
  expect(handles.map(({ message }) => message?.pictures.length)).toEqual(texts.map(() => 1))
})

it('on Slack', async () => {
  const rig = await startSlack({ transport: 'http' })
  const { ada, general, answered, slack, installation } = rig
  const asked = texts.map((text) => ada.slash(general, '/qr', text))
  for (const each of asked) expect(await each.acknowledged).toMatchObject({ ok: true, body: undefined })
  await answered(20)
  const shown = general.visibleTo(ada).filter(({ botId }) => botId !== undefined)
  const files = shown.map(({ blocks }) => JSON.stringify(blocks).match(/"slack_file":\{"id":"(\w+)"/)?.[1])
  const token = installation?.token ?? ''
  const said = files.map((id) => read(`${slack.url}/files-pri/${id}`, { authorization: `Bearer ${token}` }))
  expect((await Promise.all(said)).sort()).toEqual(texts.toSorted())
})
