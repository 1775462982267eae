/** Shows what a free utility made. */
import type { MadeFile, Text, Words } from '#core/index.ts'
import type { Block, Button, Message, SentFile } from '../platform.ts'
import { type Audience, renderAsker } from './picture.ts'

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

export function renderMade(words: Words, files: readonly MadeFile[], shown: ShownMade): Message {
  const size = files.reduce((total, { bytes }) => total + bytes.byteLength, 0)
  const asker = 'asker' in shown ? [renderAsker(words, shown.asker)] : []
  const facts = [...asker, ...(shown.facts ?? []), { label: words.facts.file, value: words.bytes(size) }]
  return {
    private: shown.private,
    blocks: [
      ...(shown.quote === undefined ? [] : [{ kind: 'quote' as const, text: shown.quote }]),
      ...files.map((file): Block => ({ kind: 'file', file: renderFile(words, file, shown) })),
      ...(shown.says ?? []).map((text): Block => ({ kind: 'text', text })),
      { kind: 'facts', facts },
      ...(shown.buttons?.length ? [{ kind: 'buttons' as const, buttons: shown.buttons }] : []),
    ],
  }
}

function renderFile({ utility: said }: Words, file: MadeFile, shown: ShownMade): SentFile {
  const { name, mime, bytes } = file
  const otherwise = shown.private ? said.notAlone(name) : said.notSent(name)
  return { name, bytes, alt: shown.alt, type: mime, otherwise }
}
