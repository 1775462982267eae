/** Shows what was spent in a month, in tables. */
import type { ChannelSpent, Drawn, MemberSpent, OwnMonth, TeamMonth, TeamName, Text } from '#core/index.ts'
import type { Block, Message, Team } from '../platform.ts'
import { cut, renderCredits, renderMonth, renderNumber } from './words.ts'

/** Rows of a table in chat; the web has them all. */
const mostMembers = 20
const mostChannels = 10

/** Where it is shown. */
export interface UsageHere {
  name: string | undefined
  here: TeamName
  link: Team['link'] | undefined
}

export function renderTeamUsage(usage: TeamMonth, where: UsageHere): Message {
  const { month, spent, balance, drawn, isWhole, channels } = usage
  const title = cut(where.name ?? 'Your team', 80)
  return {
    private: true,
    blocks: [
      {
        kind: 'text',
        text: [
          { bold: title },
          ` spent ${renderCredits(spent)} in ${renderMonth(month)}. In its wallet now: `,
          { bold: renderCredits(balance) },
          '.',
        ],
      },
      ...listMembers(usage.members),
      ...(channels.length > 0
        ? [{ kind: 'text' as const, text: listChannels(channels.slice(0, mostChannels), where) }]
        : []),
      ...listTools(drawn, isWhole),
    ],
  }
}

/** What a member sees of it. */
export const renderMemberUsage = ({ spent, cap, month }: MemberSpent & { month: string }): Message => ({
  private: true,
  blocks: [
    {
      kind: 'text',
      text: [
        spent === 0
          ? `You have spent nothing of the team’s credits in ${renderMonth(month)}.`
          : `You have spent ${renderCredits(spent)} of the team’s in ${renderMonth(month)}.`,
      ],
    },
    {
      kind: 'facts',
      facts: [{ label: 'your cap', value: cap === undefined ? 'none' : `${renderNumber(cap)} a month` }],
    },
  ],
})

export function renderOwnUsage({ month, spent, balance, drawn, isWhole, ofTeams }: OwnMonth): Message {
  return {
    private: true,
    blocks: [
      {
        kind: 'text',
        text: [
          spent === 0
            ? `You have spent nothing of your own in ${renderMonth(month)}. You have `
            : `You have spent ${renderCredits(spent)} of your own in ${renderMonth(month)}. You have `,
          { bold: renderCredits(balance) },
          ofTeams > 0 ? ` left. Teams have paid ${renderCredits(ofTeams)} for you.` : ' left.',
        ],
      },
      ...listTools(drawn, isWhole),
    ],
  }
}

/** Those who spent something, or are held to something. */
function listMembers(members: readonly MemberSpent[]): Block[] {
  const shown = members.filter(({ spent, cap }) => spent > 0 || cap !== undefined)
  if (shown.length === 0) return []
  const rows = shown
    .slice(0, mostMembers)
    .map(({ name = 'somebody', spent, cap }) => [
      cut(name, 40),
      renderNumber(spent),
      cap === undefined ? '' : renderNumber(cap),
    ])
  const more = shown.length - rows.length
  const rest = { kind: 'text' as const, text: [`And ${renderNumber(more)} more.`] }
  return [{ kind: 'table', head: ['member', 'credits', 'cap'], rows }, ...(more > 0 ? [rest] : [])]
}

/** Each with a way to it, since a table could only show its id. */
function listChannels(channels: readonly ChannelSpent[], where: UsageHere): Text {
  return channels.flatMap(({ channel, spent, cap }, index): Text => {
    const amount =
      cap === undefined ? renderCredits(spent) : `${renderNumber(spent)} of ${renderCredits(cap)}`
    return [...(index === 0 ? [] : [' · ']), ...nameChannel(channel, where), ` ${amount}`]
  })
}

function nameChannel(channel: string, { here, link }: UsageHere): Text {
  const place = `${here.platform}:${here.id}:`
  const id = channel.slice(channel.lastIndexOf(':') + 1)
  if (!link || !channel.startsWith(place)) return ['channel ', { code: id }, ' of a tied team']
  return [{ link: link(id), label: `channel ${id}` }]
}

/** `tool` and `quality` as they are told apart. */
export function listTools(drawn: readonly Drawn[], isWhole: boolean): Block[] {
  if (drawn.length === 0) return []
  const withQuality = drawn.some(({ quality }) => quality !== undefined)
  const rows = drawn.map(({ tool = 'deleted since', quality = '', orders, credits }) => [
    ...(withQuality ? [tool, quality] : [tool]),
    renderNumber(orders),
    renderNumber(credits),
  ])
  const head = ['tool', ...(withQuality ? ['quality'] : []), 'orders', 'credits']
  const partly = { kind: 'text' as const, text: ['The tools are those of the newest orders alone.'] }
  return [{ kind: 'table', head, rows }, ...(isWhole ? [] : [partly])]
}
