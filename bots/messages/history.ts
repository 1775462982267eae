/** Lists what somebody has made. */

import {
  type Generation,
  type HistoryCount,
  type HistoryFilter,
  namePicture,
  say,
  type Text,
  type Words,
} from '#core/index.ts'
import type { Block, Button, Message } from '../platform.ts'
import { press } from '../pressed.ts'
import { renderFavouriteButton, renderFavouritesButton } from './favourite.ts'
import { findSize, linkPictures, listPictures } from './picture.ts'
import { cut, renderSize } from './words.ts'

const longestExcerpt = 160
const longestSearch = 60

export interface Listed {
  search: string
  filter: HistoryFilter
  count: HistoryCount
  /** The cursor of the next page; absent on the last. */
  next?: string | undefined
}

export function renderHistory(words: Words, generations: readonly Generation[], listed: Listed): Message {
  const { search, filter, next } = listed
  if (generations.length === 0) return renderEmpty(words, search, filter)
  const place = renderPlace(words, generations.length, listed.count)
  const narrowed = listNarrowed(words, search, filter).map((each) => ` · ${each}`)
  const head: Block = { kind: 'text', text: say`${place}${narrowed.join('')}` }
  const others: Button = filter.favourites
    ? { label: words.buttons.allPictures, ...press('history', {}) }
    : renderFavouritesButton(words)
  return {
    private: true,
    blocks: [head, ...listEntries(words, generations), renderButtons(words, search, next, others)],
  }
}

/** The newest, for somebody who has not said which. */
export function renderChoice(
  words: Words,
  generations: readonly Generation[],
  next: string | undefined,
): Message {
  if (generations.length === 0) return renderEmpty(words, '', {})
  const head: Block = { kind: 'text', text: words.history.choose() }
  const buttons = renderButtons(words, '', next, renderFavouritesButton(words))
  return { private: true, blocks: [head, ...listEntries(words, generations), buttons] }
}

/** As in `6–10 of 310`: as far as they were counted. */
function renderPlace({ history: said }: Words, shown: number, count: HistoryCount): Text {
  const { total, before, isWhole } = count
  const [from, to] = [before + 1, before + shown]
  if (!isWhole && before >= total) return said.moreThan(total)
  return said.place(from, to, Math.max(total, to), isWhole)
}

function listNarrowed(words: Words, search: string, { tool, quality, favourites }: HistoryFilter): string[] {
  return [
    ...(favourites ? [words.history.favourites] : []),
    ...(tool ? [words.toolKinds[tool]] : []),
    ...(quality ? [words.qualities[quality]] : []),
    ...(search ? [words.quoted(cut(search, longestSearch))] : []),
  ]
}

function renderButtons(
  { buttons: labels }: Words,
  search: string,
  next: string | undefined,
  others: Button,
): Block {
  const older =
    next === undefined ? [] : [{ label: labels.older, ...press('older', { cursor: next, search }) }]
  return { kind: 'buttons', buttons: [...older, others] }
}

const listEntries = (words: Words, generations: readonly Generation[]): Block[] =>
  generations.flatMap((generation) => renderEntry(words, generation))

function renderEntry(words: Words, generation: Generation): Block[] {
  const { id, asked, price, createdAt, favourite } = generation
  const { history: said, buttons: labels } = words
  const about = [
    words.moment(createdAt),
    renderSize(findSize(generation)),
    words.qualities[asked.quality],
    price === 0 ? said.free : words.credits(price),
    ...(favourite ? [said.favourite] : []),
  ]
  const [first] = listPictures(words, generation)
  const buttons = [
    { label: labels.show, ...press('show', { id }) },
    renderFavouriteButton(words, id, favourite === true),
  ]
  return [
    {
      kind: 'entry',
      text: [
        { bold: namePicture(generation) },
        `  ${about.join(' · ')} · `,
        ...linkPictures(words, generation),
      ],
      quote: cut(asked.prompt, longestExcerpt),
      picture: first && { ...first, small: true },
    },
    { kind: 'buttons', buttons },
  ]
}

function renderEmpty(words: Words, search: string, filter: HistoryFilter): Message {
  const isNarrowed = Object.values(filter).some((value) => value !== undefined && value !== false)
  const text = isNarrowed ? renderNone(words, search, filter) : renderNothing(words, search)
  return { private: true, blocks: [{ kind: 'text', text }] }
}

function renderNone(words: Words, search: string, filter: HistoryFilter): Text {
  const { history: said } = words
  if (search === '' && !filter.tool && !filter.quality) return said.noFavourites()
  return said.noneMatch(listNarrowed(words, search, filter).join(' · '))
}

const renderNothing = ({ history: said }: Words, search: string): Text =>
  search === '' ? said.none() : said.noneHaveWords(cut(search, longestSearch))
