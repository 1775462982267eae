/** Messages as Discord shows them: Components V2 (docs.discord.com/developers/components/reference). */

import {
  type APIButtonComponent,
  type APIMediaGalleryItem,
  type APIMessageTopLevelComponent,
  type APIThumbnailComponent,
  ButtonStyle,
  ComponentType,
  MessageFlags,
} from 'discord-api-types/v10'
import type { Core } from '#core/index.ts'
import { cutText } from '#core/index.ts'
import { cleanLine } from '../literal.ts'
import type { Block, Button, Message, SentFile, ShownPicture } from '../platform.ts'
import { renderCustomId } from './press.ts'
import { findUrl, renderWordyBlock, type WordyBlock } from './text.ts'
import { collectUploads, findPicture, type Uploads } from './uploads.ts'

const mostComponents = 40
/** Over all text of a message together. */
const mostText = 4000
const mostGalleryItems = 10
const longestDescription = 1024
const buttonsPerRow = 5
const longestLabel = 80
const longestUrl = 512
/** What a quotation is given at least, however much else there is to say. */
const leastQuote = 120

export interface RenderOptions {
  pictures: Core['pictures']
  /** Upload pictures, because Discord cannot fetch them from where they are hosted. */
  uploads: boolean
  /** The largest file, in bytes. */
  fileSize: number
}

export interface Rendered {
  body: {
    flags: MessageFlags
    components: APIMessageTopLevelComponent[]
    allowed_mentions: { parse: [] }
    attachments: Uploads['attachments']
  }
  files: File[]
}

/** Words, which are joined with those around them, or something to look at. */
type Part = string | APIMessageTopLevelComponent

/** Says nothing that was not in the message, mentions nobody, and replaces all files the message had. */
export async function renderMessage(message: Message, options: RenderOptions): Promise<Rendered> {
  const uploads = collectUploads(options.fileSize)
  const shown = new Map<Block, readonly Part[]>()
  const thumbnails = new Map<Block, APIThumbnailComponent | undefined>()
  const blocks: Block[] = []
  for (const block of message.blocks) {
    const file = block.kind === 'file' && renderFile(block.file, uploads)
    if (block.kind === 'pictures') shown.set(block, await renderPictures(block.pictures, uploads, options))
    if (file) shown.set(block, [file])
    if (block.kind === 'entry') thumbnails.set(block, await renderThumbnail(block, uploads, options))
    blocks.push(block.kind === 'file' && !file ? { kind: 'text', text: block.file.otherwise } : block)
  }
  const links = [...shown.values()].flat().filter((part) => typeof part === 'string')
  const texts = renderTexts(blocks, mostText - links.join('\n').length - links.length)
  const targets = new Set<string>()
  const parts = blocks.flatMap((block): readonly Part[] => {
    if (block.kind === 'pictures' || block.kind === 'file') return shown.get(block) ?? []
    if (block.kind === 'entry') return renderEntry(texts.get(block) ?? '', thumbnails.get(block))
    if (block.kind === 'preview') return renderPreview(block, uploads)
    if (block.kind === 'buttons') return renderButtons(block.buttons, targets)
    return [texts.get(block) ?? '']
  })
  return {
    body: {
      flags: MessageFlags.IsComponentsV2,
      components: limitComponents(joinTexts(parts)),
      allowed_mentions: { parse: [] },
      attachments: uploads.attachments,
    },
    files: uploads.files,
  }
}

/** The words of all blocks, in `limit` characters: quotations share what the others leave them. */
function renderTexts(blocks: readonly Block[], limit: number): Map<Block, string> {
  const wordy = blocks.filter(
    (block): block is WordyBlock => 'text' in block || 'facts' in block || 'rows' in block,
  )
  const quotes = wordy.filter(({ kind }) => kind === 'quote')
  const entries = wordy.filter(({ kind }) => kind === 'entry')
  let room = limit - wordy.length - quotes.length * leastQuote
  const written = new Map<Block, string>()
  for (const block of wordy) {
    if (block.kind === 'quote') continue
    const most = block.kind === 'entry' ? Math.min(room, Math.floor(limit / entries.length)) : room
    const text = most > 8 ? renderWordyBlock(block, most) : ''
    written.set(block, text)
    room -= text.length
  }
  const share = leastQuote + Math.floor(Math.max(0, room) / Math.max(1, quotes.length))
  for (const quote of quotes) written.set(quote, renderWordyBlock(quote, share))
  return written
}

/** Words that follow each other become one component. */
function joinTexts(parts: readonly Part[]): APIMessageTopLevelComponent[] {
  const joined: APIMessageTopLevelComponent[] = []
  for (const part of parts) {
    const last = joined.at(-1)
    if (part === '') continue
    if (typeof part !== 'string') joined.push(part)
    else if (last?.type === ComponentType.TextDisplay) last.content += `\n${part}`
    else joined.push({ type: ComponentType.TextDisplay, content: part })
  }
  return joined
}

