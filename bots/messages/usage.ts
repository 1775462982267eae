/** Shows what was spent in a month, in tables. */
import {
  type ChannelSpent,
  type Drawn,
  joinTexts,
  type MemberSpent,
  type OwnMonth,
  type TeamMonth,
  type TeamName,
  type Text,
  type Words,
} from '#core/index.ts'
import type { Block, Message, Team } from '../platform.ts'
import { cut } from './words.ts'

/** Rows of a table in chat; the web has them all. */
const mostMembers = 20
const mostChannels = 10

/** Where it is shown. */
export interface UsageHere {
  name: string | undefined
  here: TeamName
  link: Team['link'] | undefined
}

export function renderTeamUsage(words: Words, usage: TeamMonth, where: UsageHere): Message {
  const { month, spent, balance, drawn, isWhole, channels } = usage
  const name = where.name === undefined ? undefined : cut(where.name, 80)
  return {
    private: true,
    blocks: [
      { kind: 'text', text: words.usage.team(name, spent, month, balance) },
      ...listMembers(words, usage.members),
      ...(channels.length > 0
        ? [{ kind: 'text' as const, text: listChannels(words, channels.slice(0, mostChannels), where) }]
        : []),
      ...listTools(words, drawn, isWhole),
    ],
  }
}

/** What a member sees of it. */
export const renderMemberUsage = (
  words: Words,
  { spent, cap, month }: MemberSpent & { month: string },
): Message => ({
  private: true,
  blocks: [
    { kind: 'text', text: words.usage.member(spent, month) },
    { kind: 'facts', facts: [{ label: words.usage.yourCap, value: words.team.cap(cap) }] },
  ],
})

export function renderOwnUsage(words: Words, usage: OwnMonth): Message {
  const { month, spent, balance, drawn, isWhole, ofTeams } = usage
  const own = words.usage.own(spent, month, balance)
  return {
    private: true,
    blocks: [
      { kind: 'text', text: ofTeams > 0 ? joinTexts(own, words.usage.ofTeams(ofTeams)) : own },
      ...listTools(words, drawn, isWhole),
    ],
  }
}

/** Those who spent something, or are held to something. */
function listMembers({ usage, number }: Words, members: readonly MemberSpent[]): Block[] {
  const shown = members.filter(({ spent, cap }) => spent > 0 || cap !== undefined)
  if (shown.length === 0) return []
  const rows = shown
    .slice(0, mostMembers)
    .map(({ name = usage.somebody, spent, cap }) => [
      cut(name, 40),
      number(spent),
      cap === undefined ? '' : number(cap),
    ])
  const more = shown.length - rows.length
  const { member, credits, cap } = usage.head
  const rest = { kind: 'text' as const, text: usage.more(more) }
  return [{ kind: 'table', head: [member, credits, cap], rows }, ...(more > 0 ? [rest] : [])]
}

/** Each with a way to it, since a table could only show its id. */
function listChannels(words: Words, channels: readonly ChannelSpent[], where: UsageHere): Text {
  return channels.flatMap(({ channel, spent, cap }, index): Text => {
    const told = words.usage.channelSpent(nameChannel(words, channel, where), spent, cap)
    return index === 0 ? told : [' · ', ...told]
  })
}

function nameChannel({ usage }: Words, channel: string, { here, link }: UsageHere): Text {
  const place = `${here.platform}:${here.id}:`
  const id = channel.slice(channel.lastIndexOf(':') + 1)
  if (!link || !channel.startsWith(place)) return usage.channelElsewhere(id)
  return [{ link: link(id), label: usage.channel(id) }]
}

/** `tool` and `quality` as they are told apart. */
export function listTools(words: Words, drawn: readonly Drawn[], isWhole: boolean): Block[] {
  if (drawn.length === 0) return []
  const { head, deleted, newestOnly } = words.usage
  const withQuality = drawn.some(({ quality }) => quality !== undefined)
  const rows = drawn.map(({ tool, quality, orders, credits }) => [
    tool ? words.toolKinds[tool] : deleted,
    ...(withQuality ? [quality ? words.qualities[quality] : ''] : []),
    words.number(orders),
    words.number(credits),
  ])
  const heads = [head.tool, ...(withQuality ? [head.quality] : []), head.orders, head.credits]
  const partly = { kind: 'text' as const, text: newestOnly() }
  return [{ kind: 'table', head: heads, rows }, ...(isWhole ? [] : [partly])]
}
