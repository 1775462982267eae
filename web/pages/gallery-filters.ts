/** By what a gallery is narrowed: a search, two lists of one's own, and filters that fold away. */
import { html } from 'hono/html'
import { nameTeam, qualities, toolKinds, type Words } from '#core/index.ts'
import {
  everything,
  type GalleryPlace,
  galleryPath,
  isNarrowed,
  listPlaceFields,
  renderGalleryPath,
  startOver,
} from './gallery-place.ts'
import type { Markup } from './layout.ts'
import { namePlace, type TitledPlace } from './team-words.ts'

export function renderFilters(words: Words, place: GalleryPlace, teams: readonly TitledPlace[]): Markup {
  const { galleryPage: gallery } = words
  return html`<form method="get" action="${galleryPath}" role="search" class="gallery-form">
    <div class="search-line">
      <label for="search" class="unseen">${gallery.searchHint}</label>
      <input id="search" name="search" type="search" value="${place.search}" maxlength="200" autocomplete="off" placeholder="${gallery.searchHint}">
      <button class="plain">${gallery.search}</button>
    </div>
    ${listPlaceFields(place)
      .filter(([name]) => name === 'favourites' || name === 'shared')
      .map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
    <details ${isNarrowed(place) ? html`open` : ''}>
      <summary>${gallery.narrow}</summary>
      <div class="narrowing">
        ${renderSelect(
          'tool',
          gallery.tool,
          gallery.anyTool,
          place.tool,
          toolKinds.map((each) => [each, words.toolKinds[each]]),
        )}
        ${renderSelect(
          'quality',
          gallery.quality,
          gallery.anyQuality,
          place.quality,
          qualities.map((each) => [each, words.qualities[each]]),
        )}
        ${
          teams.length === 0
            ? ''
            : renderSelect(
                'team',
                gallery.team,
                gallery.anyTeam,
                place.team,
                teams.map((each) => [nameTeam(each), namePlace(each)]),
              )
        }
        ${renderDate('from', gallery.from, place.from)}
        ${renderDate('until', gallery.until, place.until)}
        <div class="actions">
          <button class="plain">${gallery.apply}</button>
          ${isNarrowed(place) ? html`<a href="${renderGalleryPath(clearFilters(place))}">${gallery.clear}</a>` : ''}
        </div>
      </div>
    </details>
  </form>`
}

const clearFilters = ({ search, favourites, shared }: GalleryPlace): GalleryPlace => ({
  ...everything,
  ...{ search, favourites, shared },
})

function renderSelect(
  name: string,
  label: string,
  any: string,
  value: string,
  choices: readonly (readonly [string, string])[],
): Markup {
  const option = (each: string, text: string) =>
    html`<option value="${each}" ${each === value ? html`selected` : ''}>${text}</option>`
  return html`<div class="field">
    <label for="${name}">${label}</label>
    <select id="${name}" name="${name}">${option('', any)}${choices.map(([each, text]) => option(each, text))}</select>
  </div>`
}

const renderDate = (name: string, label: string, value: string): Markup => html`<div class="field">
    <label for="${name}">${label}</label>
    <input id="${name}" name="${name}" type="date" value="${value}">
  </div>`

/** All, favourites, shared. */
export function renderLists({ galleryPage: gallery }: Words, place: GalleryPlace): Markup {
  const { favourites, shared } = place
  const lists = [
    { name: gallery.all, favourites: false, shared: false },
    { name: gallery.favourites, favourites: true, shared: false },
    { name: gallery.shared, favourites: false, shared: true },
  ]
  return html`<nav class="lists" aria-label="${gallery.title}">${lists.map((list) => {
    const isThis = list.favourites === favourites && list.shared === shared
    const path = renderGalleryPath({ ...startOver(place), favourites: list.favourites, shared: list.shared })
    return html`<a href="${path}" ${isThis ? html`aria-current="page"` : ''}>${list.name}</a>`
  })}</nav>`
}
