/** The log of what a team's admins have changed, on its page and as a file. */
import { html } from 'hono/html'
import { type Member, readChannelName, type TeamChange } from '#core/index.ts'
import type { Cell } from '../csv.ts'
import type { Markup } from './layout.ts'
import { payers, renderTable } from './team-words.ts'
import { cleanName, renderCredits, renderMoment } from './words.ts'

const said: Readonly<Record<TeamChange['what'], string>> = {
  pays: 'Who pays',
  'member-cap': 'Cap of members',
  'channel-cap': 'Cap of channels',
  'cap-raised': 'More credits for a month',
  'raise-declined': 'Declined more credits',
  'time-zone': 'Time zone',
  language: 'Language',
  'admins-channel': 'Admins’ channel',
  gallery: 'Gallery',
  role: 'Role',
  removed: 'Removed',
  blocked: 'Blocked',
  unblocked: 'Let in again',
  tied: 'Tied to another',
  untied: 'Untied',
}

const ofRaises: readonly TeamChange['what'][] = ['cap-raised', 'raise-declined']
const ofMembers: readonly TeamChange['what'][] = [
  ...(['member-cap', 'role', 'removed', 'blocked', 'unblocked'] as const),
  ...ofRaises,
]
const ofCaps: readonly TeamChange['what'][] = ['member-cap', 'channel-cap']

/** Of members, by their accounts. */
type Names = ReadonlyMap<string, string>

const listNames = (members: readonly Member[]): Names =>
  new Map(members.map(({ account, name }) => [account, name]))

/** Whoever is not known any more is somebody. */
const nameMember = (names: Names, account = ''): string => cleanName(names.get(account) ?? '') || 'somebody'

/** The member or the channel that it is about. */
function nameWhat({ what, of }: TeamChange, names: Names): string {
  if (of === undefined) return ''
  return ofMembers.includes(what) ? nameMember(names, of) : `channel ${readChannelName(of).channel}`
}

/** The caps of all are told apart from that of one. */
const nameChange = ({ what, of }: TeamChange): string =>
  of !== undefined && ofCaps.includes(what) ? 'Cap' : said[what]

function renderValue({ what, value }: TeamChange): string {
  if (value === null) return 'none'
  if (what === 'pays') return value === 'own' ? payers.own : payers.team
  if (ofCaps.includes(what) && typeof value === 'number') return `${renderCredits(value)} a month`
  if (ofRaises.includes(what) && typeof value === 'number') return renderCredits(value)
  return String(value ?? '')
}

export function renderLog(changes: readonly TeamChange[], members: readonly Member[]): Markup {
  if (changes.length === 0) return html`<p>Nothing was changed in the last year.</p>`
  const names = listNames(members)
  const rows = changes.map((change) => {
    const about = nameWhat(change, names)
    return [
      html`${nameChange(change)}${about === '' ? '' : html`: <bdi>${about}</bdi>`}<span class="quiet">${renderMoment(change.at)}, by <bdi>${nameMember(names, change.by)}</bdi></span>`,
      html`<span class="words">${renderValue(change)}</span>`,
    ]
  })
  return renderTable('Changes', ['What', 'Now'], rows)
}

function nameUnit({ what, value }: TeamChange): string {
  if (ofCaps.includes(what)) return 'credits a month'
  return ofRaises.includes(what) && typeof value === 'number' ? 'credits' : ''
}

/** The same for programs: with plain values, and what these count. */
export function listLogRows(changes: readonly TeamChange[], members: readonly Member[]): Cell[][] {
  const head = ['time (ISO 8601 UTC)', 'changed by', 'what', 'about', 'value', 'unit']
  const names = listNames(members)
  const rows = changes.map((change) => [
    new Date(change.at).toISOString(),
    nameMember(names, change.by),
    change.what,
    nameWhat(change, names),
    change.value === null ? 'none' : (change.value ?? ''),
    nameUnit(change),
  ])
  return [head, ...rows]
}
