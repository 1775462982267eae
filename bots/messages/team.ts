/** Shows a team, and says what was changed in it. */
import type { Member, Payer, TeamChange, TeamSettings, Text, TieSide, TieStep, Words } from '#core/index.ts'
import type { Block, Message } from '../platform.ts'
import { press } from '../pressed.ts'
import { cut } from './words.ts'

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

export function renderTeam(words: Words, shown: ShownTeam): Message {
  const { team } = words
  const { name, settings, member, balance, inside } = shown
  const title = name === undefined ? team.yourTeam : cut(name, 80)
  return {
    private: true,
    blocks: [
      { kind: 'text', text: [{ bold: title }, ' · ', team.pays[settings.pays]] },
      {
        kind: 'facts',
        facts: [
          { label: team.facts.balance, value: words.credits(balance) },
          { label: team.facts.yourCap, value: team.cap(member?.cap ?? settings.memberCap) },
          ...(inside ? listSettled(team, shown) : []),
        ],
      },
      ...(inside
        ? [listMembers(words, inside.members), ...listLog(words, inside), linkPage(team, inside)]
        : []),
    ],
  }
}

const listSettled = (
  { facts, cap, chosen, none }: Words['team'],
  { settings, gallery }: Pick<ShownTeam, 'settings' | 'gallery'>,
) => [
  { label: facts.eachMember, value: cap(settings.memberCap) },
  { label: facts.eachChannel, value: cap(settings.channelCap) },
  { label: facts.ownChannels, value: String(Object.keys(settings.channels).length) },
  { label: facts.timeZone, value: settings.timeZone },
  { label: facts.adminsChannel, value: settings.adminsChannel ? chosen : none },
  { label: facts.gallery, value: gallery === undefined ? none : chosen },
]

const listMembers = ({ team, teamPage, number }: Words, members: readonly Member[]): Block => ({
  kind: 'table',
  head: [team.members.member, team.members.role, team.members.cap],
  rows: members
    .slice(0, mostMembers)
    .map(({ name, role, cap, blocked }) => [
      cut(name, 40),
      teamPage.roles[blocked ? 'blocked' : role],
      cap === undefined ? '' : number(cap),
    ]),
})

const linkPage = ({ open }: Words['team'], { address }: NonNullable<ShownTeam['inside']>): Block => ({
  kind: 'buttons',
  buttons: [{ label: open, url: address }],
})

function listLog(words: Words, { changes, members }: NonNullable<ShownTeam['inside']>): Block[] {
  if (changes.length === 0) return []
  const { team, teamLog } = words
  const who = (account: string | undefined) =>
    cut(members.find((each) => each.account === account)?.name ?? team.somebody, 40)
  const rows = changes.map((change) => {
    const { at, by, what, of } = change
    const whom = of !== undefined && aboutMembers.has(what) ? [who(of)] : []
    return [
      words.moment(at),
      who(by),
      teamLog.kinds[what],
      [...whom, ...tellValue(words, change)].join(' · '),
    ]
  })
  const { when, by, changed, to } = team.log
  return [{ kind: 'table', head: [when, by, changed, to], rows }]
}

function tellValue({ team, teamPage, number }: Words, { what, value }: TeamChange): string[] {
  if (value === undefined) return []
  if (value === null) return [team.none]
  if (typeof value === 'number') return [number(value)]
  if (what === 'role' && hasWord(teamPage.roles, value)) return [teamPage.roles[value]]
  return what === 'pays' && hasWord(team.payers, value) ? [team.payers[value]] : [value]
}

const hasWord = <Word extends string>(said: Readonly<Record<Word, string>>, value: string): value is Word =>
  Object.hasOwn(said, value)

const aboutMembers = new Set<TeamChange['what']>([
  ...(['member-cap', 'cap-raised', 'raise-declined'] as const),
  ...(['role', 'removed', 'blocked', 'unblocked'] as const),
])

export const renderPays = ({ team }: Words, pays: Payer, channel: string | undefined) =>
  say(channel === undefined ? team.paysNow[pays]() : team.paysInChannel[pays]())

/** `of`: what has that cap. */
export const renderCap = (
  { team }: Words,
  of: { member: string } | 'members' | 'channel' | 'channels',
  cap: number | undefined,
): Message => say(typeof of === 'string' ? team.capNow[of](cap) : team.capNow.member(cut(of.member, 80), cap))

export const renderRole = ({ team }: Words, name: string, role: Member['role']) =>
  say(team.roleNow[role](cut(name, 80)))

export const renderMemberRemoved = ({ team }: Words, name: string) => say(team.removed(cut(name, 80)))

export const renderBlocked = ({ team }: Words, name: string, how: 'block' | 'unblock') =>
  say(team.blocked[how](cut(name, 80)))

export const renderTimeZone = ({ team }: Words, timeZone: string) => say(team.timeZoneNow(timeZone))

/** In the language itself. */
export const renderTeamLanguage = ({ team }: Words) => say(team.languageNow())

export const renderAdminsChannel = ({ team }: Words, channel: string, address: string | undefined) =>
  say(team.adminsChannelNow(channel, address))

/** Posted in the channel when it becomes the admins'. */
export const renderAdminsChannelNote = ({ team }: Words): Message => ({
  ...say(team.adminsChannelNote()),
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
export const nameSide = ({ team }: Words, { title, platform }: Pick<TieSide, 'title' | 'platform'>): Text =>
  team.side[platform](cut(title, 80))

export const renderTieOffer = ({ team }: Words, code: string) => say(team.joinOffer(code))

/** `typed`: the code that the last step was asked by. */
export function renderTieStep(words: Words, step: TieStep, typed: string): Message {
  const { team } = words
  const other = nameSide(words, step.other)
  if (step.step === 'offered') return say(team.joinOffered(other, step.code))
  const join = { label: team.join, style: 'primary' as const, ...press('tie-teams', { code: typed }) }
  const { blocks } = say(team.joinQuestion(other))
  return { private: true, blocks: [...blocks, { kind: 'buttons', buttons: [join] }] }
}

export const renderTied = (words: Words, other: TieSide) => say(words.team.joined(nameSide(words, other)))

export const renderUntied = ({ team }: Words, others: readonly { platform: TieSide['platform'] }[]) =>
  say(others.length === 0 ? team.notJoined() : team.separated())
