/** The page of one picture, or of several that were made together. */
import { html } from 'hono/html'
import {
  findNumber,
  type Generation,
  listNumbered,
  namePicture,
  renderPictureName,
  type Words,
} from '#core/index.ts'
import { renderAccountPage } from './account-frame.ts'
import { type Family, renderFamilyParts } from './family.ts'
import { renderDone } from './form.ts'
import { type GalleryPlace, listPlaceFields, renderGalleryPath, renderPlacePath } from './gallery-place.ts'
import type { Markup } from './layout.ts'
import { renderDetails } from './picture-details.ts'
import { renderEmbed } from './picture-embed.ts'
import { pictureOptions, starIcon } from './pictures.ts'
import type { TitledPlace } from './team-words.ts'
import { type ListThumbnails, renderImage } from './tile.ts'
import { shorten } from './words.ts'

export interface PicturePage {
  /** As it is named: with all its pictures, or as one that has only one. */
  seen: Generation<'delivered'>
  /** With all its pictures. */
  whole: Generation<'delivered'>
  place: GalleryPlace
  family: Family
  /** Beside it in the list that it was opened from. */
  newer?: Generation
  older?: Generation
  teams: readonly TitledPlace[]
  done: string | undefined
  list: ListThumbnails
}

const pathOf = (name: string) => `/account/pictures/${name}`

export function renderPicture(words: Words, page: PicturePage): Markup {
  const { seen, place, done } = page
  return renderAccountPage(
    '/account/pictures',
    shorten(seen.asked.prompt, 60),
    html`<article class="picture-page">
      ${renderWays(words, page)}
      ${renderDone(done)}
      <div class="picture-sides">
        <div class="picture-stage">
          ${renderStage(words, page)}
          ${renderStrip(words, page)}
        </div>
        <div class="picture-about">
          ${renderPrompt(words, seen)}
          ${renderActions(words, page)}
          ${renderDetails(words, page)}
          ${renderEmbed(words, seen)}
        </div>
      </div>
      ${renderFamilyParts(words, page.family, { list: page.list, link: (name) => renderPlacePath(pathOf(name), place) })}
    </article>`,
    pictureOptions,
  )
}

/** Back to the list, and to what is beside it there: also by arrow keys, where script runs. */
function renderWays({ picturePage: picture }: Words, { place, newer, older }: PicturePage): Markup {
  const way = (to: Generation | undefined, rel: 'prev' | 'next', words: string) =>
    to &&
    html`<a class="button small" rel="${rel}" href="${renderPlacePath(pathOf(to.id), place)}">${words}<span class="unseen">: ${shorten(to.asked.prompt, 60)}</span></a>`
  return html`<nav class="ways" aria-label="${picture.back}">
    <a href="${renderGalleryPath(place)}">${picture.back}</a>
    <span class="beside">${way(newer, 'prev', picture.newer) ?? ''}${way(older, 'next', picture.older) ?? ''}</span>
  </nav>`
}

/** One of them large, in its own size where that is asked for; several side by side, each leading to its own page. */
function renderStage({ picturePage: words }: Words, { seen, place, list }: PicturePage): Markup {
  const { id, asked, pictures } = seen
  const alt = shorten(asked.prompt, 300)
  const sizes = '(max-width: 62rem) 100vw, 65vw'
  const [first] = pictures
  if (!first) return html``
  if (pictures.length === 1) {
    return html`<a class="large" href="${first.url}" title="${words.openOriginal}">${renderImage(first, { alt, sizes, urgency: 'first', list, isWhole: true })}</a>`
  }
  return html`<div class="together">${listNumbered(seen).map(
    ({ number, picture }) =>
      html`<a href="${renderPlacePath(pathOf(renderPictureName({ id, number })), place)}">${renderImage(picture, { alt: `${number}: ${alt}`, sizes: '(max-width: 62rem) 50vw, 32vw', urgency: 'first', list })}</a>`,
  )}</div>`
}

/** The others that were made with it. */
function renderStrip({ picturePage: words }: Words, { seen, whole, place, list }: PicturePage): Markup | '' {
  const { id } = whole
  if (whole.pictures.length < 2) return ''
  const current = findNumber(seen)
  const link = (name: string, isHere: boolean, label: string, content: Markup | string) =>
    html`<a href="${renderPlacePath(pathOf(name), place)}" aria-label="${label}" ${isHere ? html`aria-current="page"` : ''}>${content}</a>`
  return html`<nav class="strip" aria-label="${words.together(whole.pictures.length)}">
    ${link(id, current === undefined, words.together(whole.pictures.length), words.together(whole.pictures.length))}
    ${listNumbered(whole).map(({ number, picture }) =>
      link(
        renderPictureName({ id, number }),
        number === current,
        words.numbered(number, whole.pictureKeys.length),
        renderImage(picture, { alt: '', sizes: '5rem', urgency: 'soon', list }),
      ),
    )}
  </nav>`
}

function renderPrompt({ picturePage: picture }: Words, { asked }: Generation): Markup {
  return html`<h1 class="unseen">${shorten(asked.prompt, 100)}</h1>
    <div class="copyable">
      <h2 id="prompt-title">${picture.prompt}</h2>
      <button type="button" class="small" data-copy="prompt" data-copied="${picture.copied}" hidden>${picture.copy}</button>
      <p id="prompt" class="whole-prompt" tabindex="0" role="region" aria-labelledby="prompt-title">${asked.prompt}</p>
    </div>`
}

function renderActions({ picturePage: picture }: Words, { seen, place }: PicturePage): Markup {
  const { id, favourite, pictures } = seen
  const name = namePicture(seen)
  const isMany = pictures.length > 1
  const [only] = listNumbered(seen)
  const fields = listPlaceFields(place)
  const hidden = fields.map(([field, value]) => html`<input type="hidden" name="${field}" value="${value}">`)
  const download = isMany
    ? html`<form method="post" action="/account/pictures/several/zip">${hidden}<input type="hidden" name="pick" value="${id}"><button class="primary" data-stays>${picture.downloadAll}</button></form>`
    : html`<a class="button primary" href="${pathOf(id)}/${only?.number ?? 1}" download>${picture.download}</a>`
  return html`<div class="actions">
    ${download}
    <form method="post" action="${pathOf(id)}/favourite">
      ${hidden}<input type="hidden" name="to" value="${name}">
      <button name="favourite" value="${favourite ? 'no' : 'yes'}" class="plain star-button" ${favourite ? html`data-on` : ''}>${starIcon}${favourite ? picture.unfavourite : picture.favourite}</button>
    </form>
    <a class="button danger" href="${renderPlacePath(`${pathOf(name)}/delete`, place)}">${isMany ? picture.removeAll : picture.remove}</a>
  </div>`
}
