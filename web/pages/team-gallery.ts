/** What is shared in a team, for its people to look at. */
import { html } from 'hono/html'
import { type Exhibit, namePicture, nameTeam, type TeamName, type Words } from '#core/index.ts'
import { renderText } from '../language.ts'
import { renderAccountPage } from './account-frame.ts'
import type { Markup } from './layout.ts'
import { pictureOptions } from './pictures.ts'
import { namePlace, type TitledPlace } from './team-words.ts'
import { findTileShape, findUrgency, type ListThumbnails, renderTilePictures } from './tile.ts'
import { cleanName, renderDay, shorten } from './words.ts'

export interface ShownExhibit extends Exhibit {
  votes: number
}

export interface TeamGalleryPage {
  place: TitledPlace
  exhibits: readonly ShownExhibit[]
  /** Whether it is the page of the newest. */
  isFirst: boolean
  /** The cursor of the next, older page. */
  next: string | undefined
  list: ListThumbnails
}

export function linkGallery(place: TeamName, cursor?: string): string {
  const query = { place: nameTeam(place), ...(cursor !== undefined && { cursor }) }
  return `/team/gallery?${new URLSearchParams(query)}`
}

export function renderTeamGallery(words: Words, page: TeamGalleryPage): Markup {
  const { place, exhibits, isFirst, next, list } = page
  const { galleryPage: gallery, teamGalleryPage: teamGallery } = words
  return renderAccountPage(
    undefined,
    teamGallery.title(namePlace(place)),
    html`<section class="gallery-page">
      <h1>${teamGallery.of} <bdi>${namePlace(place)}</bdi></h1>
      ${
        exhibits.length === 0
          ? html`<p class="empty">${isFirst ? renderText(teamGallery.none()) : gallery.noneOlder}</p>`
          : html`<ul class="photos">${exhibits.map((each, index) => renderExhibit(words, each, { list, index }))}</ul>`
      }
      <nav class="pager" aria-label="${gallery.pages}">
        <div class="actions">
          ${isFirst ? '' : html`<a href="${linkGallery(place)}">${gallery.newest}</a>`}
          ${next === undefined ? '' : html`<a class="button" rel="next" href="${linkGallery(place, next)}">${gallery.older}</a>`}
        </div>
      </nav>
    </section>`,
    pictureOptions,
  )
}

function renderExhibit(
  { teamGalleryPage: teamGallery }: Words,
  { generation, author, at, votes }: ShownExhibit,
  { list, index }: { list: ListThumbnails; index: number },
): Markup {
  const by = cleanName(author)
  return html`<li class="photo shape-${findTileShape(generation)}">
    ${renderTilePictures(generation, { list, urgency: findUrgency(index), opens: true })}
    <p class="foot">${shorten(generation.asked.prompt, 120)}
      <span class="quiet">${by === '' ? '' : html`<bdi>${by}</bdi> · `}${renderDay(at)} · <span class="votes">${teamGallery.votes(votes)}</span> · <code>${namePicture(generation)}</code></span></p>
  </li>`
}
