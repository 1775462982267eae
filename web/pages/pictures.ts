/** The gallery of one's own pictures. */
import { html } from 'hono/html'
import {
  type Generation,
  isAnyShared,
  listNumbered,
  namePicture,
  type Picture,
  renderPictureName,
} from '#core/index.ts'
import { renderAccountPage } from './account-frame.ts'
import { renderDone } from './form.ts'
import type { Markup } from './layout.ts'
import { renderCredits, renderDay, shorten } from './words.ts'

/** A page of the gallery: of which search, and after which cursor; both empty for the newest of all. */
export interface GalleryPlace {
  search: string
  cursor: string
}

export interface PicturesPage {
  generations: readonly Generation[]
  place: GalleryPlace
  /** The cursor of the next, older page. */
  next?: string
  done: string | undefined
}

export function renderPictures({ generations, place, next, done }: PicturesPage): Markup {
  const { search, cursor } = place
  return renderAccountPage(
    '/account/pictures',
    'Your pictures',
    html`<section>
      <h1>Your pictures</h1>
      ${renderDone(done)}
      <form method="get" action="/account/pictures" role="search" class="search">
        <div class="field">
          <label for="search">Words in the prompt</label>
          <input id="search" name="search" type="search" value="${search}" maxlength="200" autocomplete="off">
        </div>
        <button class="plain">Search</button>
      </form>
      ${generations.length === 0 ? renderNone(place) : html`<ul class="gallery">${generations.map((each) => renderGeneration(each, place))}</ul>`}
      <nav class="actions" aria-label="Pages">
        ${cursor === '' ? '' : html`<a href="${renderGalleryPath({ search, cursor: '' })}">Newest</a>`}
        ${next === undefined ? '' : html`<a href="${renderGalleryPath({ search, cursor: next })}">Older</a>`}
      </nav>
    </section>`,
  )
}

function renderNone({ search, cursor }: GalleryPlace): Markup {
  if (cursor !== '') return html`<p>Nothing older is left.</p>`
  if (search !== '') return html`<p>No picture of yours has all these words in its prompt.</p>`
  return html`<p>None yet. Type <code>/imagine</code> and what you want to see, in the chat.</p>`
}

/** `done`: what was just done there. */
export const renderGalleryPath = (place: GalleryPlace, done = '') =>
  renderPath('/account/pictures', place, done)

function renderPath(path: string, { search, cursor }: GalleryPlace, done = ''): string {
  const query = new URLSearchParams({
    ...(search && { search }),
    ...(cursor && { cursor }),
    ...(done && { done }),
  })
  return query.size > 0 ? `${path}?${query}` : path
}

function renderGeneration(generation: Generation, place: GalleryPlace): Markup {
  const { id, asked, price, createdAt } = generation
  const about = shorten(asked.prompt, 60)
  return html`<li class="card">
    ${renderAll(generation)}
    <p class="prompt">${shorten(asked.prompt, 300)}</p>
    <p class="quiet">${renderDay(createdAt)} · ${price === 0 ? 'free' : renderCredits(price)} · <code>${namePicture(generation)}</code></p>
    <div class="actions">
      ${renderDownloads(generation, about)}
      ${renderDeletions(generation, place, about)}
      <a href="/account/pictures/${id}/family">Family<span class="unseen"> of ${about}</span></a>
      <a href="${renderPath(`/account/pictures/${id}/delete`, place)}">Delete${generation.pictures.length > 1 ? ' all' : ''}<span class="unseen"> ${about}</span></a>
    </div>
  </li>`
}

/** Of several, a number each. */
function renderDownloads(generation: Generation, about: string): Markup {
  const path = `/account/pictures/${generation.id}`
  const numbers = listNumbered(generation).map(({ number }) => number)
  if (numbers.length === 1) {
    return html`<a href="${path}/${numbers[0]}" download>Download<span class="unseen"> ${about}</span></a>`
  }
  return html`<span class="numbers">Download ${numbers.map(
    (number) =>
      html`<a href="${path}/${number}" download><span class="unseen">Download </span>${number}<span class="unseen"> of ${about}</span></a> `,
  )}</span>`
}

/** Of several, each by itself. */
function renderDeletions(generation: Generation, place: GalleryPlace, about: string): Markup {
  const { id, pictures } = generation
  if (pictures.length < 2) return html``
  return html`<span class="numbers">Delete ${listNumbered(generation).map(
    ({ number }) =>
      html`<a href="${renderPath(`/account/pictures/${renderPictureName({ id, number })}/delete`, place)}"><span class="unseen">Delete </span>${number}<span class="unseen"> of ${about}</span></a> `,
  )}</span>`
}

/** Several as a square of two by two. */
export function renderAll(generation: Generation): Markup {
  const { pictures, asked } = generation
  const isMany = pictures.length > 1
  return html`<div class="pictures ${isMany ? 'many' : ''}">
    ${listNumbered(generation).map(({ number, picture }) =>
      renderPicture(picture, isMany ? `${number}: ${asked.prompt}` : asked.prompt),
    )}
  </div>`
}

function renderPicture({ url, width, height }: Picture, prompt: string): Markup {
  return html`<a class="picture" href="${url}">
    <img src="${url}" width="${width}" height="${height}" alt="${shorten(prompt, 150)}" loading="lazy">
  </a>`
}

/** It leads back to where it was asked for. */
export function renderDeletePicture(generation: Generation, place: GalleryPlace): Markup {
  const { asked, pictures } = generation
  return renderAccountPage(
    '/account/pictures',
    'Delete a picture',
    html`<section class="narrow">
      <h1>Delete ${pictures.length > 1 ? 'these pictures' : 'this picture'}?</h1>
      ${renderAll(generation)}
      <p class="prompt">${shorten(asked.prompt, 300)}</p>
      <p>This deletes it from our servers and your history. It can’t be undone.${isAnyShared(generation) ? ' Where you shared it, it will no longer show.' : ''}</p>
      <form method="post" action="/account/pictures/${namePicture(generation)}/delete" class="actions">
        <input type="hidden" name="search" value="${place.search}">
        <input type="hidden" name="cursor" value="${place.cursor}">
        <button class="danger">Delete</button>
        <a href="${renderGalleryPath(place)}">Keep it</a>
      </form>
    </section>`,
  )
}
