/** What a team's month came to, by members, tools and channels, on its page and as a file. */
import { html } from 'hono/html'
import {
  type Member,
  type MemberMonth,
  readChannelName,
  type TeamMonth,
  type TeamSettings,
} from '#core/index.ts'
import type { Cell } from '../csv.ts'
import type { Markup } from './layout.ts'
import { nameRole, nameTool, payers, renderCap, renderChannel, renderTable } from './team-words.ts'
import { cleanName, renderNumber } from './words.ts'

/** Rows of a page; the file has them all. */
const mostMembers = 500

const nameSpender = ({ name = '' }: Pick<MemberMonth, 'name'>): string =>
  cleanName(name) || 'no member any more'

export function renderMembers({ members: spenders }: TeamMonth, members: readonly Member[]): Markup {
  if (spenders.length === 0) return html`<p>Nobody was seen here yet.</p>`
  const known = new Map(members.map((member) => [member.account, member]))
  const rows = spenders.slice(0, mostMembers).map((spender) => {
    const member = known.get(spender.account)
    return [
      html`<bdi>${nameSpender(spender)}</bdi><span class="quiet">${[member && nameRole(member), ...listWays(spender)].filter(Boolean).join(' · ')}</span>`,
      renderNumber(spender.spent),
      renderCap(spender.cap),
    ]
  })
  const more = spenders.length - rows.length
  return html`${renderTable('Members', ['Member', 'Spent', 'Cap'], rows)}
    ${more > 0 ? html`<p class="note">And ${renderNumber(more)} more, in the file.</p>` : ''}`
}

/** Such as `imagine 20`. */
const listWays = ({ drawn }: MemberMonth): string[] =>
  drawn.map((each) => `${nameTool(each)} ${renderNumber(each.credits)}`)

export function renderTools({ drawn, isWhole }: TeamMonth): Markup {
  if (drawn.length === 0) return html`<p>Nothing was drawn for it.</p>`
  const rows = drawn.map((each) => [nameTool(each), renderNumber(each.orders), renderNumber(each.credits)])
  return html`${renderTable('Tools', ['Tool', 'Orders', 'Credits'], rows)}
    ${isWhole ? '' : html`<p class="note">The tools are those of the month’s newest orders alone.</p>`}`
}

/** Those that something was spent in, and those that something of their own is settled for. */
export function renderChannels({ channels }: TeamMonth, settings: TeamSettings): Markup {
  const spent = new Map(channels.map((each) => [each.channel, each]))
  const names = [...new Set([...spent.keys(), ...Object.keys(settings.channels)])]
  if (names.length === 0) return html`<p>Nothing was spent in any channel.</p>`
  const rows = names.map((name) => {
    const { platform, team: id, channel } = readChannelName(name)
    const own = settings.channels[name]
    return [
      html`${renderChannel({ platform, id }, channel)}${own?.pays === undefined ? '' : html`<span class="quiet">pays: ${payers[own.pays]}</span>`}`,
      renderNumber(spent.get(name)?.spent ?? 0),
      renderCap(own?.cap ?? settings.channelCap),
    ]
  })
  return renderTable('Channels', ['Channel', 'Spent', 'Cap'], rows)
}

/** Each member by each tool; what is not told apart by tools is told by itself, so that the rows sum up to all that was spent. */
export function listUsageRows(
  { month, members: spenders }: TeamMonth,
  members: readonly Member[],
  { timeZone }: TeamSettings,
): Cell[][] {
  const known = new Map(members.map((member) => [member.account, member]))
  const head = [
    'month',
    'time zone',
    'member',
    'role',
    'tool',
    'orders',
    'spent (credits)',
    'cap (credits a month)',
  ]
  const rows = spenders.flatMap((spender) => {
    const member = known.get(spender.account)
    const who = [month, timeZone, nameSpender(spender), member ? nameRole(member) : '']
    const told = spender.drawn.reduce((sum, { credits }) => sum + credits, 0)
    const rest = spender.spent - told
    const ways: Cell[][] = spender.drawn.map((each) => [nameTool(each), each.orders, each.credits])
    if (rest !== 0) ways.push(['not told apart', '', rest])
    if (ways.length === 0) ways.push(['none', 0, 0])
    return ways.map((way) => [...who, ...way, spender.cap ?? ''])
  })
  return [head, ...rows]
}
