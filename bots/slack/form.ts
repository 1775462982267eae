/** Forms as Slack's modals, and what people sent with them. */

import type { types } from '@slack/bolt'
import { z } from 'zod'
import { cutText, findStyleSheet, type Text, type Words } from '#core/index.ts'
import type { FormField } from '../form-field.ts'
import { cleanLine } from '../literal.ts'
import type { Form, OptionValue } from '../platform.ts'
import { renderPartLabel, splitValue } from '../split-value.ts'
import { readNamedFiles, type SlackFile } from './attachment.ts'
import { type Carried, readCarried } from './press.ts'
import { renderWords } from './text.ts'

/** docs.slack.dev/reference/block-kit/block-elements/plain-text-input-element, and a view's title */
export const longestInput = 3_000
const longestTitle = 24
/** A choice's text and description. */
const longestChoice = 75

export function renderView(
  { slack }: Words,
  given: {
    title: string
    submit: string
    /** As `carry` writes it. */
    carried: string
    blocks: types.KnownBlock[]
  },
): types.ModalView {
  return {
    type: 'modal',
    callback_id: 'form',
    private_metadata: given.carried,
    title: renderPlain(given.title, longestTitle),
    submit: renderPlain(given.submit, longestTitle),
    close: renderPlain(slack.cancel, longestTitle),
    blocks: given.blocks,
  }
}

/** Words where a form was, and nothing to send. */
export function renderNotice({ slack }: Words, text: Text): types.ModalView {
  return {
    type: 'modal',
    title: renderPlain(slack.product, longestTitle),
    close: renderPlain(slack.close, longestTitle),
    blocks: [{ type: 'section', text: renderPlain(renderWords(text), longestInput) }],
  }
}

/** Where Slack can fetch pictures of ours; undefined where it can reach nothing. */
export type Site = string | undefined

/** What a menu's choices look like, above it. */
export function renderSheet(words: Words, preset: FormField['sheet'], site: Site): types.ImageBlock[] {
  if (preset === undefined || site === undefined) return []
  const { path, alt } = findStyleSheet(words, preset)
  return [{ type: 'image', image_url: `${site}${path}`, alt_text: alt }]
}

/** The inputs of a form. A value too long for one is spread over several. */
export function renderInputs(
  words: Words,
  { fields, pictures }: Pick<Form, 'fields' | 'pictures'>,
  site: Site,
): types.KnownBlock[] {
  const along = pictures && renderInput('0:image', pictures.label, renderFileInput(pictures), pictures.hint)
  return [...renderFields(words, fields, site), ...(along ? [along] : [])]
}

function renderFields(words: Words, fields: Form['fields'], site: Site): types.KnownBlock[] {
  return fields.flatMap((field) => {
    const { name, label, hint, value, choices, other, sheet } = field
    if (choices) {
      const menu = renderInput(`0:${name}`, label, renderMenu(choices, value), hint)
      const shown = [...renderSheet(words, sheet, site), menu]
      if (!other) return shown
      const { maxLength } = other
      const input = renderTextInput({ maxLength, multiline: false }, '')
      return [...shown, renderInput(`other:${name}`, label, input, words.slack.other(other.hint))]
    }
    const parts = splitValue(value, longestInput)
    return parts.map((part, index) =>
      renderInput(
        `${index}:${name}`,
        renderPartLabel(label, index, parts.length),
        renderTextInput(field, part),
        hint,
      ),
    )
  })
}

const renderInput = (
  block_id: string,
  label: string,
  element: types.InputBlock['element'],
  hint?: string,
): types.InputBlock => ({
  type: 'input',
  block_id,
  label: renderPlain(label, 2_000),
  ...(hint !== undefined && { hint: renderPlain(hint, 2_000) }),
  optional: true,
  element,
})

/** `drawings`: SVG too. */
export const renderFileInput = ({ most, drawings }: { most: number; drawings?: true | undefined }) => ({
  type: 'file_input' as const,
  action_id: 'value',
  max_files: most,
  filetypes: ['png', 'jpg', 'jpeg', 'webp', 'gif', ...(drawings ? ['svg'] : [])],
})

const renderTextInput = (
  { maxLength, multiline }: Pick<FormField, 'maxLength' | 'multiline'>,
  part: string,
): types.PlainTextInput => ({
  type: 'plain_text_input',
  action_id: 'value',
  multiline,
  max_length: Math.min(maxLength, longestInput),
  ...(part !== '' && { initial_value: part }),
})

function renderMenu(choices: NonNullable<FormField['choices']>, chosen: string): types.StaticSelect {
  const options = choices.map(({ value, name = value, about }) => ({
    value,
    text: renderPlain(name, longestChoice),
    ...(about !== '' && { description: renderPlain(about, longestChoice) }),
  }))
  const initial = options.find(({ value }) => value === chosen)
  return { type: 'static_select', action_id: 'value', options, ...(initial && { initial_option: initial }) }
}

/** `limit` characters of plain text; never empty, which Slack refuses. */
export function renderPlain(text: string, limit: number): types.PlainTextElement {
  return { type: 'plain_text', text: cutText(cleanLine(text), limit) || '…', emoji: false }
}

/**
 * What was sent, by option; what was typed into an `other` input counts instead of what was chosen. Undefined for
 * what no version of the bot can have made: a form is understood whole, or not at all.
 */
export function readSubmission(view: unknown): Submission | undefined {
  const sent = submitted.safeParse(view)
  const read = sent.success ? readCarried(sent.data.private_metadata) : undefined
  if (!sent.success || !read) return undefined
  const parts = new Map<string, string>()
  const files: SlackFile[] = []
  const inputs = Object.entries(sent.data.state.values).sort(([one], [other]) =>
    one.localeCompare(other, 'en', { numeric: true }),
  )
  for (const [block, { value: element }] of inputs) {
    const [, part, name] = /^(\d+|other):(.+)$/.exec(block) ?? []
    if (name === undefined || !element) continue
    files.push(...(element.files ?? []))
    const value = readValue(element)
    if (value === undefined) continue
    parts.set(name, part === 'other' ? value : (parts.get(name) ?? '') + value)
  }
  const { files: along, ...carried } = read.press.options
  const options = { ...carried, ...Object.fromEntries(parts) }
  const before = typeof along === 'string' ? readNamedFiles(along) : []
  return { ...read, view: sent.data.id, options, files: [...before, ...files] }
}

type Submission = Carried & {
  /** Slack's id of the form that was sent. */
  view: string
  options: Record<string, OptionValue>
  files: readonly SlackFile[]
}

const choice = z.object({ value: z.string() })

const entered = z.object({
  value: z.string().nullish(),
  selected_option: choice.nullish(),
  selected_options: z.array(choice).nullish(),
  selected_conversation: z.string().nullish(),
  selected_user: z.string().nullish(),
  files: z.array(z.custom<SlackFile>((file) => typeof file === 'object' && file !== null)).nullish(),
})

/** docs.slack.dev/reference/interaction-payloads/view-interactions-payload */
const submitted = z.object({
  id: z.string(),
  private_metadata: z.string(),
  state: z.object({ values: z.record(z.string(), z.object({ value: entered.nullish() })) }),
})

/** Typed words come as they are; the words of what was chosen are never read. */
function readValue(element: z.infer<typeof entered>): string | undefined {
  const {
    value,
    selected_option: option,
    selected_options: options,
    selected_conversation: channel,
    selected_user: person,
  } = element
  return value ?? option?.value ?? options?.[0]?.value ?? channel ?? person ?? undefined
}
