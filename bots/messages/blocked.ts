/** Shows a person what a platform lets nobody see in their own words. */
import type { Words } from '#core/index.ts'
import type { Block, Message } from '../platform.ts'

/** The same message with nothing in it that was typed: quotations are left out, and pictures are described in our words. */
export function renderWithoutWords({ blocked }: Words, message: Message): Message {
  const blocks = message.blocks.flatMap((block): Block[] => {
    if (block.kind === 'quote') return []
    if (block.kind === 'entry') return [{ kind: 'text', text: block.text }]
    if (block.kind === 'file') return [{ ...block, file: { ...block.file, alt: blocked.file } }]
    if (block.kind !== 'pictures') return [block]
    const pictures = block.pictures.map((picture) => ({ ...picture, alt: blocked.picture }))
    return [{ kind: 'pictures', pictures, ...(pictures.length > 1 && { alt: blocked.pictures }) }]
  })
  return { ...message, blocks: [{ kind: 'text', text: blocked.explanation() }, ...blocks] }
}

/** In place of progress whose end could not be shown there. */
export function renderEndedElsewhere({ blocked }: Words): Message {
  return { private: false, blocks: [{ kind: 'text', text: blocked.endedElsewhere() }] }
}
