/** The form in which a prompt is changed. */
import {
  findNumber,
  findPrice,
  findRoom,
  findStyleSheet,
  type Generation,
  isPreset,
  longestPrompt,
  namePicture,
  type PresetName,
  type Prices,
  presets,
} from '#core/index.ts'
import type { Form, Message } from '../platform.ts'
import { pressPart } from '../pressed.ts'
import { listRoom } from './references.ts'
import { renderNumber } from './words.ts'

/** A preset's picture is edited by what was filled in. */
export function renderEditForm(seen: Generation, shown: { private: boolean }, prices: Prices): Form {
  const { asked } = seen
  const { tool } = asked
  if (isPreset(tool)) return renderPresetForm(tool, seen, shown, prices)
  const count = findNumber(seen) === undefined ? asked.count : 1
  return {
    title: 'Edit prompt',
    ...pressPart('edited', { id: namePicture(seen), ...shown }),
    fields: [
      { name: 'prompt', label: 'Prompt', value: asked.prompt, maxLength: longestPrompt, multiline: true },
    ],
    ...listRoom(asked.sources.length),
    submit: `Draw · ${renderNumber(findPrice(prices, { ...asked, count }))}`,
  }
}

function renderPresetForm(
  tool: PresetName,
  { id, asked }: Pick<Generation, 'id' | 'asked'>,
  shown: { private: boolean },
  prices: Prices,
): Form {
  const { fields, styles, image } = presets[tool]
  const sheet = findStyleSheet(tool)
  const choices = Object.entries(styles).map(([value, about]) => ({ value, about }))
  return {
    title: `Edit /${tool}`,
    ...pressPart('edited-preset', { id, ...shown }),
    fields: [
      ...fields.map(({ name, longest }) => ({ name, maxLength: findRoom(longest) })),
      { name: 'style', maxLength: longestStyle, choices, sheet },
    ].map((field) => ({
      ...{ ...field, label: capitalize(field.name), multiline: false },
      value: asked.fields?.[field.name] ?? '',
    })),
    pictures: { label: asked.sources.length > 0 ? 'Another picture in place of its own' : image, most: 1 },
    submit: `Draw · ${renderNumber(findPrice(prices, asked))}`,
  }
}

/** Where it is typed. */
const longestStyle = 20
const capitalize = (name: string) => `${name[0]?.toUpperCase()}${name.slice(1)}`

/** `limit`: characters that a form of the platform holds. */
export function renderTooLongForForm(limit: number): Message {
  const text = `This prompt is too long to be edited here: a form holds ${renderNumber(limit)} characters. Nothing was charged.`
  return { private: true, blocks: [{ kind: 'text', text: [text] }] }
}
