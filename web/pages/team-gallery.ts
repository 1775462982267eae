/** What is shared in a team, for its people to look at. */
import { html } from 'hono/html'
import { type Exhibit, namePicture, nameTeam, type TeamName } from '#core/index.ts'
import { renderAccountPage } from './account-frame.ts'
import type { Markup } from './layout.ts'
import { renderAll } from './pictures.ts'
import { namePlace, type TitledPlace } from './team-words.ts'
import { cleanName, renderDay, renderNumber, shorten } from './words.ts'

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
}

export function linkGallery(place: TeamName, cursor?: string): string {
  const query = { place: nameTeam(place), ...(cursor !== undefined && { cursor }) }
  return `/team/gallery?${new URLSearchParams(query)}`
}

export function renderTeamGallery({ place, exhibits, isFirst, next }: TeamGalleryPage): Markup {
  const title = `Gallery of ${namePlace(place)}`
  return renderAccountPage(
    undefined,
    title,
    html`<section>
      <h1>Gallery of <bdi>${namePlace(place)}</bdi></h1>
      ${exhibits.length === 0 ? renderNone(isFirst) : html`<ul class="gallery">${exhibits.map(renderExhibit)}</ul>`}
      <nav class="actions" aria-label="Pages">
        ${isFirst ? '' : html`<a href="${linkGallery(place)}">Newest</a>`}
        ${next === undefined ? '' : html`<a href="${linkGallery(place, next)}">Older</a>`}
      </nav>
    </section>`,
  )
}

const renderNone = (isFirst: boolean): Markup =>
  isFirst
    ? html`<p>Nothing is shared yet: <strong>Share</strong> under a picture in the chat does it.</p>`
    : html`<p>Nothing older is left.</p>`

function renderExhibit({ generation, author, at, votes }: ShownExhibit): Markup {
  const by = cleanName(author)
  return html`<li class="card">
    ${renderAll(generation)}
    <p class="prompt">${shorten(generation.asked.prompt, 300)}</p>
    <p class="quiet">${by === '' ? '' : html`<bdi>${by}</bdi> · `}${renderDay(at)} · ${votes === 1 ? '1 vote' : `${renderNumber(votes)} votes`} · <code>${namePicture(generation)}</code></p>
  </li>`
}
