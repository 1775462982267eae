/** What a person sees of a message at one moment. */
import { listMedia, listTexts, type, walk } from './components.ts'
import { listEmbedTexts } from './embed-limits.ts'
import { isObject, type Json } from './form.ts'
import { flag, type Message } from './message.ts'

/** A moment's copy: later edits do not change it. */
export interface MessageView {
  id: string
  channelId: string
  /** When it came to look so, by the stand-in's clock. */
  at: number
  createdAt: number
  content: string
  embeds: Json[]
  components: Json[]
  attachments: { id: string; filename: string; url: string; size: number; description?: string }[]
  flags: number
  ephemeral: boolean
  /** Shows as "thinking…". */
  loading: boolean
  /** All its text, from top to bottom. */
  text: string
  buttons: {
    label: string
    customId?: string
    url?: string
    sku?: string
    style: number
    disabled: boolean
  }[]
  /** Every picture shown, with its alternative text. */
  pictures: { url: string; alt?: string }[]
  /** Ids of the users it mentions, whether or not it notified them. */
  mentions: string[]
  /** Who was notified when it came: user ids, role ids, `everyone`, `here`. */
  pings: string[]
}

export function viewMessage(message: Message, at: number): MessageView {
  const components = structuredClone(message.components)
  const embeds = structuredClone(message.embeds)
  const parts = [...walk(components)].map(([component]) => component)
  return {
    id: message.id,
    channelId: message.channel.id,
    at,
    createdAt: message.createdAt,
    content: message.content,
    embeds,
    components,
    attachments: message.attachments.map(({ id, filename, url, size, description }) => ({
      id,
      filename,
      url,
      size,
      ...(description && { description }),
    })),
    flags: message.flags,
    ephemeral: message.ephemeralFor !== undefined,
    loading: (message.flags & flag.loading) !== 0,
    text: [message.content, ...embeds.flatMap(listEmbedTexts), ...listTexts(components)]
      .filter(Boolean)
      .join('\n'),
    buttons: parts
      .filter((part) => part.type === type.button)
      .map((button) => ({
        label: String(button.label ?? ''),
        ...(typeof button.custom_id === 'string' && { customId: button.custom_id }),
        ...(typeof button.url === 'string' && { url: button.url }),
        ...(typeof button.sku_id === 'string' && { sku: button.sku_id }),
        style: Number(button.style),
        disabled: button.disabled === true,
      })),
    pictures: [...listComponentPictures(parts), ...listEmbedPictures(embeds), ...listLoosePictures(message)],
    mentions: [...message.mentions.users],
    pings: [...message.mentions.pings],
  }
}

function listComponentPictures(parts: readonly Json[]): MessageView['pictures'] {
  return parts
    .filter((part) => part.type === type.mediaGallery || part.type === type.thumbnail)
    .flatMap(listMedia)
    .map(({ url, holder }) => ({
      url,
      ...(typeof holder.description === 'string' && { alt: holder.description }),
    }))
}

function listEmbedPictures(embeds: readonly Json[]): MessageView['pictures'] {
  return embeds
    .flatMap((embed) => [embed.image, embed.thumbnail])
    .flatMap((picture) => (isObject(picture) ? [{ url: String(picture.url) }] : []))
}

/** Attachments shown by themselves: those no embed shows; with IS_COMPONENTS_V2, none. */
function listLoosePictures(message: Message): MessageView['pictures'] {
  if (message.flags & flag.componentsV2) return []
  const shown = new Set(listEmbedPictures(message.embeds).map(({ url }) => url))
  return message.attachments
    .filter(({ content_type, url }) => content_type.startsWith('image/') && !shown.has(url))
    .map(({ url, description }) => ({ url, ...(description && { alt: description }) }))
}
