/** The family of a picture: what it came from, and what came of it. */
import { html } from 'hono/html'
import { type Core, type Generation, namePicture, type Words } from '#core/index.ts'
import { renderAccountPage } from './account-frame.ts'
import type { Markup } from './layout.ts'
import { pictureOptions } from './pictures.ts'
import { findTileShape, type ListThumbnails, renderTilePictures } from './tile.ts'
import { shorten } from './words.ts'

export type Family = Awaited<ReturnType<Core['history']['family']>>

interface Looks {
  list: ListThumbnails
  /** Where one of whoever looks is seen; of others nothing but their family is. */
  link(name: string): string
}

/** Of a picture that may be somebody else's. */
export function renderFamily(words: Words, family: Family, list: ListThumbnails): Markup {
  const { picturePage: picture } = words
  const looks = { list, link: (name: string) => `/account/pictures/${name}/family` }
  return renderAccountPage(
    '/account/pictures',
    picture.familyOf,
    html`<section>
      <h1>${picture.familyOf}</h1>
      <ul class="photos small">${renderMember(family.generation, looks)}</ul>
      <p><a href="/account/pictures">${picture.back}</a></p>
    </section>
    ${renderFamilyParts(words, family, looks)}`,
    pictureOptions,
  )
}

export function renderFamilyParts({ picturePage: picture }: Words, family: Family, looks: Looks): Markup {
  const { generation, steps, before, children, hasMore } = family
  const members = (all: readonly Generation[]) =>
    html`<ul class="photos small">${all.map((each) =>
      renderMember(
        each,
        each.owner === generation.owner
          ? looks
          : { ...looks, link: (name) => `/account/pictures/${name}/family` },
      ),
    )}</ul>`
  const isAlone = steps.length === 0 && before === undefined
  return html`<section class="family" aria-labelledby="from">
      <h2 id="from">${picture.from}</h2>
      ${before === undefined ? '' : html`<p class="note">${before === 'gone' ? picture.fromGone : picture.fromMore}</p>`}
      ${isAlone ? html`<p class="quiet">${picture.fromWords}</p>` : members(steps)}
    </section>
    <section class="family" aria-labelledby="of">
      <h2 id="of">${picture.ofIt}</h2>
      ${children.length === 0 ? html`<p class="quiet">${picture.nothingYet}</p>` : members(children)}
      ${hasMore ? html`<p class="note">${picture.moreMade}</p>` : ''}
    </section>`
}

/** It may be somebody else's, so that nothing but looking is offered. */
function renderMember(generation: Generation, { list, link }: Looks): Markup {
  return html`<li class="photo shape-${findTileShape(generation)}">
    <a href="${link(namePicture(generation))}">${renderTilePictures(generation, { list, urgency: 'later' })}</a>
    <p class="foot">${shorten(generation.asked.prompt, 120)}</p>
  </li>`
}
