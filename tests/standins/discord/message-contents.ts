/** Reads a request's body into a message's contents, refusing what Discord refuses. */
import { type Attachment, storeAttachment } from './attachments.ts'
import { checkComponents } from './component-limits.ts'
import { listMedia, renderComponents, walk } from './components.ts'
import { checkEmbeds } from './embed-limits.ts'
import { createForm, type Form, isObject, type Json } from './form.ts'
import { checkAllowedMentions } from './mentions.ts'
import { type Contents, flag } from './message.ts'
import { Refusal } from './refusals.ts'
import type { Channel, UploadedFile, World } from './world.ts'

/** What a request may bring: its JSON, and its files by the number in `files[n]`. */
export interface MessageRequest {
  body: Json
  files: ReadonlyMap<number, UploadedFile>
}

export interface ContentsRules {
  channel: Channel
  /** Largest file, in bytes. */
  sizeLimit: number
  ephemeral: boolean
}

/**
 * The message as it will be: the request laid over `existing`, which an edit gives. Null empties a field,
 * an absent one keeps it. Once a message has IS_COMPONENTS_V2 it keeps it.
 */
export function readContents(
  world: World,
  { body, files }: MessageRequest,
  rules: ContentsRules,
  existing?: Contents,
): Contents {
  const form = createForm()
  form.text(['content'], body.content, 0, 2000)
  form.integer(['flags'], body.flags, 0, Number.MAX_SAFE_INTEGER)
  checkAllowedMentions(form, body.allowed_mentions)
  const givenFlags = Number(body.flags ?? existing?.flags ?? 0)
  const layout = ((givenFlags | (existing?.flags ?? 0)) & flag.componentsV2) !== 0
  const content = body.content === undefined ? (existing?.content ?? '') : String(body.content ?? '')
  const embeds = body.embeds === undefined ? (existing?.embeds ?? []) : checkEmbeds(form, body.embeds)
  const given = body.components === undefined ? undefined : form.list(['components'], body.components, 0, 40)
  if (given) checkComponents(form, given, layout)
  if (layout) refuseLegacy(form, content, embeds, body)
  checkUploads(form, body, files, rules.sizeLimit)
  form.finish()
  if (given) requireMedia(given, body, files, existing?.attachments ?? [])

  const attachments = readAttachments(world, { body, files }, rules, existing?.attachments ?? [])
  const components = given ? renderComponents(world, given, attachments) : (existing?.components ?? [])
  const shown = layout ? [components] : [content, embeds, components, attachments]
  if (shown.every(({ length }) => length === 0)) throw new Refusal('emptyMessage')
  const flags =
    (givenFlags & (flag.suppressEmbeds | flag.suppressNotifications)) | (layout ? flag.componentsV2 : 0)
  return {
    content,
    embeds: body.embeds === undefined ? embeds : embeds.map((embed) => renderEmbed(embed, attachments)),
    components,
    attachments,
    flags: flags | (rules.ephemeral ? flag.ephemeral : 0),
  }
}

function refuseLegacy(form: Form, content: string, embeds: readonly Json[], body: Json): void {
  const legacy = { content, embeds, poll: body.poll ?? '', sticker_ids: body.sticker_ids ?? [] }
  for (const [field, value] of Object.entries(legacy)) {
    const empty = (value as ArrayLike<unknown>).length === 0
    const message = `The ${field} field cannot be used when using MessageFlags.IS_COMPONENTS_V2`
    form.expect(empty, [field], 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2', message)
  }
}

function checkUploads(form: Form, body: Json, files: MessageRequest['files'], sizeLimit: number): void {
  const listed = form.list(['attachments'], body.attachments, 0, 10)
  for (const [index, attachment] of listed.entries()) {
    form.text(['attachments', index, 'description'], attachment.description, 0, 1024)
    form.text(['attachments', index, 'filename'], attachment.filename, 0, 1024)
  }
  form.expect(files.size <= 10, ['files'], 'BASE_TYPE_MAX_LENGTH')
  for (const file of files.values()) if (file.data.length > sizeLimit) throw new Refusal('tooLarge')
}

/** Keeps those of the message's files that are still listed and adds the uploaded ones. */
function readAttachments(
  world: World,
  { body, files }: MessageRequest,
  rules: ContentsRules,
  existing: readonly Attachment[],
): Attachment[] {
  const listed = Array.isArray(body.attachments) ? body.attachments.filter(isObject) : undefined
  for (const { id } of listed ?? []) {
    const known = existing.some((attachment) => attachment.id === String(id)) || files.has(Number(id))
    if (!known) throw new Refusal('uploadNotFound')
  }
  const keepsAll = body.attachments === undefined
  const kept = existing.filter(({ id }) => keepsAll || listed?.some((entry) => String(entry.id) === id))
  const added = [...files].map(([number, file]) => {
    const about = listed?.find(({ id }) => String(id) === String(number)) ?? {}
    const name = typeof about.filename === 'string' ? about.filename : file.name
    return storeAttachment(
      world,
      rules.channel.id,
      { ...file, name },
      {
        ...(typeof about.description === 'string' && { description: about.description }),
        ...(rules.ephemeral && { ephemeral: true }),
      },
    )
  })
  return [...kept, ...added]
}

/** Refuses components that show `attachment://…` without such a file. */
function requireMedia(
  components: readonly Json[],
  body: Json,
  files: MessageRequest['files'],
  existing: readonly Attachment[],
): void {
  const renamed = Array.isArray(body.attachments) ? body.attachments.filter(isObject) : []
  const names = new Set([
    ...existing.map(({ filename }) => filename),
    ...[...files.values()].map(({ name }) => name),
    ...renamed.map(({ filename }) => filename),
  ])
  const form = createForm()
  for (const [component, path] of walk(components)) {
    for (const { url } of listMedia(component)) {
      const found = !url.startsWith('attachment://') || names.has(url.slice('attachment://'.length))
      const message = `The referenced attachment ${url} was not found`
      form.expect(found, path, 'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND', message)
    }
  }
  form.finish()
}

function renderEmbed(embed: Json, attachments: readonly Attachment[]): Json {
  function resolve(media: unknown): unknown {
    if (!isObject(media)) return undefined
    const file = attachments.find(({ filename }) => media.url === `attachment://${filename}`)
    return { ...media, url: file?.url ?? media.url, proxy_url: file?.url ?? media.url }
  }
  const given = Object.entries(embed).filter(([, value]) => value !== null)
  const images = { image: resolve(embed.image), thumbnail: resolve(embed.thumbnail) }
  const shown = Object.entries(images).filter(([, value]) => value !== undefined)
  const fields = Array.isArray(embed.fields)
    ? { fields: embed.fields.filter(isObject).map((field) => ({ inline: false, ...field })) }
    : {}
  return { ...Object.fromEntries([...given, ...shown]), ...fields, type: 'rich' }
}
