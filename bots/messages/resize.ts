/** Shows a resized picture, or says what is in the zip of several. */
import type { MadeOf, Text } from '#core/index.ts'
import type { Block, Button, Message } from '../platform.ts'
import type { Audience } from './picture.ts'
import { renderMade } from './utility.ts'
import { renderBytes, renderNumber, renderSize } from './words.ts'

type Resized = MadeOf<'resize'>

export function renderResized(made: Resized, shown: Audience & { buttons: readonly Button[] }): Message {
  const { pictures, sides, format, frames, files } = made
  const [only] = pictures
  const sizes = pictures.length === 1 && only ? renderSize(only) : `${renderNumber(pictures.length)} sizes`
  const facts = [
    { label: 'size', value: sizes },
    { label: 'from', value: renderSize(sides) },
    { label: 'format', value: format },
    ...(frames > 1 ? [{ label: 'pictures', value: renderNumber(frames) }] : []),
  ]
  const says = listNotes(made).map((note): Text => [note])
  const message = renderMade(files, { ...shown, says, facts, alt: `The picture, resized: ${sizes}` })
  return pictures.length === 1 ? message : { ...message, blocks: [renderTable(pictures), ...message.blocks] }
}

const renderTable = (pictures: Resized['pictures']): Block => ({
  kind: 'table',
  head: ['file', 'size', 'bytes'],
  rows: pictures.map(({ name, size, ...sides }) => [name, renderSize(sides), renderBytes(size)]),
})

function listNotes({ isEnlarged, isFlattened, isLess }: Resized): string[] {
  return [
    ...(isEnlarged ? ['Larger than the picture you gave, so it may look soft.'] : []),
    ...(isFlattened ? ['JPEG knows nothing see-through: it is white there.'] : []),
    ...(isLess ? ['To stay within the limit of bytes, it is coarser or smaller than it could be.'] : []),
  ]
}
