/** What forms say of pictures to start from. */
import { mostReferences } from '#core/index.ts'
import type { FormField } from '../form-field.ts'
import type { Option } from '../option.ts'
import type { Form } from '../platform.ts'

/** Room for more pictures beside so many that there are already; none where no more are taken. */
export function listRoom(given: number): Pick<Form, 'pictures'> {
  const most = mostReferences - given
  if (most < 1) return {}
  const numbers = `${given + 1} to ${mostReferences} in your words`
  if (given === 0) return { pictures: { label: `Pictures to start from, ${numbers}`, most } }
  const label = most === 1 ? `Another picture, ${mostReferences} in your words` : `More pictures, ${numbers}`
  return { pictures: { label, most } }
}

/** Asks all that can be asked of a picture, which `options` say; `count`: of pictures that it starts from. */
export function renderReferenceForm(
  options: readonly Option[],
  { count, private: hidden }: { count: number; private: boolean },
): Pick<Form, 'title' | 'fields' | 'pictures' | 'submit'> {
  const hint =
    count === 1
      ? 'The picture that you chose is number 1 in your words.'
      : `The pictures that you chose are numbers 1 to ${count} in your words.`
  const fields = options
    .flatMap((option) => renderField(option) ?? [])
    .filter(({ name }) => name !== 'private' || !hidden)
    .map((field) => (field.minor ? field : { ...field, hint }))
  return {
    title: 'Use as reference',
    fields: fields.toSorted(bySpace),
    ...listRoom(count),
    submit: 'Draw',
  }
}

/** Where a form holds few, who sees it is asked before what is rarely said. */
const rarely = ['count', 'background', 'model']
const bySpace = (one: FormField, other: FormField) =>
  Number(rarely.includes(one.name)) - Number(rarely.includes(other.name))

/** An option that is asked for in a form; undefined for one that no form asks for so. */
function renderField(option: Option): FormField | undefined {
  const { name, summary, required } = option
  const common = {
    ...{ name, label: `${name[0]?.toUpperCase()}${name.slice(1)}`, hint: summary, value: '' },
    ...{ maxLength: 100, multiline: false },
    ...(!required && { minor: true as const }),
  }
  const choose = (values: readonly string[]) => values.map((value) => ({ value, about: '' }))
  switch (option.type) {
    case 'text':
      return { ...common, maxLength: option.maxLength, multiline: true }
    case 'choice': {
      const choices = option.choices.map(({ value, label }) => ({
        ...{ value, about: label === value ? '' : label.replace(`${value} · `, '') },
      }))
      return { ...common, choices, ...(option.open && { other: option.open }) }
    }
    case 'integer':
      return { ...common, choices: choose(listNumbers(option)) }
    case 'flag':
      return { ...common, choices: choose(['yes', 'no']) }
    default:
      return undefined
  }
}

const listNumbers = ({ minimum, maximum }: { minimum: number; maximum: number }) =>
  Array.from({ length: maximum - minimum + 1 }, (_, index) => String(minimum + index))
