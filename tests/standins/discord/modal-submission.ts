/** A filled-in modal as it arrives at the bot. */
import { findSizeLimit, storeAttachment } from './attachments.ts'
import { type } from './components.ts'
import { countCharacters, isObject, type Json } from './form.ts'
import type { Modal } from './interaction.ts'
import type { UploadedFile, World } from './world.ts'

/** What the person fills in, by the inputs' custom ids. */
export interface Filled {
  values: Readonly<Record<string, string>>
  files?: Readonly<Record<string, readonly UploadedFile[]>> | undefined
}

/** Throws what the person would see in red: an unknown field, a missing, too short or too long value, too many or too large files. */
export function renderSubmission(world: World, modal: Modal, { values, files = {} }: Filled): Json {
  const inputs = modal.components.flatMap((component) =>
    isObject(component.component)
      ? [component.component]
      : ((component.components as Json[] | undefined) ?? []),
  )
  const unknown = Object.keys({ ...values, ...files }).find(
    (key) => !inputs.some(({ custom_id }) => custom_id === key),
  )
  if (unknown) throw new Error(`The modal has no field ${unknown}`)
  const attachments: Record<string, Json> = {}
  let id = 0

  function upload(input: Json, key: string): Json {
    const given = files[key] ?? []
    const { channel } = modal.interaction
    const least = given.length === 0 && input.required === false ? 0 : Number(input.min_values ?? 1)
    const most = Number(input.max_values ?? 1)
    if (given.length < least || given.length > most) {
      throw new Error(`${key}: between ${least} and ${most} files are wanted`)
    }
    if (given.some(({ data }) => data.length > findSizeLimit(channel))) throw new Error(`${key}: too large`)
    const stored = given.map((file) => storeAttachment(world, channel.id, file, { ephemeral: true }))
    for (const each of stored) attachments[each.id] = { ...each }
    return { type: input.type, id: ++id, custom_id: key, values: stored.map((each) => each.id) }
  }

  function choose(input: Json, key: string): Json {
    const options = (input.options as Json[] | undefined) ?? []
    const chosen = values[key] ?? options.find((option) => option.default === true)?.value
    if (chosen !== undefined && !options.some((option) => option.value === chosen)) {
      throw new Error(`${key}: there is no ${chosen} to choose`)
    }
    return { type: input.type, id: ++id, custom_id: key, values: chosen === undefined ? [] : [chosen] }
  }

  function fill(input: Json): Json {
    const key = String(input.custom_id)
    if (input.type === type.fileUpload) return upload(input, key)
    if (input.type !== type.textInput) return choose(input, key)
    const value = values[key] ?? String(input.value ?? '')
    const length = countCharacters(value)
    const required = input.required !== false
    const [least, most] = [Number(input.min_length ?? Number(required)), Number(input.max_length ?? 4000)]
    if ((length > 0 || required) && (length < least || length > most)) {
      throw new Error(`${key}: between ${least} and ${most} characters are wanted`)
    }
    return { type: type.textInput, id: ++id, custom_id: key, value }
  }

  const components = modal.components.map((component): Json => {
    const own = { type: component.type, id: ++id }
    if (isObject(component.component)) return { ...own, component: fill(component.component) }
    return Array.isArray(component.components) ? { ...own, components: component.components.map(fill) } : own
  })
  const resolved = Object.keys(attachments).length > 0 ? { resolved: { attachments } } : {}
  return { custom_id: modal.customId, components, ...resolved }
}
