/** What came along is used, after a look-up where one is needed, or refused in words: never left out and a plain drawing charged. */
import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import { describe, expect, it, onTestFinished } from 'vitest'
import { attachFiles, createAttachment, readFiles, type SlackFile } from '#bots/slack/attachment.ts'
import type { CoreError } from '#core/errors.ts'
import type { Message } from '#tests/standins/slack/message.ts'
import { pixel } from '../scripted-model.ts'
import { isPicture, startRig } from './rig.ts'

const isRefused = ({ shown }: Message) => shown.includes('Nothing was charged')

type Change = (file: SlackFile & { id: string }) => unknown

/** What Slack may say of a file in an event, beside what it says when it is asked. */
const usable: readonly (readonly [string, Change])[] = [
  ['a stub of a shared channel', ({ id }) => ({ id, file_access: 'check_file_info' })],
  ['a stub that still names an address', (file) => ({ ...file, file_access: 'check_file_info' })],
  ['a file without an address', ({ url_private, url_private_download, ...file }) => file],
  ['a file without a type', ({ mimetype, ...file }) => file],
  ['a file with an empty type', (file) => ({ ...file, mimetype: '' })],
  ['a file of an unknown type', (file) => ({ ...file, mimetype: 'application/octet-stream' })],
  ['a file with odd fields', ({ id }) => ({ id, name: 7, size: 'big', mimetype: null, url_private: {} })],
]

const unusable: readonly (readonly [string, Change])[] = [
  ['a deleted file', ({ id }) => ({ id, mode: 'tombstone' })],
  ['a hidden file', ({ id }) => ({ id, mode: 'hidden_by_limit' })],
  ['a PDF', (file) => ({ ...file, mimetype: 'application/pdf' })],
  ['a film', (file) => ({ ...file, mimetype: 'video/mp4' })],
  ['words', (file) => ({ ...file, mimetype: 'text/plain', mode: 'snippet' })],
  ['an external file', (file) => ({ ...file, is_external: true, url_private: 'https://drive.test/x' })],
  ['a file elsewhere', (file) => ({ ...file, url_private: 'https://x.test/', url_private_download: '' })],
  ['a stub that nobody finds', () => ({ id: 'F0NONE', file_access: 'check_file_info' })],
  ['nothing that is understood', () => ({})],
  ['null', () => null],
  ['a word', () => 'F1'],
]

async function startWithFile() {
  const rig = await startRig({ expectsFaults: true })
  const { ada, general } = rig
  /** Mentions the bot with a picture of which the event says something else. */
  const ask = async (...changes: Change[]) => {
    const files = [{ name: 'dot.png', bytes: pixel }]
    const probe = ada.mention(general, 'imagine', { files })
    const [file] = (probe.payload.event as { files: (SlackFile & { id: string })[] }).files
    if (!file) throw new Error('no file')
    await rig.answered()
    const event = { files: changes.map((change) => change(file)) }
    return ada.mention(general, 'imagine a lighthouse in snow', { event })
  }
  return { ...rig, ask }
}

it.each(usable)('edits %s', async (_what, change) => {
  const { ask, history, ada, answered } = await startWithFile()
  await (await ask(change)).message(isPicture)
  await answered(2)
  expect((await history(ada)).map(({ asked }) => asked.sources.length)).toEqual([1])
})

it.each(unusable)('refuses %s, with what is taken, and charges nothing', async (_what, change) => {
  const { ask, balance, ada, model } = await startWithFile()
  const told = await (await ask(change)).message(isRefused)
  expect(told.shown).toMatch(/(read .*as a? ?picture|couldn’t fetch the file you attached).*Attach a JPEG/s)
  expect(await balance(ada)).toBe(1_000_000)
  expect(model.prompts).toEqual([])
})

it.each([
  ['five pictures', 'at most 4 pictures', Array.from({ length: 5 }, () => (file: unknown) => file)],
  [
    'a picture and a PDF',
    'read PDF files as pictures',
    [(file: object) => file, (file: object) => ({ ...file, mimetype: 'application/pdf' })],
  ],
  ['a picture and null', 'couldn’t fetch the file you attached', [(file: unknown) => file, () => null]],
] as const)('refuses %s', async (_what, why, changes) => {
  const { ask, balance, ada, model } = await startWithFile()
  const told = await (await ask(...(changes as readonly Change[]))).message(isRefused)
  expect(told.shown).toContain(why)
  expect(await balance(ada)).toBe(1_000_000)
  expect(model.prompts).toEqual([])
})

