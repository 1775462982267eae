/** Shows icons of a site, and says where they go. */
import type { MadeOf, Text } from '#core/index.ts'
import type { Button, Message } from '../platform.ts'
import type { Audience } from './picture.ts'
import { renderMade } from './utility.ts'

type Favicons = MadeOf<'favicon'>

export function renderFavicons(made: Favicons, shown: Audience & { buttons: readonly Button[] }): Message {
  const alt = 'The icons at their true sizes, on light and on dark'
  const says: Text[] = [
    ['Put the files at the root of your site, and this into the ', { code: '<head>' }, ' of its pages:'],
    ...made.html.map((line): Text => [{ code: line }]),
    ...listNotes(made).map((note): Text => [note]),
  ]
  return renderMade(made.files, {
    ...shown,
    alt,
    says,
    facts: [{ label: 'icons', value: String(made.names.length - 2) }],
  })
}

function listNotes({ isEnlarged, isSquare, hasWords }: Favicons): string[] {
  return [
    ...(isSquare ? [] : ['It is not square, so the icons have room at two sides.']),
    ...(isEnlarged ? ['It is smaller than 512 pixels, so the largest icons are soft.'] : []),
    ...(hasWords
      ? ['Its words are set in whatever fonts a reader has. Turn them into paths to keep yours.']
      : []),
  ]
}
