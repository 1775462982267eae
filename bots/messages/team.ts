/** Shows a team, and says what was changed in it. */
import type { Member, Payer, TeamChange, TeamSettings, Text, TieSide, TieStep, Words } from '#core/index.ts'
import type { Block, Message } from '../platform.ts'
import { press } from '../pressed.ts'
import { cut, renderCredits, renderDate, renderNumber } from './words.ts'

/** Members that are listed in chat; the web has them all. */
const mostMembers = 25

export interface ShownTeam {
  name: string | undefined
  settings: TeamSettings
  /** Whoever looks, as far as the team knows them. */
  member: Member | undefined
  /** Of the team's wallet. */
  balance: number
  gallery: string | undefined
  /** What admins alone see. `changes`: the newest first; `address`: of the team's page, for whoever looks alone. */
  inside?: { members: readonly Member[]; changes: readonly TeamChange[]; address: string }
}

export function renderTeam(shown: ShownTeam): Message {
  const { name, settings, member, balance, inside } = shown
  const cap = member?.cap ?? settings.memberCap
  return {
    private: true,
    blocks: [
      { kind: 'text', text: [{ bold: cut(name ?? 'Your team', 80) }, ' · ', paying[settings.pays]] },
      {
        kind: 'facts',
        facts: [
          { label: 'team wallet', value: renderCredits(balance) },
          { label: 'your cap', value: renderLimit(cap) },
          ...(inside ? listSettled(shown) : []),
        ],
      },
      ...(inside ? [listMembers(inside.members), ...listLog(inside), linkPage(inside)] : []),
    ],
  }
}

const paying: Readonly<Record<Payer, string>> = {
  team: 'the team pays while it has credits, then everybody for themselves',
  own: 'everybody pays for themselves',
}

const renderLimit = (cap: number | undefined) => (cap === undefined ? 'none' : `${renderNumber(cap)} a month`)

const listSettled = ({ settings, gallery }: ShownTeam) => [
  { label: 'each member', value: renderLimit(settings.memberCap) },
  { label: 'each channel', value: renderLimit(settings.channelCap) },
  { label: 'channels of their own', value: String(Object.keys(settings.channels).length) },
  { label: 'time zone', value: settings.timeZone },
  { label: 'admins’ channel', value: settings.adminsChannel ? 'chosen' : 'none' },
  { label: 'gallery', value: gallery === undefined ? 'none' : 'chosen' },
]

const listMembers = (members: readonly Member[]): Block => ({
  kind: 'table',
  head: ['member', 'role', 'cap'],
  rows: members
    .slice(0, mostMembers)
    .map(({ name, role, cap, blocked }) => [
      cut(name, 40),
      blocked ? 'blocked' : role,
      cap === undefined ? '' : renderNumber(cap),
    ]),
})

const linkPage = ({ address }: NonNullable<ShownTeam['inside']>): Block => ({
  kind: 'buttons',
  buttons: [{ label: 'Open on the web', url: address }],
})

function listLog({ changes, members }: NonNullable<ShownTeam['inside']>): Block[] {
  if (changes.length === 0) return []
  const who = (account: string | undefined) =>
    cut(members.find((each) => each.account === account)?.name ?? 'somebody', 40)
  const rows = changes.map(({ at, by, what, value, of }) => [
    renderDate(at),
    who(by),
    said[what],
    [of !== undefined && aboutMembers.has(what) ? who(of) : '', value === null ? 'none' : String(value ?? '')]
      .filter((word) => word !== '')
      .join(' · '),
  ])
  return [{ kind: 'table', head: ['when', 'by', 'changed', 'to'], rows }]
}

const said: Readonly<Record<TeamChange['what'], string>> = {
  pays: 'who pays',
  'member-cap': 'cap of members',
  'channel-cap': 'cap of channels',
  'cap-raised': 'more for this month',
  'raise-declined': 'declined to give more',
  'time-zone': 'time zone',
  language: 'language',
  'admins-channel': 'admins’ channel',
  gallery: 'gallery',
  role: 'role',
  removed: 'removed',
  blocked: 'blocked',
  unblocked: 'let in again',
  tied: 'tied',
  untied: 'untied',
}
const aboutMembers = new Set<TeamChange['what']>([
  ...(['member-cap', 'cap-raised', 'raise-declined'] as const),
  ...(['role', 'removed', 'blocked', 'unblocked'] as const),
])

