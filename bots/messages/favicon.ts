/** Shows icons of a site, and says where they go. */
import type { MadeOf, Text, Words } from '#core/index.ts'
import type { Button, Message } from '../platform.ts'
import type { Audience } from './picture.ts'
import { renderMade } from './utility.ts'

type Favicons = MadeOf<'favicon'>

export function renderFavicons(
  words: Words,
  made: Favicons,
  shown: Audience & { buttons: readonly Button[] },
): Message {
  const { facts, favicon: said } = words
  const says: Text[] = [
    said.install(),
    ...made.html.map((line): Text => [{ code: line }]),
    ...listNotes(said, made).map((note): Text => [note]),
  ]
  return renderMade(words, made.files, {
    ...shown,
    alt: said.alt,
    says,
    facts: [{ label: facts.icons, value: words.number(made.names.length - 2) }],
  })
}

function listNotes(said: Words['favicon'], { isEnlarged, isSquare, hasWords }: Favicons): string[] {
  return [
    ...(isSquare ? [] : [said.notSquare]),
    ...(isEnlarged ? [said.enlarged] : []),
    ...(hasWords ? [said.hasWords] : []),
  ]
}
