/** Message components: walking through them, and what Discord makes of them when it stores them. */
import type { Attachment } from './attachments.ts'
import { describeMedia } from './attachments.ts'
import { isObject, type Json, type Path } from './form.ts'
import type { World } from './world.ts'

/** The types' numbers: docs.discord.com/developers/components/reference. */
export const type = {
  actionRow: 1,
  button: 2,
  stringSelect: 3,
  textInput: 4,
  userSelect: 5,
  roleSelect: 6,
  mentionableSelect: 7,
  channelSelect: 8,
  section: 9,
  textDisplay: 10,
  thumbnail: 11,
  mediaGallery: 12,
  file: 13,
  separator: 14,
  container: 17,
  label: 18,
  fileUpload: 19,
} as const

export const selectTypes: readonly unknown[] = [
  type.stringSelect,
  type.userSelect,
  type.roleSelect,
  type.mentionableSelect,
  type.channelSelect,
]

/** Every component, outer before inner, with its path. */
export function* walk(components: readonly Json[], path: Path = ['components']): Generator<[Json, Path]> {
  for (const [index, component] of components.entries()) {
    const at = [...path, index]
    yield [component, at]
    if (Array.isArray(component.components)) {
      yield* walk(component.components.filter(isObject), [...at, 'components'])
    }
    for (const key of ['accessory', 'component']) {
      const inner = component[key]
      if (isObject(inner)) yield* walkOne(inner, [...at, key])
    }
  }
}

function* walkOne(component: Json, path: Path): Generator<[Json, Path]> {
  for (const [inner, at] of walk([component], [])) yield [inner, [...path, ...at.slice(1)]]
}

/** The texts of a message's text displays, in reading order. */
export function listTexts(components: readonly Json[]): string[] {
  return [...walk(components)]
    .filter(([component]) => component.type === type.textDisplay)
    .map(([{ content }]) => String(content ?? ''))
}

/** The media a component shows, each with what holds its description. */
export function listMedia(component: Json): { url: string; holder: Json }[] {
  const holders =
    component.type === type.mediaGallery && Array.isArray(component.items)
      ? component.items.filter(isObject)
      : [component]
  return holders.flatMap((holder) => {
    const media = holder.media ?? holder.file
    return isObject(media) && typeof media.url === 'string' ? [{ url: media.url, holder }] : []
  })
}

/** Checked components as Discord stores and answers them: numbered, with defaults, media resolved. */
export function renderComponents(
  world: World,
  components: readonly Json[],
  attachments: readonly Attachment[],
): Json[] {
  const taken = new Set([...walk(components)].map(([{ id }]) => id).filter(Boolean))
  let last = 0
  function number(given: unknown): number {
    if (given) return Number(given)
    do last += 1
    while (taken.has(last))
    return last
  }

  function media(holder: Json, key: 'media' | 'file'): Json {
    const { url } = holder[key] as { url: string }
    return { [key]: describeMedia(world, url, attachments), spoiler: holder.spoiler ?? false }
  }

  function render(component: Json): Json {
    const given = Object.fromEntries(Object.entries(component).filter(([, value]) => value !== null))
    const stored: Json = { ...given, id: number(component.id) }
    if (Array.isArray(component.components)) stored.components = component.components.map(render)
    if (isObject(component.accessory)) stored.accessory = render(component.accessory)
    if (component.type === type.thumbnail) {
      Object.assign(stored, media(component, 'media'), { description: component.description ?? null })
    } else if (component.type === type.file) {
      const { url } = component.file as { url: string }
      const shown = attachments.find(({ filename }) => url === `attachment://${filename}`)
      Object.assign(stored, media(component, 'file'), {
        name: shown?.filename ?? null,
        size: shown?.size ?? null,
      })
    } else if (component.type === type.mediaGallery) {
      stored.items = (component.items as Json[]).map((item) => ({
        ...media(item, 'media'),
        description: item.description ?? null,
      }))
    } else if (component.type === type.separator) {
      Object.assign(stored, { spacing: component.spacing ?? 1, divider: component.divider ?? true })
    } else if (component.type === type.container) {
      Object.assign(stored, {
        accent_color: component.accent_color ?? null,
        spoiler: component.spoiler ?? false,
      })
    } else if (selectTypes.includes(component.type)) {
      Object.assign(stored, { min_values: component.min_values ?? 1, max_values: component.max_values ?? 1 })
    }
    return stored
  }
  return components.map(render)
}
