/** A form that asks for what is missing has all that was typed already, whatever kind of option it is of. */
import { expect, it } from 'vitest'
import { defineCommand } from '#bots/command.ts'
import type { Options } from '#bots/options.ts'
import { startRig } from './rig.ts'

/** Every kind of option, and two that must be given. */
const everything = (told: Options[]) =>
  defineCommand({
    name: 'order',
    options: [
      { name: 'words', type: 'text', maxLength: 5_000, required: true },
      { name: 'fit', type: 'choice', choices: [{ value: 'crop', label: 'crop · cut' }] },
      {
        name: 'size',
        type: 'choice',
        choices: [{ value: 'square', label: 'square' }],
        open: { hint: 'any', maxLength: 20, accepts: () => true },
      },
      { name: 'count', type: 'integer', minimum: 1, maximum: 4 },
      { name: 'width', type: 'integer', minimum: 1, maximum: 4_000 },
      { name: 'private', type: 'flag' },
      { name: 'id', type: 'generation' },
      { name: 'channel', type: 'channel' },
      { name: 'why', type: 'text', maxLength: 100, required: true },
    ],
    isPrivate: () => true,
    async run({ options }) {
      told.push(options)
      return { private: true, blocks: [{ kind: 'text', text: ['taken'] }] }
    },
  })

it.each<[string, Options]>([
  ['300', { words: '300' }],
  ['300 --fit crop', { words: '300', fit: 'crop' }],
  ['--fit=CROP', { fit: 'crop' }],
  ['300 --size square --count 3', { words: '300', size: 'square', count: 3 }],
  ['--size 640x480 --width 640', { size: '640x480', width: 640 }],
  ['a “quoted” word --private', { words: 'a “quoted” word', private: true }],
  ['--private false', {}],
  ['--id #Zebra7', { id: 'zebra7' }],
  ['--id apple1', { id: 'apple1' }],
  ['--channel #plans', { channel: '#plans' }],
  ['w'.repeat(4_000), { words: 'w'.repeat(4_000) }],
])('after “%.40s” it has that', async (text, expected) => {
  const told: Options[] = []
  const suggest = async () => [{ value: 'apple1', label: 'an apple' }]
  const { ada, general, answered } = await startRig({ commands: [everything(told)], suggest })
  const form = await ada.slash(general, '/order', text).modal()
  const words = expected.words === undefined && { Words: 'typed later' }
  ada.submitView(form, { ...words, Why: 'because' })
  await answered()
  expect(told).toEqual([{ words: 'typed later', ...expected, why: 'because' }])
})

it('has the channel that was named, by its id', async () => {
  const told: Options[] = []
  const { ada, general, design, answered } = await startRig({ commands: [everything(told)] })
  const form = await ada.slash(general, '/order', `hello --channel <#${design.id}|design>`).modal()
  ada.submitView(form, { Why: 'because' })
  await answered()
  expect(told).toEqual([{ words: 'hello', channel: design.id, why: 'because' }])
})

it('opens none for a value that no input takes, which is refused by its name', async () => {
  const { ada, general } = await startRig({ commands: [everything([])] })
  const told = await ada.slash(general, '/order', '--width=99999').reply()
  expect(told.shown).toMatch(/width.*4,?000/s)
})
