/** A filled-in modal as it arrives at the bot. */
import { type } from './components.ts'
import { countCharacters, isObject, type Json } from './form.ts'
import type { Modal } from './interaction.ts'

/** Throws what the person would see in red: an unknown field, a missing, too short or too long value. */
export function renderSubmission(modal: Modal, values: Readonly<Record<string, string>>): Json {
  const inputs = modal.components.flatMap((component) =>
    isObject(component.component)
      ? [component.component]
      : ((component.components as Json[] | undefined) ?? []),
  )
  const unknown = Object.keys(values).find((key) => !inputs.some(({ custom_id }) => custom_id === key))
  if (unknown) throw new Error(`The modal has no field ${unknown}`)
  let id = 0

  function fill(input: Json): Json {
    const key = String(input.custom_id)
    const value = values[key] ?? String(input.value ?? '')
    if (input.type !== type.textInput) {
      const options = (input.options as Json[] | undefined) ?? []
      const chosen = values[key] ?? options.find((option) => option.default === true)?.value
      if (chosen !== undefined && !options.some((option) => option.value === chosen)) {
        throw new Error(`${key}: there is no ${chosen} to choose`)
      }
      return { type: input.type, id: ++id, custom_id: key, values: chosen === undefined ? [] : [chosen] }
    }
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
  return { custom_id: modal.customId, components }
}
