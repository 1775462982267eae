/** The gallery of one's own pictures. */
import { html } from 'hono/html'
import type { Generation, HistoryCount, Words } from '#core/index.ts'
import { assets } from '../assets.ts'
import { renderText } from '../language.ts'
import { renderAccountPage } from './account-frame.ts'
import { renderDone } from './form.ts'
import { renderFilters, renderLists } from './gallery-filters.ts'
import {
  type GalleryPlace,
  isNarrowed,
  listPlaceFields,
  renderGalleryPath,
  renderPlacePath,
  startOver,
} from './gallery-place.ts'
import type { Markup } from './layout.ts'
import type { TitledPlace } from './team-words.ts'
import { findTileShape, findUrgency, type ListThumbnails, renderTilePictures } from './tile.ts'
import { shorten } from './words.ts'

export interface PicturesPage {
  generations: readonly Generation[]
  /** `before`: how many come before the first of the page. */
  count: HistoryCount
  place: GalleryPlace
  /** Those by which pictures can be narrowed. */
  teams: readonly TitledPlace[]
  /** The cursor of the next, older page. */
  next?: string
  /** The cursor of the page before, which is newer. */
  previous?: string
  done: string | undefined
  list: ListThumbnails
}

/** What every page with pictures has besides. */
export const pictureOptions = {
  isWide: true,
  styles: [assets.pictureStyle.href],
  scripts: [assets.pictureScript.href],
}

export function renderPictures(words: Words, page: PicturesPage): Markup {
  const { generations, place, teams, done } = page
  const { galleryPage: gallery } = words
  return renderAccountPage(
    '/account/pictures',
    gallery.title,
    html`<section class="gallery-page">
      <div class="gallery-head">
        <h1>${gallery.title}</h1>
        ${renderLists(words, place)}
        ${renderFilters(words, place, teams)}
      </div>
      ${renderDone(done)}
      ${generations.length === 0 ? renderNone(words, place) : renderTiles(words, page)}
      ${renderPager(words, page)}
    </section>`,
    pictureOptions,
  )
}

function renderNone({ galleryPage: gallery }: Words, place: GalleryPlace): Markup {
  if (place.cursor !== '') return html`<p class="empty">${gallery.noneOlder}</p>`
  if (place.search !== '' || isNarrowed(place)) return html`<p class="empty">${gallery.noneFound}</p>`
  if (place.favourites) return html`<p class="empty">${renderText(gallery.noFavourites())}</p>`
  if (place.shared) return html`<p class="empty">${gallery.noneFound}</p>`
  return html`<p class="empty">${renderText(gallery.none())}</p>`
}

/**
 * Whatever is ticked is downloaded or deleted together. The ticks and the stars are of a form each: Enter on a tick presses
 * the first button of its form, which must change nothing.
 */
function renderTiles(words: Words, { generations, place, list }: PicturesPage): Markup {
  const { galleryPage: gallery } = words
  const fields = listPlaceFields(place).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  )
  return html`<form method="post" action="/account/pictures/several/zip" id="several">${fields}</form>
  <form method="post" id="starring">${fields}</form>
  <div class="picking">
    <ul class="photos">${generations.map((each, index) => renderTile(words, each, { place, list, index }))}</ul>
    <div class="picked" role="group" aria-label="${gallery.selected}">
      <button type="button" class="plain" data-pick="all" hidden>${gallery.selectAll}</button>
      <button type="button" class="plain" data-pick="none" hidden>${gallery.selectNone}</button>
      <button class="plain" form="several" data-stays>${gallery.downloadSelected}</button>
      <button class="danger" form="several" formmethod="get" formaction="/account/pictures/several/delete">${gallery.deleteSelected}</button>
    </div>
  </div>`
}

interface TileContext extends Pick<PicturesPage, 'place' | 'list'> {
  index: number
}

function renderTile(words: Words, generation: Generation, { place, list, index }: TileContext): Markup {
  const { id, asked, pictures, favourite } = generation
  const { galleryPage: gallery } = words
  const about = shorten(asked.prompt, 60)
  const star = favourite ? gallery.removeFavourite(about) : gallery.addFavourite(about)
  return html`<li class="photo shape-${findTileShape(generation)}">
    <a href="${renderPlacePath(`/account/pictures/${id}`, place)}">${renderTilePictures(generation, { list, urgency: findUrgency(index) })}</a>
    <span class="caption" aria-hidden="true">${shorten(asked.prompt, 120)}</span>
    ${pictures.length > 1 ? html`<span class="amount" aria-hidden="true">${words.number(pictures.length)}</span>` : ''}
    <label class="pick"><input type="checkbox" name="pick" value="${id}" form="several"><span class="unseen">${gallery.select(about)}</span></label>
    <button class="star" form="starring" name="favourite" value="${favourite ? 'no' : 'yes'}" formaction="/account/pictures/${id}/favourite" aria-label="${star}" ${favourite ? html`data-on` : ''}>${starIcon}</button>
  </li>`
}

/** Filled by the style sheet where it is one. */
export const starIcon = html`<svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true"><path d="M12 3.5l2.6 5.4 5.9.8-4.3 4.1 1 5.9-5.2-2.8-5.2 2.8 1-5.9L3.5 9.7l5.9-.8z" stroke="currentColor" stroke-width="1.8" stroke-linejoin="round"/></svg>`

function renderPager(
  { galleryPage: gallery }: Words,
  { generations, count, place, next, previous }: PicturesPage,
): Markup {
  const { total, before, isWhole } = count
  const last = before + generations.length
  // Beyond what was counted nobody knows how many came before.
  const isKnown = generations.length > 0 && last <= total
  const start = startOver(place)
  const page = (cursor: string, isBefore: boolean) => renderGalleryPath({ ...place, cursor, isBefore })
  return html`<nav class="pager" aria-label="${gallery.pages}">
    <p class="quiet">${isKnown ? gallery.place(before + 1, last, total, isWhole) : ''}</p>
    <div class="actions">
      ${place.cursor === '' ? '' : html`<a href="${renderGalleryPath(start)}">${gallery.newest}</a>`}
      ${previous === undefined ? '' : html`<a class="button" href="${page(previous, true)}" rel="prev">${gallery.newer}</a>`}
      ${next === undefined ? '' : html`<a class="button" rel="next" href="${page(next, false)}">${gallery.older}</a>`}
    </div>
  </nav>`
}
