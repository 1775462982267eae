/** Tests what the terminal gives and takes in place of attachments and forms. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { commands } from '#bots/commands/index.ts'
import type { Attachment, Form, GivenCall, Message } from '#bots/platform.ts'
import { answerLine } from '#bots/terminal/answer.ts'
import { renderMessage } from '#bots/terminal/render.ts'
import { usualPrices } from '#core/index.ts'
import { createFolder } from '#tests/temporary-folder.ts'

async function receive(line: string, form?: Form) {
  const calls: GivenCall[] = []
  const finished: Message[] = []
  const dispatch = async (call: GivenCall) => {
    calls.push(call)
    return form
  }
  const reply = { progress: () => undefined, finish: async (message: Message) => void finished.push(message) }
  const user = { platform: 'terminal', user: 'local', name: 'ada' } as const
  await answerLine(line, 'terminal:1', reply, { commands, dispatch, user, prices: usualPrices })
  return { calls, texts: finished.map((message) => renderMessage(message, { styled: false, now: 0 })) }
}

it('takes the path of a file for the picture in it', async () => {
  const path = join(createFolder(), 'a photo.png')
  writeFileSync(path, 'bytes')
  const { calls } = await receive(`/imagine in winter --image "${path}"`)
  const image = calls[0]?.options.image as Attachment
  expect(calls[0]?.options.prompt).toBe('in winter')
  expect([image.name, image.size]).toEqual([path, 5])
  expect(new TextDecoder().decode(await image.read(5))).toBe('bytes')
  await expect(image.read(4)).rejects.toThrow('attachment-too-large')
})

it.each([
  ['/nowhere/photo.png', 'couldn’t fetch the file you attached'],
  ['/', 'couldn’t read that file as a picture'],
])('refuses %s, which is no file', async (path, words) => {
  const { calls, texts } = await receive(`/imagine in winter --image ${path}`)
  expect(calls).toEqual([])
  expect(texts).toEqual([expect.stringContaining(words)])
})

it('shows what a form holds, and the line to type in its place', async () => {
  const form: Form = {
    title: 'Edit prompt',
    command: 'edited',
    options: { id: 'fox0000001' },
    fields: [{ name: 'prompt', label: 'Prompt', value: 'a red\nfox', maxLength: 100, multiline: true }],
    submit: 'Draw',
  }
  const { texts } = await receive('/edit fox0000001', form)
  expect(texts).toEqual(['│ a red\n│ fox\n\nType /edited fox0000001 --prompt "…" with your own words.\n'])
  const { calls } = await receive('/edited fox0000001 --prompt "a blue fox"')
  expect(calls[0]).toMatchObject({ command: 'edited', options: { id: 'fox0000001', prompt: 'a blue fox' } })
})

it('takes a channel after /gallery and a code after /link', async () => {
  expect((await receive('/gallery #art')).calls[0]?.options).toEqual({ channel: '#art' })
  expect((await receive('/link 1234 5678')).calls[0]?.options).toEqual({ code: '1234 5678' })
})

it.each([
  ['a cat', '/imagine a cat', '/imagine "a cat"', 10],
  ['on a hill --size wide', '/imagine on a hill --size wide', '/imagine "on a hill" --size wide', 10],
  [
    'a gull --count 3 --quality draft',
    '/imagine a gull --count 3 --quality draft',
    '/imagine "a gull" --count 3 --quality draft',
    3,
  ],
  ['cat', '/imagine cat', '/imagine cat', 10],
])('asks whether %s is a prompt, and says its price', async (line, meant, pressed, price) => {
  const { calls, texts } = await receive(line)
  expect(calls).toEqual([])
  expect(texts).toEqual([`Did you mean ${meant}?\nDraw · ${price}: ${pressed}\n`])
})

it.each(['hlep', 'crdits now', '/a cat', '7'])('leaves %s to whoever knows the commands', async (line) => {
  expect((await receive(line)).calls).toHaveLength(1)
})
