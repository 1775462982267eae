/** Tests that a command reads the options it defines, each as what it is, and no others. */
import { expect, expectTypeOf, it } from 'vitest'
import { type Command, defineCommand } from '#bots/command.ts'
import type { Attachment } from '#bots/platform.ts'
import { createAnsweringCore, createCall } from './calls.ts'

const open = { hint: 'WxH', maxLength: 9, accepts: () => true }
const flat = [{ value: 'flat' }] as const

const draw = defineCommand({
  name: 'draw',
  options: [
    { name: 'prompt', type: 'text', maxLength: 9, required: true },
    { name: 'style', type: 'choice', choices: flat },
    { name: 'size', type: 'choice', choices: flat, open },
    { name: 'count', type: 'integer', minimum: 1, maximum: 4 },
    { name: 'private', type: 'flag' },
    { name: 'image', type: 'image' },
    { name: 'id', type: 'generation', required: true },
    { name: 'channel', type: 'channel' },
  ],
  isPrivate(options) {
    // @ts-expect-error No option has that name.
    expect(options.secret).toBeUndefined()
    return options.private ?? false
  },
  async run({ options }) {
    expectTypeOf(options.prompt).toEqualTypeOf<string>()
    expectTypeOf(options.style).toEqualTypeOf<'flat' | undefined>()
    expectTypeOf(options.size).toEqualTypeOf<string | undefined>()
    expectTypeOf(options.count).toEqualTypeOf<number | undefined>()
    expectTypeOf(options.private).toEqualTypeOf<boolean | undefined>()
    expectTypeOf(options.image).toEqualTypeOf<Attachment | undefined>()
    expectTypeOf(options.id).toEqualTypeOf<string>()
    expectTypeOf(options.channel).toEqualTypeOf<string | undefined>()
    // @ts-expect-error No option has that name.
    expect(options.promt).toBeUndefined()
    return { private: true, blocks: [{ kind: 'quote', text: `${options.count} × ${options.prompt}` }] }
  },
})

it('is run with options that were checked, whoever runs it', async () => {
  const list: readonly Command[] = [draw]
  const { core } = createAnsweringCore()
  const answer = (options: Parameters<Command['isPrivate']>[0]) =>
    list[0]?.run(createCall({ command: 'draw', options }), core)
  expect(await answer({ prompt: 'a fox', count: ' 2 ', id: '#A' })).toMatchObject({
    blocks: [{ text: '2 × a fox' }],
  })
  await expect(answer({ prompt: 'a fox' })).rejects.toMatchObject({ code: 'bad-option' })
})

it('answers the caller alone where its options will be refused', () => {
  expect(draw.isPrivate({ prompt: 'a fox', id: 'a' })).toBe(false)
  expect(draw.isPrivate({ prompt: 'a fox', id: 'a', private: 'yes' })).toBe(true)
  expect(draw.isPrivate({ prompt: 'a fox', id: 'a', count: '9' })).toBe(true)
})
