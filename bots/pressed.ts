/** What can be pressed: the options of the commands that buttons and forms call, and presses that are held against them. */
import {
  fieldNames,
  findRoom,
  longestPlaceholderText,
  longestPrompt,
  longestQrText,
  mostReferences,
  qualities,
  toolKinds,
} from '#core/index.ts'
import { listChoices, type Option, type OptionsOf } from './option.ts'
import type { Press } from './platform.ts'

const id = { name: 'id', type: 'generation', required: true } as const
/** Set where the presser alone saw the button, and so is to see the answer. */
const hidden = { name: 'private', type: 'flag' } as const

/** With a cursor and their names they fit into a Discord button's 100 characters. */
export const search = {
  name: 'search',
  type: 'text',
  maxLength: 48,
} as const

export const code = {
  name: 'code',
  type: 'text',
  maxLength: 100,
} as const

/** The longest that any preset has; each is held against its own length. */
const longestField = 200
/** In the order in which they are numbered. */
export const references = [
  { name: 'image', type: 'image' },
  { name: 'image2', type: 'image', more: true },
  { name: 'image3', type: 'image', more: true },
  { name: 'image4', type: 'image', more: true },
] as const satisfies readonly Option[]

const renderField = (name: string): Option => ({
  ...{ name, type: 'text', maxLength: longestField, characters: true },
})

/** Each utility counts its words in its own way. */
const longestMade = Math.max(longestQrText, findRoom(longestPlaceholderText))

/** A message that it is asked of may show none. */
const shownThere = { name: 'id', type: 'generation' } as const

/** What came along earlier, and the seal by which it is the caller's. */
export const along = [
  { name: 'along', type: 'text', maxLength: 200 },
  { name: 'proof', type: 'text', maxLength: 16 },
] as const

/** What a free utility made its picture of; without words it is handed on as it is. */
const made = [
  { name: 'text', type: 'text', maxLength: longestMade },
  {
    name: 'tool',
    type: 'choice',
    choices: listChoices(['qr', 'placeholder', 'favicon', 'resize']),
  },
  ...(['size', 'color', 'background'] as const).map(
    (name) => ({ name, type: 'text', maxLength: 20 }) as const,
  ),
  { name: 'picture', type: 'text', maxLength: 200 },
  { name: 'proof', type: 'text', maxLength: 20 },
  hidden,
] as const

/** At most so many are given at once. */
export const givenCredits = {
  name: 'credits',
  type: 'integer',
  minimum: 1,
  maximum: 1_000_000,
  required: true,
} as const
const account = { type: 'text', maxLength: 32, required: true } as const

/** What a team's cap keeps back, by which its request for more is known too. */
const kept = { name: 'id', type: 'text', maxLength: 40, required: true } as const

/** By the command's name. What is pressed carries the options by their names, so that their order means nothing. */
export const pressed = {
  again: [id, hidden],
  edit: [id, hidden],
  edited: [
    id,
    { name: 'prompt', type: 'text', maxLength: longestPrompt, required: true },
    hidden,
    ...references,
  ],
  'edited-preset': [id, hidden, { name: 'image', type: 'image' }, ...fieldNames.map(renderField)],
  'tie-teams': [{ ...code, required: true }],
  upgrade: [id, hidden],
  vary: [
    id,
    {
      name: 'how',
      type: 'choice',
      choices: listChoices(['subtle', 'strong']),
    },
    hidden,
  ],
  pick: [id, hidden],
  change: [
    {
      name: 'prompt',
      type: 'text',
      maxLength: longestPrompt,
      verbatim: true,
      required: true,
    },
    { name: 'id', type: 'generation' },
    hidden,
  ],
  'change-form': [shownThere, hidden],
  'use-reference': [
    shownThere,
    ...along,
    hidden,
    ...references,
    { name: 'image5', type: 'image', more: true },
  ],
  back: [id, hidden],
  'use-made': made,
  'use-with': [
    { name: 'prompt', type: 'text', maxLength: longestPrompt, required: true },
    ...made,
    ...references.slice(0, mostReferences - 1),
  ],
  'pay-own': [kept, hidden],
  'ask-more': [kept],
  'answer-request': [kept, { name: 'approve', type: 'flag' }],
  cancel: [{ name: 'id', type: 'generation', of: 'waiting' }],
  share: [id],
  show: [{ name: 'id', type: 'generation' }],
  favourite: [id],
  unfavourite: [id],
  history: [
    search,
    {
      name: 'tool',
      type: 'choice',
      choices: listChoices(toolKinds, (words, value) => words.toolKinds[value]),
    },
    {
      name: 'quality',
      type: 'choice',
      choices: listChoices(qualities, (words, value) => words.qualities[value]),
    },
    { name: 'favourites', type: 'flag' },
  ],
  unshare: [id],
  vote: [id],
  delete: [id],
  'delete-now': [
    id,
    { name: 'channel', type: 'text', maxLength: 100 },
    { name: 'message', type: 'text', maxLength: 100 },
  ],
  older: [{ name: 'cursor', type: 'text', maxLength: 55, required: true }, search],
  'gallery-older': [{ name: 'cursor', type: 'text', maxLength: 55, required: true }],
  'draw-talk': [
    { name: 'picture', type: 'text', maxLength: 200 },
    { name: 'words', type: 'text', maxLength: longestPrompt, verbatim: true },
  ],
  // Short names, so that it fits into a Discord button's 100 characters with its seal.
  'give-now': [
    { name: 'id', type: 'text', maxLength: 32, required: true },
    { ...account, name: 'by' },
    { ...account, name: 'to' },
    givenCredits,
  ],
  example: [
    {
      name: 'of',
      type: 'choice',
      choices: listChoices(['imagine', 'qr']),
      required: true,
    },
    hidden,
  ],
  link: [code],
  'enter-code': [],
  'code-entered': [{ ...code, required: true }],
  'unlink-now': [],
  keep: [],
} as const

type OptionsFor<Name extends keyof typeof pressed> = OptionsOf<(typeof pressed)[Name]>

/** What is empty or false is left out, as it means the same. */
export function press<Name extends keyof typeof pressed>(command: Name, options: OptionsFor<Name>): Press {
  return pressPart<Name>(command, options)
}

/** The same with options missing, which the fields of a form are to give. */
export function pressPart<Name extends keyof typeof pressed>(
  command: Name,
  options: Partial<OptionsFor<Name>>,
): Press {
  const said = Object.entries<unknown>(options).flatMap(([name, value]) =>
    isSaid(value) ? [[name, value] as const] : [],
  )
  return { command, options: Object.fromEntries(said) }
}

const isSaid = (value: unknown): value is string | number | true =>
  value === true || typeof value === 'number' || (typeof value === 'string' && value !== '')
