/** How the pages of a team name servers and workspaces, channels and what is settled. */
import { html } from 'hono/html'
import type { Drawn, Member, PlatformName, TeamName, Words } from '#core/index.ts'
import { findWords } from '../language.ts'
import type { Markup } from './layout.ts'
import { cleanName } from './words.ts'

/** A server or workspace, and what people there call it, as far as that is known. */
export interface TitledPlace extends TeamName {
  title: string | undefined
}

const nameKind = (platform: PlatformName): string => findWords().teamPage.kinds[platform]

/** Such as `Lighthouse` or, where that is not known, `Discord server 123`. */
export const namePlace = ({ platform, id, title }: TitledPlace): string =>
  cleanName(title ?? '') || `${nameKind(platform)} ${id}`

/** Such as `Lighthouse, Discord server`. */
export function renderPlace(place: TitledPlace): Markup {
  const kind =
    cleanName(place.title ?? '') === '' ? '' : html` <span class="quiet">${nameKind(place.platform)}</span>`
  return html`<strong><bdi>${namePlace(place)}</bdi></strong>${kind}`
}

/** What all of them are together. */
export const nameTeamOf = (places: readonly TitledPlace[]): string => places.map(namePlace).join(' + ')

/** `channel` as the platform numbers it; a link to it where it is told by its number. */
export function renderChannel({ platform, id }: TeamName, channel: string): Markup {
  const address = findAddress(platform, id, channel)
  const number = html`<code>${channel}</code>`
  return address === undefined ? number : html`<a href="${address}" rel="noreferrer">${number}</a>`
}

/** Where a message or, where that is not known, a channel opens in the chat's own program or page. */
export function findChatAddress(
  { platform, id }: TeamName,
  channel: string | undefined,
  message?: string,
): string | undefined {
  const address = channel === undefined ? undefined : findAddress(platform, id, channel)
  if (address === undefined || message === undefined) return address
  if (platform === 'discord') return /^\d+$/.test(message) ? `${address}/${message}` : address
  return /^\d+\.\d+$/.test(message) ? `${address}/thread/${channel}-${message}` : address
}

function findAddress(platform: PlatformName, id: string, channel: string): string | undefined {
  if (!/^\w+$/.test(channel)) return undefined
  const place = encodeURIComponent(id.slice(id.lastIndexOf(':') + 1))
  if (platform === 'discord') return `https://discord.com/channels/${place}/${channel}`
  return platform === 'slack' ? `https://app.slack.com/client/${place}/${channel}` : undefined
}

export const nameRole = ({ teamPage }: Words, { role, blocked }: Pick<Member, 'role' | 'blocked'>): string =>
  teamPage.roles[blocked ? 'blocked' : role]

/** Of a month. */
export const renderCap = ({ teamPage, number }: Words, cap: number | undefined): string =>
  cap === undefined ? teamPage.noCap : number(cap)

export const nameTool = ({ teamPage }: Words, { tool }: Drawn): string => tool ?? teamPage.deletedSince

/** A table with words in its first column and, usually, numbers in the others. */
export function renderTable(
  caption: string,
  head: readonly string[],
  rows: readonly (readonly (Markup | string)[])[],
): Markup {
  return html`<table class="entries">
    <caption class="unseen">${caption}</caption>
    <thead><tr>${head.map((each) => html`<th scope="col">${each}</th>`)}</tr></thead>
    <tbody>${rows.map(
      ([first, ...cells]) =>
        html`<tr><th scope="row">${first}</th>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`,
    )}</tbody>
  </table>`
}