function limitComponents(components: APIMessageTopLevelComponent[]): APIMessageTopLevelComponent[] {
  let count = 0
  const shown = components.filter((component) => {
    const inside = 'components' in component ? component.components.length : 0
    const size = 1 + inside + ('accessory' in component ? 1 : 0)
    if (count + size > mostComponents) return false
    count += size
    return true
  })
  // A message must have something to see.
  return shown.length > 0 ? shown : [{ type: ComponentType.TextDisplay, content: '…' }]
}

/** A gallery; a picture that is too large to upload becomes its address. */
async function renderPictures(
  pictures: readonly ShownPicture[],
  uploads: Uploads,
  options: RenderOptions,
): Promise<Part[]> {
  const items: APIMediaGalleryItem[] = []
  const links: string[] = []
  for (const [index, { url, key, alt }] of pictures.slice(0, mostGalleryItems).entries()) {
    const description = describe(alt)
    const shown = await findMedia({ key, url, alt }, `picture-${index + 1}`, uploads, options)
    if (shown) items.push({ media: { url: shown }, description })
    else links.push(`<${findUrl(url) ?? ''}>`)
  }
  return [...(items.length > 0 ? [{ type: ComponentType.MediaGallery as const, items }] : []), ...links]
}

/** What shows a picture in this message; undefined when it is too large to upload, or cannot be had. */
async function findMedia(
  picture: Pick<ShownPicture, 'key' | 'url' | 'alt' | 'small'>,
  name: string,
  uploads: Uploads,
  options: RenderOptions,
): Promise<string | undefined> {
  if (!options.uploads) return picture.url
  const bytes = await findPicture(options.pictures, picture)
  return bytes && uploads.addPicture(name, bytes, describe(picture.alt))
}

/** Undefined where the words stand alone. */
async function renderThumbnail(
  { picture }: Extract<Block, { kind: 'entry' }>,
  uploads: Uploads,
  options: RenderOptions,
): Promise<APIThumbnailComponent | undefined> {
  const url = picture && (await findMedia(picture, `picture-${uploads.files.length + 1}`, uploads, options))
  return url === undefined
    ? undefined
    : { type: ComponentType.Thumbnail, media: { url }, description: describe(picture?.alt ?? '') }
}

/** Words with a small picture beside them. */
function renderEntry(content: string, accessory: APIThumbnailComponent | undefined): Part[] {
  if (content === '' || !accessory) return [content]
  const components = [{ type: ComponentType.TextDisplay as const, content }]
  return [{ type: ComponentType.Section, components, accessory }]
}

function renderPreview(
  { picture, alt }: Extract<Block, { kind: 'preview' }>,
  uploads: Uploads,
): APIMessageTopLevelComponent[] {
  const description = describe(alt)
  const url = uploads.addPicture('preview', picture, description)
  return url ? [{ type: ComponentType.MediaGallery, items: [{ media: { url }, description }] }] : []
}

/** Undefined when it is too large. */
function renderFile(file: SentFile, uploads: Uploads): APIMessageTopLevelComponent | undefined {
  const description = describe(file.alt)
  const url = uploads.add(file, description)
  if (url === undefined) return undefined
  return /^image\/(png|jpeg|gif|webp)$/.test(file.type)
    ? { type: ComponentType.MediaGallery, items: [{ media: { url }, description }] }
    : { type: ComponentType.File, file: { url } }
}

function describe(alt: string): string {
  return cutText(cleanLine(alt), longestDescription) || '…'
}

/** Rows of buttons. One that Discord would not take is left out, and so is what the message has a button for. */
function renderButtons(buttons: readonly Button[], targets: Set<string>): APIMessageTopLevelComponent[] {
  const rendered: APIButtonComponent[] = []
  for (const button of buttons) {
    const component = renderButton(button)
    if (!component) continue
    const target = findTarget(component)
    if (targets.has(target)) continue
    targets.add(target)
    rendered.push(component)
  }
  return Array.from({ length: Math.ceil(rendered.length / buttonsPerRow) }, (_, row) => ({
    type: ComponentType.ActionRow,
    components: rendered.slice(row * buttonsPerRow, (row + 1) * buttonsPerRow),
  }))
}

/** No two buttons of a message may have the same. */
function findTarget(button: APIButtonComponent): string {
  if ('sku_id' in button) return button.sku_id
  return 'url' in button ? button.url : button.custom_id
}

function renderButton(button: Button): APIButtonComponent | undefined {
  const type = ComponentType.Button
  if ('sku' in button) return { type, style: ButtonStyle.Premium, sku_id: button.sku }
  const label = cutText(cleanLine(button.label), longestLabel)
  if (label === '') return undefined
  if ('url' in button) {
    const url = findUrl(button.url)
    if (url === undefined || url.length > longestUrl) return undefined
    return { type, style: ButtonStyle.Link, label, url }
  }
  const { otherwise } = button
  const custom_id = renderCustomId(button) ?? (otherwise && renderCustomId(otherwise))
  return custom_id === undefined
    ? undefined
    : { type, style: styles[button.style ?? 'plain'], label, custom_id }
}

const styles = {
  plain: ButtonStyle.Secondary,
  primary: ButtonStyle.Primary,
  danger: ButtonStyle.Danger,
} as const
