/** Shows where shared pictures go, and what was shared last. */

import { type Exhibit, listNumbered, namePicture, type Text, type Vote } from '#core/index.ts'
import type { Block, Button, Message } from '../platform.ts'
import { press } from '../pressed.ts'
import { listPictures } from './picture.ts'
import { nameChannel } from './sharing.ts'
import { cut, renderDate, renderNumber } from './words.ts'

const longestExcerpt = 160
const longestName = 80

/** `channel` as it was chosen, `address` where it opens; undefined where none is chosen. */
export interface GalleryChannel {
  channel: string
  address: string | undefined
}

export interface ShownExhibits {
  exhibits: readonly Exhibit[]
  /** The cursor of the next page; absent on the last. */
  next?: string
}

/** `page`: where all of it is on the web, for who may see it there. */
export function renderGallery(
  chosen: GalleryChannel | undefined,
  shown: ShownExhibits,
  page: string | undefined,
): Message {
  const { exhibits } = shown
  const none: Text = ['Nothing is shared yet: ', { bold: 'Share' }, ' under a picture does it.']
  const head: Text = exhibits.length > 0 ? [{ bold: 'Shared last' }] : none
  return {
    private: true,
    blocks: [
      { kind: 'text', text: chosen ? renderChannel(chosen) : noChannel },
      ...(chosen || exhibits.length > 0 ? [{ kind: 'text', text: head } as const] : []),
      ...renderExhibits(shown, exhibits.length > 0 ? page : undefined),
    ],
  }
}

/** The page after another. */
export function renderOlderExhibits(shown: ShownExhibits): Message {
  const head: Text =
    shown.exhibits.length > 0 ? [{ bold: 'Shared before' }] : ['Nothing was shared before that.']
  return { private: true, blocks: [{ kind: 'text', text: head }, ...renderExhibits(shown)] }
}

export function renderVoted({ generation, counts, votes }: Vote): Message {
  const all = votes === 1 ? '1 vote' : `${renderNumber(votes)} votes`
  const id = { code: generation.id }
  const text: Text = counts
    ? ['Your vote for ', id, ` counts: it has ${all}. Another press takes it back.`]
    : ['Your vote for ', id, ` is taken back: it has ${all}.`]
  return { private: true, blocks: [{ kind: 'text', text }] }
}

const noChannel: Text = [
  'No channel is chosen for shared pictures. An admin chooses one with ',
  { code: '/gallery' },
  ' and its name.',
]

const renderChannel = ({ channel, address }: GalleryChannel): Text => [
  'Shared pictures go to ',
  ...nameChannel(address === undefined ? channel : 'the gallery channel', address),
  '.',
]

function renderExhibits({ exhibits, next }: ShownExhibits, page?: string): Block[] {
  const buttons: Button[] = [
    ...(next === undefined ? [] : [{ label: 'Older', ...press('gallery-older', { cursor: next }) }]),
    ...(page === undefined ? [] : [{ label: 'Open on the web', url: page }]),
  ]
  return [
    ...exhibits.flatMap(renderExhibit),
    ...(buttons.length > 0 ? [{ kind: 'buttons', buttons } as const] : []),
  ]
}

function renderExhibit({ generation, at, author }: Exhibit): Block[] {
  const id = namePicture(generation)
  const { length } = generation.pictures
  const links = listNumbered(generation).flatMap(({ number, picture: { url } }, index) => [
    ...(index > 0 ? [' '] : []),
    { link: url, label: length > 1 ? `picture ${number}` : 'picture' },
  ])
  const [first] = listPictures(generation)
  const by = author === '' ? '' : ` by ${cut(author, longestName)}`
  return [
    {
      kind: 'entry',
      text: [{ bold: id }, `  shared${by} · ${renderDate(at)} · `, ...links],
      quote: cut(generation.asked.prompt, longestExcerpt),
      picture: first && { ...first, small: true },
    },
    { kind: 'buttons', buttons: [{ label: 'Show', ...press('pick', { id }) }] },
  ]
}
