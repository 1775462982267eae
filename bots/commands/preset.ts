/** Makes a picture of a kind that many ask for, such as a social card or a logo: a command for each preset, made from its data. */
import { type Fields, type Preset, type PresetName, presets } from '#core/index.ts'
import { type Command, defineCommand } from '../command.ts'
import { followJob } from '../follow-job.ts'
import { findNamed } from '../named.ts'
import type { Offer } from '../offer.ts'
import { createModelOption, listChoices, type Option, type Said } from '../option.ts'

export function createPreset(name: PresetName, { models }: Pick<Offer, 'models'>): Command {
  const preset: Preset = presets[name]
  return defineCommand({
    name,
    options: listOptions(name, preset, models),
    asksFirst: true,
    isPrivate: (options) => options.private === true,
    async run(call, core) {
      const account = await core.accounts.requireAccount(call.user)
      const { image, model, private: hidden = false, ...filled } = call.options
      const job = await core.images.order({
        tool: name,
        fields: pickWords(filled),
        ...(typeof image === 'object' && 'read' in image && { brought: [image] }),
        ...(typeof model === 'string' && { model }),
        ...{ private: hidden === true, owner: account.id, call: call.id, origin: call.origin },
      })
      return await followJob({ ...call, options: {} }, core, job, { private: hidden === true })
    },
  })
}

function listOptions(
  name: PresetName,
  { fields, styles }: Preset,
  models: readonly string[],
): readonly Option[] {
  return [
    ...fields.map(
      ({ name, required, longest }, index): Option => ({
        ...{ name, type: 'text', maxLength: longest, characters: true },
        ...(required && { required }),
        ...(index === 0 ? { verbatim: true } : { prose: true }),
      }),
    ),
    {
      name: 'style',
      type: 'choice',
      sheet: name,
      choices: listChoices(Object.keys(styles), (words, value) => findNamed<Said>(words.styles[name], value)),
    },
    ...(models.length > 1 ? [createModelOption(models)] : []),
    { name: 'private', type: 'flag' },
    { name: 'image', type: 'image' },
  ]
}

/** Those of the options that are words. */
export const pickWords = (options: Readonly<Record<string, unknown>>): Fields =>
  Object.fromEntries(
    Object.entries(options).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  )
