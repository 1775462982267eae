/** The gallery of one's own pictures. */
import { html } from 'hono/html'
import type { Generation, Picture } from '#core/index.ts'
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

function renderGeneration(
  { id, asked, pictures, price, createdAt }: Generation,
  place: GalleryPlace,
): Markup {
  return html`<li class="card">
    ${renderAll(pictures, asked.prompt)}
    <p class="prompt">${shorten(asked.prompt, 300)}</p>
    <p class="quiet">${renderDay(createdAt)} · ${price === 0 ? 'free' : renderCredits(price)} · <code>${id}</code></p>
    <div class="actions">
      ${renderDownloads(id, pictures.length, shorten(asked.prompt, 60))}
      <a href="${renderPath(`/account/pictures/${id}/delete`, place)}">Delete<span class="unseen"> ${shorten(asked.prompt, 60)}</span></a>
    </div>
  </li>`
}

/** Of several, a number each. */
function renderDownloads(id: string, count: number, about: string): Markup {
  const path = `/account/pictures/${id}`
  if (count === 1) return html`<a href="${path}/1" download>Download<span class="unseen"> ${about}</span></a>`
  const numbers = Array.from({ length: count }, (_, index) => index + 1)
  return html`<span class="numbers">Download ${numbers.map(
    (number) =>
      html`<a href="${path}/${number}" download><span class="unseen">Download </span>${number}<span class="unseen"> of ${about}</span></a> `,
  )}</span>`
}

/** Several as a square of two by two. */
function renderAll(pictures: readonly Picture[], prompt: string): Markup {
  return html`<div class="pictures ${pictures.length > 1 ? 'many' : ''}">
    ${pictures.map((picture) => renderPicture(picture, prompt))}
  </div>`
}

function renderPicture({ url, width, height }: Picture, prompt: string): Markup {
  return html`<a class="picture" href="${url}">
    <img src="${url}" width="${width}" height="${height}" alt="${shorten(prompt, 150)}" loading="lazy">
  </a>`
}

/** It leads back to where it was asked for. */
export function renderDeletePicture(
  { id, asked, pictures, shared }: Generation,
  place: GalleryPlace,
): Markup {
  return renderAccountPage(
    '/account/pictures',
    'Delete a picture',
    html`<section class="narrow">
      <h1>Delete ${pictures.length > 1 ? 'these pictures' : 'this picture'}?</h1>
      ${renderAll(pictures, asked.prompt)}
      <p class="prompt">${shorten(asked.prompt, 300)}</p>
      <p>This deletes it from our servers and your history. It can’t be undone.${shared ? ' Where you shared it, it will no longer show.' : ''}</p>
      <form method="post" action="/account/pictures/${id}/delete" class="actions">
        <input type="hidden" name="search" value="${place.search}">
        <input type="hidden" name="cursor" value="${place.cursor}">
        <button class="danger">Delete</button>
        <a href="${renderGalleryPath(place)}">Keep it</a>
      </form>
    </section>`,
  )
}
