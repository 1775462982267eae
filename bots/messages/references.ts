/** What forms say of pictures to start from. */
import { mostReferences, type Words } from '#core/index.ts'
import type { FormField } from '../form-field.ts'
import { explainOption, labelOption } from '../named.ts'
import type { Option } from '../option.ts'
import type { Form } from '../platform.ts'

/** Room for more pictures beside so many that there are already; none where no more are taken. */
export function listRoom({ references: said }: Words, given: number): Pick<Form, 'pictures'> {
  const most = mostReferences - given
  if (most < 1) return {}
  if (given === 0) return { pictures: { label: said.startFrom(mostReferences), most } }
  const label = most === 1 ? said.oneMore(mostReferences) : said.more(given + 1, mostReferences)
  return { pictures: { label, most } }
}

/** Asks all that can be asked of a picture, which `options` say; `count`: of pictures that it starts from. */
export function renderReferenceForm(
  words: Words,
  options: readonly Option[],
  { count, private: hidden }: { count: number; private: boolean },
): Pick<Form, 'title' | 'fields' | 'pictures' | 'submit'> {
  const hint = words.references.chosen(count)
  const fields = options
    .flatMap((option) => renderField(words, option) ?? [])
    .filter(({ name }) => name !== 'private' || !hidden)
    .map((field) => (field.minor ? field : { ...field, hint }))
  return {
    title: words.references.title,
    fields: fields.toSorted(bySpace),
    ...listRoom(words, count),
    submit: words.buttons.draw,
  }
}

/** Where a form holds few, who sees it is asked before what is rarely said. */
const rarely = ['count', 'background', 'model']
const bySpace = (one: FormField, other: FormField) =>
  Number(rarely.includes(one.name)) - Number(rarely.includes(other.name))

const listFlags = ({ flags: { yes, no } }: Words) =>
  Object.entries({ yes, no }).map(([value, [name = value]]) => ({ value, name, about: '' }))

/** An option that is asked for in a form; undefined for one that no form asks for so. */
function renderField(words: Words, option: Option): FormField | undefined {
  const { name, required } = option
  const common = {
    ...{ name, label: labelOption(words, name), hint: explainOption(words, 'imagine', name), value: '' },
    ...{ maxLength: 100, multiline: false },
    ...(!required && { minor: true as const }),
  }
  const choose = (values: readonly string[]) => values.map((value) => ({ value, about: '' }))
  switch (option.type) {
    case 'text':
      return { ...common, maxLength: option.maxLength, multiline: true }
    case 'choice': {
      const choices = option.choices.map(({ value, say }) => ({ value, about: '', ...say?.(words) }))
      return { ...common, choices, ...(option.open && { other: option.open }) }
    }
    case 'integer':
      return { ...common, choices: choose(listNumbers(option)) }
    case 'flag':
      return { ...common, choices: listFlags(words) }
    default:
      return undefined
  }
}

const listNumbers = ({ minimum, maximum }: { minimum: number; maximum: number }) =>
  Array.from({ length: maximum - minimum + 1 }, (_, index) => String(minimum + index))
