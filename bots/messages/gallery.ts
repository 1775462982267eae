/** Shows where shared pictures go, and what was shared last. */

import { type Exhibit, namePicture, type Vote, type Words } from '#core/index.ts'
import type { Block, Button, Message } from '../platform.ts'
import { press } from '../pressed.ts'
import { linkPictures, listPictures } from './picture.ts'
import { cut } from './words.ts'

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
  words: Words,
  chosen: GalleryChannel | undefined,
  shown: ShownExhibits,
  page: string | undefined,
): Message {
  const { gallery: said } = words
  const { exhibits } = shown
  const where = chosen ? said.channel(chosen.channel, chosen.address) : said.noChannel()
  const head = exhibits.length > 0 ? said.latest() : said.none()
  return {
    private: true,
    blocks: [
      { kind: 'text', text: where },
      ...(chosen || exhibits.length > 0 ? [{ kind: 'text', text: head } as const] : []),
      ...renderExhibits(words, shown, exhibits.length > 0 ? page : undefined),
    ],
  }
}

/** The page after another. */
export function renderOlderExhibits(words: Words, shown: ShownExhibits): Message {
  const { gallery: said } = words
  const head = shown.exhibits.length > 0 ? said.earlier() : said.noneEarlier()
  return { private: true, blocks: [{ kind: 'text', text: head }, ...renderExhibits(words, shown)] }
}

export function renderVoted({ gallery: said }: Words, { generation, counts, votes }: Vote): Message {
  const { id } = generation
  const text = counts ? said.voted(id, votes) : said.voteTakenBack(id, votes)
  return { private: true, blocks: [{ kind: 'text', text }] }
}

function renderExhibits(words: Words, { exhibits, next }: ShownExhibits, page?: string): Block[] {
  const { buttons: labels } = words
  const buttons: Button[] = [
    ...(next === undefined ? [] : [{ label: labels.older, ...press('gallery-older', { cursor: next }) }]),
    ...(page === undefined ? [] : [{ label: labels.openOnWeb, url: page }]),
  ]
  return [
    ...exhibits.flatMap((exhibit) => renderExhibit(words, exhibit)),
    ...(buttons.length > 0 ? [{ kind: 'buttons', buttons } as const] : []),
  ]
}

function renderExhibit(words: Words, { generation, at, author }: Exhibit): Block[] {
  const { gallery: said } = words
  const id = namePicture(generation)
  const [first] = listPictures(words, generation)
  const by = author === '' ? said.shared : said.sharedBy(cut(author, longestName))
  return [
    {
      kind: 'entry',
      text: [{ bold: id }, `  ${by} · ${words.moment(at)} · `, ...linkPictures(words, generation)],
      quote: cut(generation.asked.prompt, longestExcerpt),
      picture: first && { ...first, small: true },
    },
    { kind: 'buttons', buttons: [{ label: words.buttons.show, ...press('pick', { id }) }] },
  ]
}
