/** The form in which a prompt is changed. */
import {
  findNumber,
  findPrice,
  findRoom,
  type Generation,
  isPreset,
  longestPrompt,
  namePicture,
  type PresetName,
  type Prices,
  presets,
  type Words,
} from '#core/index.ts'
import { explainOption, labelOption } from '../named.ts'
import type { Form, Message } from '../platform.ts'
import { pressPart } from '../pressed.ts'
import { listRoom } from './references.ts'

/** A preset's picture is edited by what was filled in. */
export function renderEditForm(
  words: Words,
  seen: Generation,
  shown: { private: boolean },
  prices: Prices,
): Form {
  const { asked } = seen
  const { tool } = asked
  if (isPreset(tool)) return renderPresetForm(words, tool, seen, shown, prices)
  const count = findNumber(seen) === undefined ? asked.count : 1
  return {
    title: words.edit.title,
    ...pressPart('edited', { id: namePicture(seen), ...shown }),
    fields: [
      {
        ...{ name: 'prompt', label: labelOption(words, 'prompt'), value: asked.prompt },
        ...{ maxLength: longestPrompt, multiline: true },
      },
    ],
    ...listRoom(words, asked.sources.length),
    submit: words.buttons.drawFor(findPrice(prices, { ...asked, count })),
  }
}

function renderPresetForm(
  words: Words,
  tool: PresetName,
  { id, asked }: Pick<Generation, 'id' | 'asked'>,
  shown: { private: boolean },
  prices: Prices,
): Form {
  const { fields, styles } = presets[tool]
  const said: Readonly<Record<string, { name: string; about: string }>> = words.styles[tool]
  const choices = Object.keys(styles).map((value) => ({ value, ...(said[value] ?? { about: '' }) }))
  const image = { label: labelOption(words, 'image'), hint: explainOption(words, tool, 'image') }
  return {
    title: words.edit.presetTitle(`/${tool}`),
    ...pressPart('edited-preset', { id, ...shown }),
    fields: [
      ...fields.map(({ name, longest }) => ({ name, maxLength: findRoom(longest) })),
      { name: 'style', maxLength: longestStyle, choices, sheet: tool },
    ].map((field) => ({
      ...{ ...field, label: labelOption(words, field.name), multiline: false },
      value: asked.fields?.[field.name] ?? '',
    })),
    pictures: { ...(asked.sources.length > 0 ? { label: words.edit.pictureInstead } : image), most: 1 },
    submit: words.buttons.drawFor(findPrice(prices, asked)),
  }
}

/** Where it is typed. */
const longestStyle = 20

/** `limit`: characters that a form of the platform holds. */
export function renderTooLongForForm(words: Words, limit: number): Message {
  return { private: true, blocks: [{ kind: 'text', text: words.edit.tooLongForForm(limit) }] }
}
