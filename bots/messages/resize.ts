/** Shows a resized picture, or says what is in the zip of several. */
import type { MadeOf, Text, Words } from '#core/index.ts'
import type { Block, Button, Message } from '../platform.ts'
import type { Audience } from './picture.ts'
import { renderMade } from './utility.ts'
import { renderSize } from './words.ts'

type Resized = MadeOf<'resize'>

export function renderResized(
  words: Words,
  made: Resized,
  shown: Audience & { buttons: readonly Button[] },
): Message {
  const { facts: labels, resize: said } = words
  const { pictures, sides, format, frames, files } = made
  const [only] = pictures
  const sizes = pictures.length === 1 && only ? renderSize(only) : said.sizes(pictures.length)
  const facts = [
    { label: labels.size, value: sizes },
    { label: labels.from, value: renderSize(sides) },
    { label: labels.format, value: format },
    ...(frames > 1 ? [{ label: labels.frames, value: words.number(frames) }] : []),
  ]
  const says = listNotes(said, made).map((note): Text => [note])
  const message = renderMade(words, files, { ...shown, says, facts, alt: said.alt(sizes) })
  return pictures.length === 1
    ? message
    : { ...message, blocks: [renderTable(words, pictures), ...message.blocks] }
}

const renderTable = ({ bytes, resize: { tableHead } }: Words, pictures: Resized['pictures']): Block => ({
  kind: 'table',
  head: [tableHead.file, tableHead.size, tableHead.bytes],
  rows: pictures.map(({ name, size, ...sides }) => [name, renderSize(sides), bytes(size)]),
})

function listNotes(said: Words['resize'], { isEnlarged, isFlattened, isLess }: Resized): string[] {
  return [
    ...(isEnlarged ? [said.enlarged] : []),
    ...(isFlattened ? [said.flattened] : []),
    ...(isLess ? [said.reduced] : []),
  ]
}
