/** A picture that came along and cannot be used is refused, whatever stands in its place; nothing is charged. */
import { InteractionType } from 'discord-api-types/v10'
import { expect, it } from 'vitest'
import { type CallInteraction, readCall } from '#bots/discord/receive.ts'
import type { OptionValue } from '#bots/platform.ts'
import { readWords } from './calls.ts'
import { createRig } from './rig.ts'

const entry = { id: '7', filename: 'x.png', size: 3, url: 'https://cdn.discordapp.com/x.png' }

it.each<[string, unknown, unknown]>([
  ['an id that is missing', '9', { attachments: { 7: entry } }],
  ['no id', null, { attachments: { 7: entry } }],
  ['an id of another type', 7.5, { attachments: { 7: entry } }],
  ['an id that every object has', '__proto__', { attachments: {} }],
  ['nothing resolved', '7', undefined],
  ['null resolved', '7', null],
  ['no attachments resolved', '7', {}],
  ['null in its place', '7', { attachments: { 7: null } }],
  ['a word in its place', '7', { attachments: { 7: 'x' } }],
  ['no address', '7', { attachments: { 7: { ...entry, url: null } } }],
  ['no size', '7', { attachments: { 7: { ...entry, size: null } } }],
  ['another host', '7', { attachments: { 7: { ...entry, url: 'https://evil.test/x.png' } } }],
  ['a PDF', '7', { attachments: { 7: { ...entry, content_type: 'application/pdf' } } }],
])('on Discord: %s', async (what, value, resolved) => {
  const interaction = {
    ...{ type: InteractionType.ApplicationCommand, id: '1', user: { id: '2', username: 'ann' } },
    data: {
      ...{ name: 'imagine', type: 1, resolved },
      options: [
        { name: 'prompt', type: 3, value: 'a ship' },
        { name: 'image', type: 11, value },
      ],
    },
  } as unknown as CallInteraction
  const { options } = readCall(interaction)
  expect(options.image).toBeDefined()
  const rig = await createRig()
  await rig.join('ann')
  const { message } = await rig.ask('ann', 'imagine', { options })
  const why = ['no address', 'another host'].includes(what)
    ? 'couldn’t fetch the file you attached'
    : 'read .*as a? ?picture'
  expect(readWords(message)).toMatch(new RegExp(`${why}.*Attach a JPEG.*Nothing was charged`, 's'))
  expect(rig.drawn).toEqual([])
  expect(await rig.balance('ann')).toBe(1_000)
})

it.each([null, {}, 7, true, 'x.png', ''])('as the option’s value: %o', async (image) => {
  const rig = await createRig()
  await rig.join('ann')
  const options = { prompt: 'a ship', image: image as unknown as OptionValue }
  const { message } = await rig.ask('ann', 'imagine', { options })
  expect(readWords(message)).toContain('Nothing was charged')
  expect(rig.drawn).toEqual([])
})
