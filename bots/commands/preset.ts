/** Makes a picture of a kind that many ask for, such as a social card or a logo: a command for each preset, made from its data. */
import { cutText, type Fields, findStyleSheet, type Preset, type PresetName, presets } from '#core/index.ts'
import { type Command, defineCommand } from '../command.ts'
import { followJob } from '../follow-job.ts'
import type { Option } from '../option.ts'

/** Discord's limit for a choice, in characters. */
const longestChoice = 100

export function createPreset(name: PresetName): Command {
  const preset: Preset = presets[name]
  return defineCommand({
    name,
    summary: preset.summary,
    options: listOptions(name, preset),
    asksFirst: true,
    isPrivate: (options) => options.private === true,
    async run(call, core) {
      const account = await core.accounts.requireAccount(call.user)
      const { image, private: hidden = false, ...filled } = call.options
      const job = await core.images.order({
        tool: name,
        fields: pickWords(filled),
        ...(typeof image === 'object' && 'read' in image && { brought: [image] }),
        ...{ private: hidden === true, owner: account.id, call: call.id, origin: call.origin },
      })
      return await followJob({ ...call, options: {} }, core, job, { private: hidden === true })
    },
  })
}

function listOptions(name: PresetName, { fields, styles, image }: Preset): readonly Option[] {
  return [
    ...fields.map(
      ({ name, summary, required, longest }, index): Option => ({
        ...{ name, summary, type: 'text', maxLength: longest, characters: true },
        ...(required && { required }),
        ...(index === 0 ? { verbatim: true } : { prose: true }),
      }),
    ),
    {
      name: 'style',
      summary: `How it looks; ${Object.keys(styles)[0]} if you do not say`,
      type: 'choice',
      sheet: findStyleSheet(name),
      choices: Object.entries(styles).map(([value, manner]) => ({
        value,
        label: cutText(`${value} · ${manner}`, longestChoice),
      })),
    },
    { name: 'private', summary: 'Show it to you alone', type: 'flag' },
    { name: 'image', summary: image, type: 'image' },
  ]
}

/** Those of the options that are words. */
export const pickWords = (options: Readonly<Record<string, unknown>>): Fields =>
  Object.fromEntries(
    Object.entries(options).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  )
