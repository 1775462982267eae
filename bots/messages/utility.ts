/** Shows what a free utility made. */
import type { MadeFile, Text } from '#core/index.ts'
import type { Block, Button, Message, SentFile } from '../platform.ts'
import { type Audience, renderAsker } from './picture.ts'
import { renderBytes } from './words.ts'

type ShownMade = Audience & {
  /** What it was made of, as typed. */
  quote?: string
  /** Says in words what the files are. */
  alt: string
  /** What else there is to say, each by itself. */
  says?: readonly Text[]
  facts?: readonly { label: string; value: string }[]
  buttons?: readonly Button[]
}

export function renderMade(files: readonly MadeFile[], shown: ShownMade): Message {
  const size = files.reduce((total, { bytes }) => total + bytes.byteLength, 0)
  const asker = 'asker' in shown ? [renderAsker(shown.asker)] : []
  const facts = [...asker, ...(shown.facts ?? []), { label: 'file', value: renderBytes(size) }]
  return {
    private: shown.private,
    blocks: [
      ...(shown.quote === undefined ? [] : [{ kind: 'quote' as const, text: shown.quote }]),
      ...files.map((file): Block => ({ kind: 'file', file: renderFile(file, shown) })),
      ...(shown.says ?? []).map((text): Block => ({ kind: 'text', text })),
      { kind: 'facts', facts },
      ...(shown.buttons?.length ? [{ kind: 'buttons' as const, buttons: shown.buttons }] : []),
    ],
  }
}

function renderFile({ name, mime, bytes }: MadeFile, { alt, private: hidden }: ShownMade): SentFile {
  const why = hidden
    ? 'It can’t be sent to you alone here. Ask again without '
    : 'It could not be sent here. Try again.'
  return {
    ...{ name, bytes, alt, type: mime },
    otherwise: hidden ? [`${name} is ready. ${why}`, { code: 'private' }, '.'] : [`${name} is ready. ${why}`],
  }
}
