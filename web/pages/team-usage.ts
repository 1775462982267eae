/** What a team's month came to, by members, tools and channels, on its page and as a file. */
import { html } from 'hono/html'
import {
  type Member,
  type MemberMonth,
  readChannelName,
  type TeamMonth,
  type TeamSettings,
  type Words,
} from '#core/index.ts'
import type { Cell } from '../csv.ts'
import { findWords } from '../language.ts'
import type { Markup } from './layout.ts'
import { nameRole, nameTool, renderCap, renderChannel, renderTable } from './team-words.ts'
import { cleanName } from './words.ts'

/** Rows of a page; the file has them all. */
const mostMembers = 500

const nameSpender = ({ teamPage }: Words, { name = '' }: Pick<MemberMonth, 'name'>): string =>
  cleanName(name) || teamPage.formerMember

export function renderMembers(
  words: Words,
  { members: spenders }: TeamMonth,
  members: readonly Member[],
): Markup {
  const { teamPage, number } = words
  const { columns, nobody, more: told } = teamPage
  if (spenders.length === 0) return html`<p class="none">${nobody}</p>`
  const known = new Map(members.map((member) => [member.account, member]))
  const rows = spenders.slice(0, mostMembers).map((spender) => {
    const member = known.get(spender.account)
    const facts = [member && nameRole(words, member), ...listWays(words, spender)].filter(Boolean)
    return [
      html`<bdi>${nameSpender(words, spender)}</bdi><span class="quiet">${facts.join(' · ')}</span>`,
      html`${number(spender.spent)}${renderShare(spender)}`,
      renderCap(words, spender.cap),
    ]
  })
  const more = spenders.length - rows.length
  return html`${renderTable(teamPage.members, [columns.member, columns.spent, columns.cap], rows)}
    ${more > 0 ? html`<p class="note">${told(more)}</p>` : ''}`
}

/** How much of a cap is spent, beside the numbers that say it. */
function renderShare({ spent, cap }: { spent: number; cap?: number }): Markup | '' {
  if (cap === undefined) return ''
  const share = cap === 0 ? 1 : Math.min(spent / cap, 1)
  return html`<svg class="share ${share >= 0.8 ? 'much' : ''}" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
    <rect class="whole" width="100" height="4"/><rect class="part" width="${(share * 100).toFixed(1)}" height="4"/>
  </svg>`
}

/** Such as `imagine 20`. */
const listWays = (words: Words, { drawn }: MemberMonth): string[] =>
  drawn.map((each) => `${nameTool(words, each)} ${words.number(each.credits)}`)

export function renderTools(words: Words, { drawn, isWhole }: TeamMonth): Markup {
  const { teamPage, number } = words
  const { columns, tools, nothingDrawn, newestTools } = teamPage
  if (drawn.length === 0) return html`<p class="none">${nothingDrawn}</p>`
  const rows = drawn.map((each) => [nameTool(words, each), number(each.orders), number(each.credits)])
  return html`${renderTable(tools, [columns.tool, columns.orders, columns.credits], rows)}
    ${isWhole ? '' : html`<p class="note">${newestTools}</p>`}`
}

/** Those that something was spent in, and those that something of their own is settled for. */
export function renderChannels(words: Words, { channels }: TeamMonth, settings: TeamSettings): Markup {
  const { columns, noChannel, channels: title, pays, payers } = words.teamPage
  const spent = new Map(channels.map((each) => [each.channel, each]))
  const names = [...new Set([...spent.keys(), ...Object.keys(settings.channels)])]
  if (names.length === 0) return html`<p class="none">${noChannel}</p>`
  const rows = names.map((name) => {
    const { platform, team: id, channel } = readChannelName(name)
    const own = settings.channels[name]
    const cap = own?.cap ?? settings.channelCap
    const sum = spent.get(name)?.spent ?? 0
    return [
      html`${renderChannel({ platform, id }, channel)}${own?.pays === undefined ? '' : html`<span class="quiet">${pays(payers[own.pays])}</span>`}`,
      html`${words.number(sum)}${renderShare({ spent: sum, ...(cap !== undefined && { cap }) })}`,
      renderCap(words, cap),
    ]
  })
  return renderTable(title, [columns.channel, columns.spent, columns.cap], rows)
}

/** Each member by each tool; what is not told apart by tools is told by itself, so that the rows sum up to all that was spent. */
export function listUsageRows(
  { month, members: spenders }: TeamMonth,
  members: readonly Member[],
  { timeZone }: TeamSettings,
): Cell[][] {
  const words = findWords()
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
    const who = [month, timeZone, nameSpender(words, spender), member ? nameRole(words, member) : '']
    const told = spender.drawn.reduce((sum, { credits }) => sum + credits, 0)
    const rest = spender.spent - told
    const ways: Cell[][] = spender.drawn.map((each) => [nameTool(words, each), each.orders, each.credits])
    if (rest !== 0) ways.push(['not told apart', '', rest])
    if (ways.length === 0) ways.push(['none', 0, 0])
    return ways.map((way) => [...who, ...way, spender.cap ?? ''])
  })
  return [head, ...rows]
}
