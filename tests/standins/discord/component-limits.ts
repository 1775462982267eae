/** What Discord demands of a message's components: docs.discord.com/developers/components/reference. */
import { listMedia, selectTypes, type, walk } from './components.ts'
import { countCharacters, type Form, isObject, isUrl, type Json, type Path } from './form.ts'

const within = [type.actionRow, type.section, type.textDisplay, type.mediaGallery, type.file, type.separator]
const mostComponents = 40
/** Over all text displays of a message together. */
const mostText = 4000

/** Faults a message's components; `layout` says that it has the IS_COMPONENTS_V2 flag. */
export function checkComponents(form: Form, components: readonly Json[], layout: boolean): void {
  if (layout) {
    checkChildren(form, components, ['components'], [...within, type.container])
    const count = [...walk(components)].length
    form.expect(count <= mostComponents, ['components'], 'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED')
  } else {
    checkChildren(form, components, ['components'], [type.actionRow])
    form.list(['components'], components, 0, 5)
  }
  const ids = new Set<unknown>()
  const customIds = new Set<unknown>()
  let text = 0
  for (const [component, path] of walk(components)) {
    checkOne(form, component, path)
    if (component.type === type.textDisplay) text += countCharacters(String(component.content ?? ''))
    if (component.custom_id) {
      const isNew = !customIds.has(component.custom_id)
      form.expect(isNew, [...path, 'custom_id'], 'COMPONENT_CUSTOM_ID_DUPLICATED')
      customIds.add(component.custom_id)
    }
    if (component.id) {
      form.expect(!ids.has(component.id), [...path, 'id'], 'COMPONENT_ID_DUPLICATED')
      ids.add(component.id)
    }
  }
  form.expect(text <= mostText, ['components'], 'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED')
}

function checkChildren(form: Form, children: unknown, path: Path, allowed: readonly number[]): void {
  const message = `Value of field "type" must be one of (${allowed.join(', ')}).`
  form.each(path, children, 0, mostComponents, (child, at) =>
    form.expect(allowed.includes(Number(child.type)), at, 'UNION_TYPE_CHOICES', message),
  )
}

function checkOne(form: Form, component: Json, path: Path): void {
  if (component.type === type.actionRow) checkRow(form, component, path)
  else if (component.type === type.button) checkButton(form, component, path)
  else if (selectTypes.includes(component.type)) checkSelect(form, component, path)
  else if (component.type === type.textDisplay)
    form.text([...path, 'content'], component.content, 1, mostText)
  else if (component.type === type.section) {
    form.list([...path, 'components'], component.components, 1, 3)
    checkChildren(form, component.components, [...path, 'components'], [type.textDisplay])
    checkChildren(form, [component.accessory], [...path, 'accessory'], [type.button, type.thumbnail])
  } else if (component.type === type.container) {
    form.list([...path, 'components'], component.components, 1, mostComponents)
    checkChildren(form, component.components, [...path, 'components'], within)
  } else if (component.type === type.mediaGallery) {
    form.each([...path, 'items'], component.items, 1, 10, (item, at) => checkMedia(form, item, 'media', at))
  } else if (component.type === type.thumbnail) checkMedia(form, component, 'media', path)
  else if (component.type === type.file) {
    checkMedia(form, component, 'file', path)
    const attached = listMedia(component)[0]?.url.startsWith('attachment://') ?? true
    form.expect(attached, [...path, 'file', 'url'], 'URL_TYPE_INVALID_SCHEME', 'Scheme must be attachment.')
  }
}

function checkMedia(form: Form, holder: Json, key: 'media' | 'file', path: Path): void {
  const media = holder[key]
  const url = isObject(media) ? media.url : undefined
  form.text([...path, key, 'url'], url, 1, 2048)
  form.expect(isUrl(url, ['http:', 'https:', 'attachment:']), [...path, key, 'url'], 'URL_TYPE_INVALID_URL')
  if (holder.description !== undefined && holder.description !== null) {
    form.text([...path, 'description'], holder.description, 1, 1024)
  }
}

function checkRow(form: Form, row: Json, path: Path): void {
  const at = [...path, 'components']
  const children = form.list(at, row.components, 1, 5)
  checkChildren(form, children, at, [type.button, ...(selectTypes as number[])])
  const selects = children.filter((child) => selectTypes.includes(child.type))
  form.expect(selects.length === 0 || children.length === 1, at, 'COMPONENT_LAYOUT_WIDTH_EXCEEDED')
}

/** Styles: 1–4 send an interaction, 5 opens a link, 6 a purchase. */
function checkButton(form: Form, button: Json, path: Path): void {
  const style = Number(button.style)
  form.expect(style >= 1 && style <= 6, [...path, 'style'], 'BASE_TYPE_CHOICES', 'Must be one of (1, …, 6).')
  form.text([...path, 'label'], button.label, 0, 80)
  const isNamed = Boolean(button.label || button.emoji) || style === 6
  form.expect(isNamed, [...path, 'label'], 'BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED')
  const wanted = style === 5 ? 'url' : style === 6 ? 'sku_id' : 'custom_id'
  for (const key of ['custom_id', 'url', 'sku_id']) {
    if (key === wanted) form.text([...path, key], button[key], 1, key === 'url' ? 512 : 100)
    else form.expect(!button[key], [...path, key], 'BUTTON_COMPONENT_FIELD', `No ${key} with this style`)
  }
  if (wanted === 'url' && button.url) {
    const message = 'Scheme must be one of (http, https, discord).'
    const isKnown = isUrl(button.url, ['http:', 'https:', 'discord:'])
    form.expect(isKnown, [...path, 'url'], 'URL_TYPE_INVALID_SCHEME', message)
  }
}

function checkSelect(form: Form, select: Json, path: Path): void {
  form.texts(path, select, { custom_id: [1, 100], placeholder: [0, 150] })
  form.integers(path, select, { min_values: [0, 25], max_values: [1, 25] })
  if (select.type !== type.stringSelect) return
  form.each([...path, 'options'], select.options, 1, 25, (option, at) =>
    form.texts(at, option, { label: [1, 100], value: [1, 100], description: [0, 100] }),
  )
}
