/** The ways to ask for pictures: what each makes of the words that a person wrote. */

import { cutText } from '#core/characters.ts'
import { type Fields, instructPreset, isLettered, type Preset } from './presets/preset.ts'
import { type PresetName, presetNames, presets } from './presets/presets.ts'

/** OpenAI's limit for GPT image models (API reference, `prompt`), in UTF-16 units: in whatever it counts, these are not fewer. */
export const longestPrompt = 32_000

/** What a tool may want to know besides the prompt. */
interface About {
  fields: Fields
  /** Whether the model is known to write words as they are spelled. */
  spells: boolean
  /** How many it is drawn from. */
  pictures: number
}

export interface Tool {
  /** The words that the model is sent; what was asked stays what the person wrote. */
  instruct(prompt: string, about: About): string
  output: 'png'
  /** The composition of what it is drawn from is to stay. */
  inputFidelity?: 'high'
}

/** The person's words come last: what is cut, where all would be too long, is theirs. */
const lead = (words: string) => (prompt: string) => cutText(`${words}${prompt}`, longestPrompt, '')

/** So that the words may speak of them, as in `the hat of 2 on 1`. */
const number = (pictures: number) => `The pictures are numbered 1 to ${pictures}, in the order given. `

export const tools = {
  imagine: {
    instruct: (prompt, { pictures }) => (pictures > 1 ? lead(number(pictures))(prompt) : prompt),
    output: 'png',
  },
  'vary-subtle': {
    instruct: lead(
      'Make a variation of this picture. Keep its subjects, composition, viewpoint, colours and style, and change only small details. It was asked for in these words: ',
    ),
    output: 'png',
    inputFidelity: 'high',
  },
  'vary-strong': {
    instruct: lead(
      'Make a new picture in the likeness of this one. Keep its subjects and its style, and choose another composition, viewpoint and other details. It was asked for in these words: ',
    ),
    output: 'png',
  },
  upgrade: {
    instruct: lead(
      'Finish this very picture at the best quality. Keep its composition, subjects, poses, viewpoint, colours, lettering and style just as they are, and add nothing; make only its details finer and cleaner. It was asked for in these words: ',
    ),
    output: 'png',
    inputFidelity: 'high',
  },
  change: {
    instruct: lead(
      'Change this picture as told, and keep everything else in it just as it is: subjects, composition, viewpoint, colours, lettering and style. What to change: ',
    ),
    output: 'png',
    inputFidelity: 'high',
  },
  /** What Vary was before it was subtle or strong: kept for what was drawn so. */
  variation: {
    instruct: lead('Another version of this picture, different in its details: '),
    output: 'png',
  },
  ...readPresets(),
} as const satisfies Readonly<Record<string, Tool>>

export type ToolName = keyof typeof tools

function readPresets(): Readonly<Record<PresetName, Tool>> {
  const read = presetNames.map((name) => [name, { instruct: createInstruct(presets[name]), output: 'png' }])
  return Object.fromEntries(read)
}

function createInstruct(preset: Preset): Tool['instruct'] {
  return (_, { fields, spells, pictures }) =>
    cutText(
      instructPreset(preset, fields, {
        lettered: isLettered(preset, fields, spells),
        hasSources: pictures > 0,
      }),
      longestPrompt,
      '',
    )
}