export const renderPays = (pays: Payer, channel: string | undefined) =>
  say([...(channel === undefined ? ['From now on '] : ['In that channel from now on ']), `${paying[pays]}.`])

export function renderCap({
  who,
  channel,
  cap,
}: {
  who?: string
  channel?: string
  cap: number | undefined
}): Message {
  const whom =
    who !== undefined ? { bold: cut(who, 80) } : channel === undefined ? 'Each member' : 'A channel'
  return cap === undefined
    ? say([whom, ' has no cap of credits any more; the team’s own counts where there is one.'])
    : say([whom, ' can spend ', { bold: renderCredits(cap) }, ' of the team’s a month.'])
}

export const renderRole = (name: string, role: Member['role']) =>
  say([{ bold: cut(name, 80) }, ` is now ${roles[role]} of this team here.`])
const roles: Readonly<Record<Member['role'], string>> = {
  owner: 'an owner',
  admin: 'an admin',
  member: 'a member',
}

export const renderMemberRemoved = (name: string) =>
  say([{ bold: cut(name, 80) }, ' is no longer among the members, until they draw here again.'])

export const renderBlocked = (name: string, how: 'block' | 'unblock') =>
  say([
    { bold: cut(name, 80) },
    how === 'block'
      ? ' can no longer use the bot in this team. Their own account and pictures stay theirs.'
      : ' can use the bot in this team again.',
  ])

export const renderTimeZone = (timeZone: string) =>
  say(['Months begin and end by the clock of ', { code: timeZone }, ' from now on.'])

/** In the language itself. */
export const renderTeamLanguage = ({ name }: Words) =>
  say(['From now on we speak ', { bold: name }, ' with this team.'])

export const renderAdminsChannel = (channel: string, address: string | undefined) =>
  say([
    'Budgets, requests and reports go to ',
    address === undefined ? channel : { link: address, label: 'that channel' },
    ' from now on.',
  ])

/** Posted in the channel when it becomes the admins'. */
export const renderAdminsChannelNote = (): Message => ({
  ...say(['Budgets, requests for credits and monthly reports of this team appear here from now on.']),
  private: false,
})

function say(text: Text): Message {
  return { private: true, blocks: [{ kind: 'text', text }] }
}

export const platformNames: Readonly<Record<TieSide['platform'], string>> = {
  discord: 'Discord',
  slack: 'Slack',
  terminal: 'the terminal',
}

/** `Acme on Discord`. */
export const nameSide = ({ title, platform }: Pick<TieSide, 'title' | 'platform'>): Text => [
  { bold: cut(title, 80) },
  ` on ${platformNames[platform]}`,
]

export const renderTieOffer = (code: string) =>
  say([
    'In the other team, an admin types ',
    { code: `/team tie ${code}` },
    ' within the hour. Give the code to nobody else: both teams are asked once more before anything is tied.',
  ])

/** `typed`: the code that the last step was asked by. */
export function renderTieStep(step: TieStep, typed: string): Message {
  if (step.step === 'offered') {
    return say([
      ...nameSide(step.other),
      ' wants to be one team with this one. If that is right, an admin types there, within the hour: ',
      { code: `/team tie ${step.code}` },
    ])
  }
  const text: Text = [
    'Make ',
    ...nameSide(step.other),
    ' one with this team? Both then have the settings, members, caps, wallet and gallery of this one. ' +
      'No credits and no pictures move, and either can untie again.',
  ]
  return {
    private: true,
    blocks: [
      { kind: 'text', text },
      {
        kind: 'buttons',
        buttons: [{ label: 'Tie the teams', style: 'primary', ...press('tie-teams', { code: typed }) }],
      },
    ],
  }
}

export const renderTied = (other: TieSide) =>
  say(['From now on ', ...nameSide(other), ' is one with this team.'])

export const renderUntied = (others: readonly { platform: TieSide['platform'] }[]) =>
  say([
    others.length === 0
      ? 'This team is tied to no other.'
      : 'The teams are two again, each with the wallet, settings and members it had before.',
  ])