it('starts from the pictures of a message by its shortcut, in their order, and from one of the form', async () => {
  const { ada, ben, general, history, answered } = await startWithFile()
  const two = ['one.png', 'two.png'].map((name) => ({ name, bytes: pixel }))
  const idea = ben.say(general, 'look', { files: two })
  const form = await ada.shortcut(idea, 'reference_message').modal()
  const picture = await ada.submitView(form, { Prompt: 'the hat of 2 on 1' }).message(isPicture)
  await answered(2)
  expect(picture).toMatchObject({ channel: general, threadTs: idea.ts })
  expect((await history(ada)).map(({ asked }) => asked.sources.length)).toEqual([2])
})

it('says so where a message has no picture to start from', async () => {
  const { ada, ben, general } = await startWithFile()
  const told = await ada.shortcut(ben.say(general, 'look'), 'reference_message').message(isRefused)
  expect(told.shown).toContain('no picture here to start from')
})

it('changes the picture of a message of the bot’s own by its shortcut, and says so where there is none', async () => {
  const { ada, ben, general, history, answered } = await startWithFile()
  const drawn = await ada.slash(general, '/imagine', 'a fox').message(isPicture)
  const form = await ben.shortcut(drawn, 'change-form').modal()
  await ben.submitView(form, { '0:prompt': 'bluer' }).message(isPicture)
  await answered(3)
  expect((await history(ben)).map(({ asked }) => [asked.tool, asked.prompt])).toEqual([['change', 'bluer']])
  const told = await ada.shortcut(ben.say(general, 'look'), 'change-form').message(isRefused)
  expect(told.shown).toContain('no picture here to change')
})

it('reads files of any shape as something that came along', () => {
  expect([undefined, null, []].map((given) => attachFiles(readFiles(given), access, 1))).toEqual([[], [], []])
  for (const given of [{}, 'x', 7, [null], ['F1']]) {
    expect(attachFiles(readFiles(given), access, 1)).toHaveLength(1)
  }
})

const access = { token: 'secret', timeout: 2_000 }

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => new Promise((resolve) => server.close(() => resolve())))
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
}

describe('a file host that sends on', () => {
  const read = (url: string, apiUrl: string) =>
    createAttachment({ mimetype: 'image/png', url_private: url }, { ...access, apiUrl }).read(1_000)

  it.each([301, 302, 303, 307, 308])(
    'is followed within Slack’s hosts, with the token: %i',
    async (status) => {
      const seen: (string | undefined)[] = []
      const origin = await serve((request, response) => {
        seen.push(request.headers.authorization)
        const next = { '/a': '/b', '/b': '/c?x=1' }[request.url ?? '']
        if (next) response.writeHead(status, { location: next }).end('moved')
        else response.end(pixel)
      })
      expect(await read(`${origin}/a`, `${origin}/api/`)).toEqual(pixel)
      expect(seen).toEqual(['Bearer secret', 'Bearer secret', 'Bearer secret'])
    },
  )

  it('is not followed to anybody else', async () => {
    let visits = 0
    const other = await serve((_request, response) => {
      visits += 1
      response.end(pixel)
    })
    for (const location of [`${other}/x`, 'https://evil.test/x', '//evil.test/x', 'not a url:', '']) {
      const origin = await serve((_request, response) => response.writeHead(302, { location }).end())
      await expect(read(`${origin}/a`, `${origin}/api/`)).rejects.toMatchObject({
        code: 'attachment-unavailable',
      } satisfies Partial<CoreError>)
    }
    expect(visits).toBe(0)
  })

  it('is given up where it goes round', async () => {
    let visits = 0
    const origin = await serve((_request, response) => {
      visits += 1
      response.writeHead(302, { location: '/a' }).end()
    })
    await expect(read(`${origin}/a`, `${origin}/api/`)).rejects.toMatchObject({
      code: 'attachment-unavailable',
    })
    expect(visits).toBeLessThan(10)
  })
})
