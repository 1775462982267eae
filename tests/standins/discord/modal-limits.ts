/** What Discord demands of a modal: docs.discord.com/developers/interactions/receiving-and-responding. */
import { selectTypes, type, walk } from './components.ts'
import { countCharacters, createForm, type Form, isObject, type Json, type Path } from './form.ts'

/** Beside text inputs, selects and file uploads: radio group, checkbox group, checkbox. */
const otherInputs = [21, 22, 23]

/** Refuses a modal Discord would not show. */
export function checkModal(data: Json): void {
  const form = createForm()
  form.texts([], data, { custom_id: [1, 100], title: [1, 45] })
  const components = form.list(['components'], data.components, 1, 5)
  for (const [index, component] of components.entries()) {
    const path = ['components', index]
    if (component.type === type.label) checkLabel(form, component, path)
    else if (component.type === type.actionRow) checkRow(form, component, path)
    else if (component.type !== type.textDisplay) {
      form.add([...path, 'type'], 'UNION_TYPE_CHOICES', 'Value of field "type" must be one of (1, 10, 18).')
    }
  }
  const customIds = [...walk(components)].map(([{ custom_id }]) => custom_id).filter(Boolean)
  form.expect(new Set(customIds).size === customIds.length, ['components'], 'COMPONENT_CUSTOM_ID_DUPLICATED')
  form.finish()
}

function checkLabel(form: Form, label: Json, path: Path): void {
  form.texts(path, label, { label: [1, 45], description: [0, 100] })
  const input = isObject(label.component) ? label.component : {}
  const at = [...path, 'component']
  if (input.type === type.textInput) {
    form.expect(!input.label, [...at, 'label'], 'COMPONENT_LABEL_NOT_ALLOWED')
    checkTextInput(form, input, at)
  } else if (selectTypes.includes(input.type) || otherInputs.includes(Number(input.type))) {
    form.text([...at, 'custom_id'], input.custom_id, 1, 100)
    if (input.type === type.stringSelect) {
      form.each([...at, 'options'], input.options, 1, 25, (option, at) => {
        form.texts(at, option, { label: [1, 100], value: [1, 100], description: [0, 100] })
      })
    }
  } else if (input.type === type.fileUpload) checkUpload(form, input, at)
  else form.add(at, 'UNION_TYPE_CHOICES', 'Not a component for a label.')
}

/** docs.discord.com/developers/components/reference#file-upload */
function checkUpload(form: Form, input: Json, path: Path): void {
  form.text([...path, 'custom_id'], input.custom_id, 1, 100)
  form.integers(path, input, { min_values: [0, 10], max_values: [1, 10] })
  const [least, most] = [Number(input.min_values ?? 1), Number(input.max_values ?? 1)]
  form.expect(least <= most, [...path, 'min_values'], 'BASE_TYPE_CHOICES', 'Must not exceed max_values.')
  const types = Array.isArray(input.file_types) ? input.file_types : []
  form.expect(types.length <= 10, [...path, 'file_types'], 'BASE_TYPE_MAX_LENGTH')
  for (const given of Object.keys(input)) {
    form.expect(uploadFields.includes(given), [...path, given], 'UNKNOWN_FIELD', 'A file upload has no such.')
  }
}

const uploadFields = ['type', 'id', 'custom_id', 'min_values', 'max_values', 'required', 'file_types']

/** The older form: a row with one text input that has its own label. */
function checkRow(form: Form, row: Json, path: Path): void {
  form.each([...path, 'components'], row.components, 1, 1, (input, at) => {
    form.expect(input.type === type.textInput, at, 'UNION_TYPE_CHOICES', 'Only a text input fits here.')
    form.texts(at, input, { label: [1, 45] })
    checkTextInput(form, input, at)
  })
}

function checkTextInput(form: Form, input: Json, path: Path): void {
  const given = { ...input, value: input.value ?? 'absent' }
  form.texts(path, given, { custom_id: [1, 100], placeholder: [0, 100], value: [1, 4000] })
  form.integers(path, input, { min_length: [0, 4000], max_length: [1, 4000] })
  const isStyle = [1, 2].includes(Number(input.style))
  form.expect(isStyle, [...path, 'style'], 'BASE_TYPE_CHOICES', 'Must be 1 or 2.')
  const length = countCharacters(String(input.value ?? ''))
  const [least, most] = [Number(input.min_length ?? 0), Number(input.max_length ?? 4000)]
  if (length > 0) form.text([...path, 'value'], input.value, least, most)
}
