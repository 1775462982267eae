/** Shows a person what a platform lets nobody see in their own words. */
import type { Block, Message } from '../platform.ts'

const explanation: Block = {
  kind: 'text',
  text: ['This server does not let these words be posted, so you alone see the result.'],
}

/** The same message with nothing in it that was typed: quotations are left out, and pictures are described in our words. */
export function renderWithoutWords(message: Message): Message {
  const blocks = message.blocks.flatMap((block): Block[] => {
    if (block.kind === 'quote') return []
    if (block.kind === 'entry') return [{ kind: 'text', text: block.text }]
    if (block.kind === 'file') return [{ ...block, file: { ...block.file, alt: 'Your file' } }]
    if (block.kind !== 'pictures') return [block]
    const pictures = block.pictures.map((picture) => ({ ...picture, alt: 'Your picture' }))
    return [{ kind: 'pictures', pictures, ...(pictures.length > 1 && { alt: 'Your pictures' }) }]
  })
  return { ...message, blocks: [explanation, ...blocks] }
}

/** In place of progress whose end could not be shown there. */
export function renderEndedElsewhere(): Message {
  return {
    private: false,
    blocks: [
      {
        kind: 'text',
        text: [
          'This is done, but the result could not be shown here. Find it with ',
          { code: '/history' },
          '.',
        ],
      },
    ],
  }
}
