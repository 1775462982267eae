/** The teams that somebody is in, on the page of their account. */
import { html } from 'hono/html'
import type { Standing } from '#core/index.ts'
import type { Markup } from './layout.ts'
import { linkGallery } from './team-gallery.ts'
import { nameTeamOf, renderPlace, type TitledPlace } from './team-words.ts'

export interface ListedTeam extends Pick<Standing, 'team' | 'role'> {
  /** Where they were seen. */
  places: readonly TitledPlace[]
}

export function renderTeams(teams: readonly ListedTeam[]): Markup | '' {
  if (teams.length === 0) return ''
  return html`<section aria-labelledby="teams">
    <h2 id="teams">Teams</h2>
    <ul class="rows">${teams.map(renderTeam)}</ul>
  </section>`
}

function renderTeam({ team, role, places }: ListedTeam): Markup {
  const isAdmin = role !== 'member'
  // Two of the same name side by side tell nobody which is which.
  const linkPlace = (place: TitledPlace) => {
    const whose = ` of ${nameTeamOf([place])}`
    return html`<a href="${linkGallery(place)}">Gallery${places.length > 1 ? whose : html`<span class="unseen">${whose}</span>`}</a>`
  }
  return html`<li>
    <div>${places.map((place, index) => html`${index > 0 ? html`<br>` : ''}${renderPlace(place)}`)}
      ${isAdmin ? html`<br><span class="quiet">you are an ${role}</span>` : ''}</div>
    <div class="actions">
      ${places.map(linkPlace)}
      ${isAdmin ? html`<a class="button" href="/team?${new URLSearchParams({ team })}">Manage<span class="unseen"> ${nameTeamOf(places)}</span></a>` : ''}
    </div>
  </li>`
}
