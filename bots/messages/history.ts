/** Lists what somebody has made. */

import {
  type Generation,
  type HistoryCount,
  type HistoryFilter,
  listNumbered,
  namePicture,
  type Text,
} from '#core/index.ts'
import type { Block, Button, Message } from '../platform.ts'
import { press } from '../pressed.ts'
import { renderFavouriteButton, renderFavouritesButton } from './favourite.ts'
import { findSize, listPictures } from './picture.ts'
import { cut, quoteTyped, renderCredits, renderDate, renderNumber, renderSize } from './words.ts'

const longestExcerpt = 160

export interface Listed {
  search: string
  filter: HistoryFilter
  count: HistoryCount
  /** The cursor of the next page; absent on the last. */
  next?: string | undefined
}

export function renderHistory(generations: readonly Generation[], listed: Listed): Message {
  const { search, filter, next } = listed
  if (generations.length === 0) return renderEmpty(search, filter)
  const place = renderPlace(generations.length, listed.count)
  const narrowed = listNarrowed(search, filter).map((each) => ` · ${each}`)
  const head: Block = { kind: 'text', text: [{ bold: place.page }, `${place.of}${narrowed.join('')}`] }
  const others: Button = filter.favourites
    ? { label: 'All pictures', ...press('history', {}) }
    : renderFavouritesButton()
  return {
    private: true,
    blocks: [head, ...generations.flatMap(renderEntry), renderButtons(search, next, others)],
  }
}

/** The newest, for somebody who has not said which. */
export function renderChoice(generations: readonly Generation[], next: string | undefined): Message {
  if (generations.length === 0) return renderEmpty('', {})
  const head: Block = { kind: 'text', text: [{ bold: 'Which picture?' }, ' These are your latest.'] }
  const buttons = renderButtons('', next, renderFavouritesButton())
  return { private: true, blocks: [head, ...generations.flatMap(renderEntry), buttons] }
}

/** As in `6–10 of 310`: as far as they were counted. */
function renderPlace(shown: number, { total, before, isWhole }: HistoryCount): { page: string; of: string } {
  const [from, to] = [before + 1, before + shown]
  if (!isWhole && before >= total) return { page: `More than ${renderNumber(total)}`, of: '' }
  const page = from === to ? renderNumber(to) : `${renderNumber(from)}–${renderNumber(to)}`
  return { page, of: ` of ${renderNumber(Math.max(total, to))}${isWhole ? '' : '+'}` }
}

function listNarrowed(search: string, { tool, quality, favourites }: HistoryFilter): string[] {
  return [
    ...(favourites ? ['favourites'] : []),
    tool ?? '',
    quality ?? '',
    search && quoteTyped(search),
  ].filter((each) => each !== '')
}

function renderButtons(search: string, next: string | undefined, others: Button): Block {
  const older = next === undefined ? [] : [{ label: 'Older', ...press('older', { cursor: next, search }) }]
  return { kind: 'buttons', buttons: [...older, others] }
}

function renderEntry(generation: Generation): Block[] {
  const { id, asked, price, createdAt, pictures, favourite } = generation
  const cost = price === 0 ? 'free' : renderCredits(price)
  const mark = favourite ? ' · favourite' : ''
  const about = `  ${renderDate(createdAt)} · ${renderSize(findSize(generation))} · ${asked.quality} · ${cost}${mark} · `
  const links = listNumbered(generation).flatMap(({ number, picture: { url } }, index) => [
    ...(index > 0 ? [' '] : []),
    { link: url, label: pictures.length > 1 ? `picture ${number}` : 'picture' },
  ])
  const [first] = listPictures(generation)
  const buttons = [{ label: 'Show', ...press('show', { id }) }, renderFavouriteButton(id, favourite === true)]
  return [
    {
      kind: 'entry',
      text: [{ bold: namePicture(generation) }, about, ...links],
      quote: cut(asked.prompt, longestExcerpt),
      picture: first && { ...first, small: true },
    },
    { kind: 'buttons', buttons },
  ]
}

function renderEmpty(search: string, filter: HistoryFilter): Message {
  const others = Object.values(filter).some((value) => value !== undefined && value !== false)
  return {
    private: true,
    blocks: [{ kind: 'text', text: others ? renderNone(search, filter) : renderNothing(search) }],
  }
}

function renderNone(search: string, filter: HistoryFilter): Text {
  const isPlain = search === '' && !filter.tool && !filter.quality
  if (isPlain)
    return ['You have no favourites yet. ', { bold: 'Favourite' }, ' under a picture makes it one.']
  return ['None of your pictures fits: ', listNarrowed(search, filter).join(' · ')]
}

const renderNothing = (search: string): Text =>
  search === ''
    ? ['You have made nothing yet. ', { code: '/imagine' }, ' makes the first one.']
    : ['None of your pictures has all of these words: ', `“${cut(search, 60)}”`]
