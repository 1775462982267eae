/** Messages as Block Kit: docs.slack.dev/reference/block-kit/blocks */

import { randomUUID } from 'node:crypto'
import type { types } from '@slack/bolt'
import { cutText, speak, type Text, type Words } from '#core/index.ts'
import { cleanLine, cleanText } from '../literal.ts'
import type { Block, Button, Message, SentFile, ShownPicture } from '../platform.ts'
import { escapeLine } from './literal.ts'
import { renderAction } from './press.ts'
import { longestText, renderTable, renderText, renderWords } from './text.ts'

/** Several pictures, which are one sheet where that can be had. */
export type Several = Extract<Block, { kind: 'pictures' }>

/** By URL or as a file of Slack's; undefined: only a link to it, or words in its place, or several each by itself. */
export type FindImage = (
  shown: ShownPicture | SentFile | Several,
) => { image_url: string } | { slack_file: { id: string } } | undefined

export interface Content {
  /** What notifications and screen readers say. */
  text: string
  blocks: types.KnownBlock[]
}

/** Slack's limits, in characters or pieces. */
const mostInMessage = 50
const mostButtons = 25
const longestLabel = 75
const longestAlt = 2_000
const longestUrl = 3_000
const longestNotice = 150

export function renderMessage({ blocks, words = speak(undefined) }: Message, findImage: FindImage): Content {
  return { text: renderNotice(words, blocks), blocks: renderBlocks(words, blocks, findImage, mostInMessage) }
}

/** At most `most` blocks, each with an id no other message has: Slack keeps the state of a block by its id. */
export function renderBlocks(
  words: Words,
  blocks: readonly Block[],
  findImage: FindImage,
  most: number,
): types.KnownBlock[] {
  const rendered = blocks.flatMap((block) => renderBlock(words, block, findImage))
  const nonce = randomUUID()
  return rendered.slice(0, most).map((block, index) => ({ ...block, block_id: `${nonce}-${index}` }))
}

function renderBlock(words: Words, block: Block, findImage: FindImage): types.KnownBlock[] {
  switch (block.kind) {
    case 'text':
      return renderParagraph(block.text)
    case 'quote':
      return renderPlain(block.text, (text) => ({ type: 'section', text }))
    case 'facts': {
      const facts = block.facts.map(({ label, value }) => `${label} ${value}`).join(' · ')
      return renderPlain(cleanLine(facts), (text) => ({ type: 'context', elements: [text] }))
    }
    case 'table':
      return [
        {
          type: 'rich_text',
          elements: [
            { type: 'rich_text_preformatted', elements: [{ type: 'text', text: renderTable(block) }] },
          ],
        },
      ]
    case 'pictures':
      return renderPictures(words, block, findImage)
    case 'file': {
      const image = findImage(block.file)
      return image ? [renderImage(words, block.file.alt, image)] : renderParagraph(block.file.otherwise)
    }
    case 'buttons':
      return chunk(block.buttons.flatMap(renderButton), mostButtons).map((elements) => ({
        type: 'actions',
        elements,
      }))
    case 'entry':
      return [...renderParagraph(block.text), ...renderEntry(words, block, findImage)]
    case 'preview':
      // Slack would keep every unfinished picture as a file of the workspace.
      return []
  }
}

function renderParagraph(text: Text): types.KnownBlock[] {
  const elements = renderText(text)
  return elements.length > 0
    ? [{ type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] }]
    : []
}

/** A quotation with a small picture beside it. */
function renderEntry(
  words: Words,
  { quote, picture }: Extract<Block, { kind: 'entry' }>,
  findImage: FindImage,
): types.KnownBlock[] {
  const image = picture && findImage(picture)
  const accessory = image && renderImage(words, picture.alt, image)
  return renderPlain(quote, (text) => ({ type: 'section', text, ...(accessory && { accessory }) }))
}

function renderImage({ slack }: Words, alt: string, image: NonNullable<ReturnType<FindImage>>) {
  const alt_text = cutText(cleanText(alt).trim() || slack.picture, longestAlt)
  return { type: 'image' as const, alt_text, ...image }
}

/** A sheet has no more than is seen on it: its pictures are a click away. */
function renderPictures(words: Words, several: Several, findImage: FindImage): types.KnownBlock[] {
  const { pictures, alt = words.slack.picture } = several
  const sheet = pictures.length > 1 ? findImage(several) : undefined
  if (!sheet) return pictures.map((picture) => renderPicture(words, picture, findImage(picture)))
  const links = pictures.map(({ url, number }, index): Text => {
    return [{ link: url, label: String(number ?? index + 1) }]
  })
  return [renderImage(words, alt, sheet), ...renderParagraph(words.slack.originals(links))]
}

function renderPicture(words: Words, picture: ShownPicture, image: ReturnType<FindImage>): types.KnownBlock {
  if (image) return renderImage(words, picture.alt, image)
  const link = { type: 'link' as const, url: picture.url, text: words.slack.picture }
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [link] }] }
}

/** The index keeps the action ids of one block apart. Slack sells nothing itself. */
function renderButton(button: Button, index: number): types.Button[] {
  if ('sku' in button) return []
  const text: types.PlainTextElement = {
    type: 'plain_text',
    text: cutText(cleanLine(button.label) || '…', longestLabel),
    emoji: false,
  }
  if ('url' in button) {
    return [{ type: 'button', text, action_id: `open:${index}`, url: button.url.slice(0, longestUrl) }]
  }
  const { style } = button
  const action = renderAction(button, index)
  // What cannot be undone the bot asks about itself, on every platform alike.
  return action ? [{ type: 'button', text, ...action, ...(style && { style }) }] : []
}

function renderPlain(
  typed: string,
  render: (text: types.PlainTextElement) => types.KnownBlock,
): types.KnownBlock[] {
  const text = cutText(cleanText(typed).trim(), longestText)
  return text === '' ? [] : [render({ type: 'plain_text', text, emoji: false })]
}

function renderNotice({ slack }: Words, blocks: readonly Block[]): string {
  const said = blocks.flatMap((block) => {
    if (block.kind === 'text') return [renderWords(block.text)]
    return block.kind === 'pictures' ? block.pictures.slice(0, 1).map(({ alt }) => alt) : []
  })
  const first = said.find((text) => text.trim() !== '') ?? slack.news
  return escapeLine(first, longestNotice) || slack.news
}

function chunk<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  )
}
