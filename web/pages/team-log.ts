/** The log of what a team's admins have changed, on its page and as a file. */
import { html } from 'hono/html'
import { type Member, readChannelName, speak, type TeamChange, type Words } from '#core/index.ts'
import type { Cell } from '../csv.ts'
import { findWords } from '../language.ts'
import type { Markup } from './layout.ts'
import { renderTable } from './team-words.ts'
import { cleanName, renderMoment } from './words.ts'

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
const nameMember = ({ teamLog }: Words, names: Names, account = ''): string =>
  cleanName(names.get(account) ?? '') || teamLog.somebody

/** The member or the channel that it is about. */
function nameWhat(words: Words, { what, of }: TeamChange, names: Names): string {
  if (of === undefined) return ''
  return ofMembers.includes(what)
    ? nameMember(words, names, of)
    : words.teamLog.channel(readChannelName(of).channel)
}

/** The caps of all are told apart from that of one. */
const nameChange = ({ teamLog }: Words, { what, of }: TeamChange): string =>
  of !== undefined && ofCaps.includes(what) ? teamLog.cap : teamLog.kinds[what]

function renderValue({ teamPage, credits }: Words, { what, value }: TeamChange): string {
  if (value === null) return teamPage.none
  if (what === 'pays') return teamPage.payers[value === 'own' ? 'own' : 'team']
  if (ofCaps.includes(what) && typeof value === 'number') return teamPage.monthly(value)
  if (ofRaises.includes(what) && typeof value === 'number') return credits(value)
  if (what === 'language') return speak(String(value)).name
  const role = Object.entries(teamPage.roles).find(([each]) => what === 'role' && each === value)?.[1]
  return role ?? String(value ?? '')
}

export function renderLog(words: Words, changes: readonly TeamChange[], members: readonly Member[]): Markup {
  const { title, columns, nothing, by } = words.teamLog
  if (changes.length === 0) return html`<p class="none">${nothing}</p>`
  const names = listNames(members)
  const rows = changes.map((change) => {
    const about = nameWhat(words, change, names)
    return [
      html`${nameChange(words, change)}${about === '' ? '' : html` · <bdi>${about}</bdi>`}<span class="quiet">${renderMoment(change.at, words)} · ${by} <bdi>${nameMember(words, names, change.by)}</bdi></span>`,
      html`<span class="words">${renderValue(words, change)}</span>`,
    ]
  })
  return renderTable(title, [columns.what, columns.now], rows)
}

function nameUnit({ what, value }: TeamChange): string {
  if (ofCaps.includes(what)) return 'credits a month'
  return ofRaises.includes(what) && typeof value === 'number' ? 'credits' : ''
}

/** The same for programs: with plain values, and what these count. */
export function listLogRows(changes: readonly TeamChange[], members: readonly Member[]): Cell[][] {
  const head = ['time (ISO 8601 UTC)', 'changed by', 'what', 'about', 'value', 'unit']
  const words = findWords()
  const names = listNames(members)
  const rows = changes.map((change) => [
    new Date(change.at).toISOString(),
    nameMember(words, names, change.by),
    change.what,
    nameWhat(words, change, names),
    change.value === null ? 'none' : (change.value ?? ''),
    nameUnit(change),
  ])
  return [head, ...rows]
}
