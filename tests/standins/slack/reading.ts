/** Reads a message as its readers would: the words, who is pinged, and what runs as formatting. */
import { flattenBlocks, isShape, type Shape, stringIn, unescapeText } from './blocks/shape.ts'
import type { Content } from './message.ts'

/** A stretch of text that runs as formatting. */
export interface Format {
  kind: 'bold' | 'italic' | 'strike' | 'code' | 'preformatted' | 'quote' | 'link' | 'emoji'
  text: string
}

/** What readers get of a message. */
export interface Reading {
  shown: string
  pings: readonly string[]
  formats: readonly Format[]
}

/** A run of text and by which rules it is shown. */
interface Passage {
  text: string
  rules: 'mrkdwn' | 'markdown' | 'plain' | 'literal'
  /** Read out in a notification, but not part of what the message looks like. */
  hidden?: true
}

/** The top-level text of a message with blocks is not shown, yet a mention in it is taken to ping. */
export function readContent(content: Content): Reading {
  const rules = content.mrkdwn ? 'mrkdwn' : 'plain'
  const pieces = [...content.blocks, ...content.attachments]
  const text: Passage = { text: content.text, rules, ...(content.blocks.length > 0 && { hidden: true }) }
  const passages = [text, ...pieces.flatMap(passagesOf)]
  const shown = passages.filter((passage) => !passage.hidden && passage.text !== '')
  return {
    shown: shown.map(({ text, rules }) => (isMarkup(rules) ? unescapeText(text) : text)).join('\n'),
    pings: [
      ...passages.flatMap((passage) => findPings(passage, content.linkNames)),
      ...flattenBlocks(pieces).flatMap(findRichPings),
    ],
    formats: shown.flatMap(findFormats),
  }
}

/** Text objects wherever they stand, the texts of rich text, tables, Markdown blocks and attachments. */
function passagesOf(shape: Shape): Passage[] {
  if (shape.type === 'plain_text') {
    return [{ text: stringIn(shape, 'text'), rules: shape.emoji === false ? 'literal' : 'plain' }]
  }
  if (shape.type === 'mrkdwn') return [{ text: stringIn(shape, 'text'), rules: 'mrkdwn' }]
  if (shape.type === 'markdown') return [{ text: stringIn(shape, 'text'), rules: 'markdown' }]
  if (['text', 'raw_text'].includes(shape.type)) return [{ text: stringIn(shape, 'text'), rules: 'literal' }]
  if (shape.type === 'link') {
    return [{ text: stringIn(shape, 'text') || stringIn(shape, 'url'), rules: 'literal' }]
  }
  const legacy = shape.type === undefined ? (['pretext', 'title', 'text', 'footer'] as const) : []
  return [
    ...legacy.map((key): Passage => ({ text: stringIn(shape, key), rules: 'mrkdwn' })),
    ...Object.values(shape).flat(2).filter(isShape).flatMap(passagesOf),
  ]
}

function isMarkup(rules: Passage['rules']): boolean {
  return rules === 'mrkdwn' || rules === 'markdown'
}

const mention = /<(?:!(?:channel|here|everyone)(?:\|[^>]*)?|@[UW][A-Z0-9]+(?:\|[^>]*)?|!subteam\^?[^>]*)>/g
const writtenOut = /(?<![\w@])@(?:channel|here|everyone|[a-z0-9][a-z0-9._-]*)/g

function findPings({ text, rules }: Passage, linkNames: boolean): readonly string[] {
  if (!isMarkup(rules)) return []
  return [...(text.match(mention) ?? []), ...(linkNames ? (text.match(writtenOut) ?? []) : [])]
}

function findRichPings(shape: Shape): readonly string[] {
  if (shape.type === 'broadcast') return [`<!${stringIn(shape, 'range')}>`]
  if (shape.type === 'user' && 'user_id' in shape) return [`<@${stringIn(shape, 'user_id')}>`]
  if (shape.type === 'usergroup') return [`<!subteam^${stringIn(shape, 'usergroup_id')}>`]
  return Object.values(shape).flat(2).filter(isShape).flatMap(findRichPings)
}

/** A mark counts at the edge of a word only, as in Slack's composer. */
const marks: readonly [Format['kind'], RegExp][] = [
  ['preformatted', /```[\s\S]+?```/g],
  ['code', /(?<!`)`[^`\n]+`(?!`)/g],
  ['bold', /(?<![\w*])\*(?![\s*])[^*\n]*(?<!\s)\*(?![\w*])/g],
  ['italic', /(?<![\w])_(?![\s_])[^_\n]*(?<!\s)_(?![\w])/g],
  ['strike', /(?<![\w~])~(?![\s~])[^~\n]*(?<!\s)~(?![\w~])/g],
  ['quote', /^(?:&gt;|>).*/gm],
  ['link', /<(?:https?:|mailto:|#|!date)[^>]*>|(?<![<\w|])https?:\/\/[^\s<>|]+/g],
]
const emoji = /:[a-z0-9_+'-]+:/g

function findFormats({ text, rules }: Passage): Format[] {
  if (rules === 'literal') return []
  const emojis = (text.match(emoji) ?? []).map((found): Format => ({ kind: 'emoji', text: found }))
  if (rules === 'plain') return emojis
  const found = marks.flatMap(([kind, pattern]) =>
    (text.match(pattern) ?? []).map((text): Format => ({ kind, text })),
  )
  return [...found, ...emojis]
}
