/** The teams that somebody is in, on the page of their account. */
import { html } from 'hono/html'
import type { Standing, Words } from '#core/index.ts'
import type { Markup } from './layout.ts'
import { linkGallery } from './team-gallery.ts'
import { nameTeamOf, renderPlace, type TitledPlace } from './team-words.ts'

export interface ListedTeam extends Pick<Standing, 'team' | 'role'> {
  /** Where they were seen. */
  places: readonly TitledPlace[]
}

export function renderTeams(words: Words, teams: readonly ListedTeam[]): Markup | '' {
  if (teams.length === 0) return ''
  return html`<section aria-labelledby="teams">
    <h2 id="teams">${words.account.teams}</h2>
    <ul class="rows">${teams.map((team) => renderTeam(words, team))}</ul>
  </section>`
}

function renderTeam(words: Words, { team, role, places }: ListedTeam): Markup {
  const { youAre, gallery, galleryOf, manage } = words.account
  // Two of the same name side by side tell nobody which is which.
  const linkPlace = (place: TitledPlace) => {
    const whose = ` ${galleryOf(nameTeamOf([place]))}`
    return html`<a href="${linkGallery(place)}">${gallery}${places.length > 1 ? whose : html`<span class="unseen">${whose}</span>`}</a>`
  }
  const isAdmin = role !== 'member'
  return html`<li>
    <div>${places.map((place, index) => html`${index > 0 ? html`<br>` : ''}${renderPlace(place)}`)}
      ${isAdmin ? html`<br><span class="quiet">${youAre(role)}</span>` : ''}</div>
    <div class="actions">
      ${places.map(linkPlace)}
      ${isAdmin ? html`<a class="button small" href="/team?${new URLSearchParams({ team })}">${manage}<span class="unseen"> ${nameTeamOf(places)}</span></a>` : ''}
    </div>
  </li>`
}
