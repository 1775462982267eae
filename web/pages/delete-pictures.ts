/** Asks before pictures are deleted. */
import { html } from 'hono/html'
import { type Generation, isAnyShared, namePicture, type Words } from '#core/index.ts'
import { renderAccountPage } from './account-frame.ts'
import { type GalleryPlace, listPlaceFields, renderGalleryPath } from './gallery-place.ts'
import type { Markup } from './layout.ts'
import { pictureOptions } from './pictures.ts'
import { findTileShape, type ListThumbnails, renderTilePictures } from './tile.ts'
import { shorten } from './words.ts'

interface Asked {
  place: GalleryPlace
  list: ListThumbnails
}

/** It leads back to where it was asked for. */
export function renderDeletePicture(words: Words, generation: Generation, asked: Asked): Markup {
  const { picturePage: picture } = words
  const isMany = generation.pictures.length > 1
  return renderQuestion(words, {
    ...asked,
    title: isMany ? picture.removeMany : picture.removeOne,
    picked: [generation],
    prompt: shorten(generation.asked.prompt, 300),
    warning: isMany ? picture.removeManyWarning(generation.pictures.length) : picture.removeWarning,
    shared: isAnyShared(generation) ? picture.removeShared : '',
    action: `/account/pictures/${namePicture(generation)}/delete`,
    keep: picture.keep,
  })
}

export function renderDeleteSeveral(
  words: Words,
  { picked, ...asked }: Asked & { picked: readonly Generation[] },
): Markup {
  const { picturePage: picture } = words
  const count = picked.reduce((sum, { pictures }) => sum + pictures.length, 0)
  return renderQuestion(words, {
    ...asked,
    title: count > 1 ? picture.removeMany : picture.removeOne,
    picked,
    prompt: '',
    warning: count > 1 ? picture.removeManyWarning(count) : picture.removeWarning,
    shared: picked.some(isAnyShared) ? picture.removeManyShared : '',
    action: '/account/pictures/several/delete',
    fields: picked.map(({ id }) => ['pick', id] as const),
    keep: count > 1 ? picture.keepMany : picture.keep,
  })
}

interface Question extends Asked {
  title: string
  picked: readonly Generation[]
  prompt: string
  warning: string
  shared: string
  action: string
  fields?: readonly (readonly [string, string])[]
  keep: string
}

function renderQuestion(words: Words, question: Question): Markup {
  const { place, list, title, picked, prompt, warning, shared, action, fields = [], keep } = question
  return renderAccountPage(
    '/account/pictures',
    title,
    html`<section class="asking">
      <h1>${title}</h1>
      <ul class="photos small">${picked.map(
        (each) =>
          html`<li class="photo shape-${findTileShape(each)}">${renderTilePictures(each, { list, urgency: 'soon' })}</li>`,
      )}</ul>
      ${prompt === '' ? '' : html`<p class="prompt">${prompt}</p>`}
      <p>${warning}${shared === '' ? '' : ` ${shared}`}</p>
      <form method="post" action="${action}" class="actions">
        ${[...listPlaceFields(place), ...fields].map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
        <button class="danger">${words.picturePage.remove}</button>
        <a href="${renderGalleryPath(place)}">${keep}</a>
      </form>
    </section>`,
    pictureOptions,
  )
}
