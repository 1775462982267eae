/** What was asked for, what it cost, where it was asked and who can see it. */
import { html } from 'hono/html'
import {
  type Generation,
  isPublic,
  kindOf,
  listPosts,
  namePicture,
  nameTeam,
  type Words,
} from '#core/index.ts'
import { renderText } from '../language.ts'
import type { Markup } from './layout.ts'
import { findChatAddress, namePlace, type TitledPlace } from './team-words.ts'
import { renderMoment } from './words.ts'

interface Detailed {
  seen: Generation<'delivered'>
  teams: readonly TitledPlace[]
}

export function renderDetails(words: Words, { seen, teams }: Detailed): Markup {
  const { picturePage: picture } = words
  const { asked, model, createdAt, pictures } = seen
  const [first] = pictures
  const rows: [string, Markup | string][] = [
    [picture.made, renderMoment(createdAt)],
    [picture.size, first ? `${first.width} × ${first.height}` : ''],
    [picture.quality, words.qualities[asked.quality]],
    [picture.tool, words.toolKinds[kindOf(asked.tool)]],
    ...(asked.background === 'auto'
      ? []
      : ([[picture.background, words.backgrounds[asked.background]]] satisfies [string, string][])),
    [picture.model, html`<code>${model}</code>`],
    [picture.cost, describeCost(words, seen)],
    [picture.seenBy, isPublic(seen) && seen.origin.team !== undefined ? picture.yourTeam : picture.onlyYou],
    ...listPlaces(words, seen, teams),
    [picture.id, html`<code>${namePicture(seen)}</code>`],
  ]
  return html`<section class="details" aria-labelledby="details">
    <h2 id="details">${picture.settings}</h2>
    <dl>${rows.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
    <p class="quiet">${renderText(picture.inChat(`/show ${namePicture(seen)}`))}</p>
  </section>`
}

function describeCost({ picturePage: picture, credits }: Words, { price, payer, owner }: Generation): string {
  if (price === 0) return picture.free
  return payer === owner ? credits(price) : picture.paidByTeam(price)
}

/** Links that open the chat: at the message where that is known, else at the channel. */
function listPlaces(
  { picturePage: picture, places }: Words,
  { origin, shared }: Generation<'delivered'>,
  teams: readonly TitledPlace[],
): [string, Markup][] {
  const name = (platform: TitledPlace['platform'], id: string) =>
    namePlace(
      teams.find((each) => nameTeam(each) === nameTeam({ platform, id })) ?? {
        platform,
        id,
        title: undefined,
      },
    )
  const link = (
    platform: TitledPlace['platform'],
    id: string,
    channel?: string,
    message?: string,
  ): Markup => {
    const address = findChatAddress({ platform, id }, channel, message)
    const title = html`<bdi>${name(platform, id)}</bdi>`
    return address === undefined
      ? title
      : html`<a href="${address}" rel="noreferrer">${title}<span class="unseen">: ${picture.openIn(places.the[platform])}</span></a>`
  }
  const { platform, team, channel } = origin
  const posts = shared ? listPosts(shared) : []
  return [
    ...(team === undefined || platform === 'terminal'
      ? []
      : ([[picture.where, link(platform, team, channel)]] satisfies [string, Markup][])),
    ...posts.map((post): [string, Markup] => [
      picture.sharedIn,
      link(post.platform, post.team, post.channel, post.message),
    ]),
  ]
}
