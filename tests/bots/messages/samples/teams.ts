/** One of every message about teams, budgets and what is told to admins. */
import { renderCapReached } from '#bots/messages/cap-reached.ts'
import { renderAnswered, renderAsked, renderCapNews } from '#bots/messages/cap-request.ts'
import { renderBestOf, renderReport } from '#bots/messages/month.ts'
import {
  renderAdminsChannel,
  renderAdminsChannelNote,
  renderBlocked,
  renderCap,
  renderMemberRemoved,
  renderPays,
  renderRole,
  renderTeam,
  renderTeamLanguage,
  renderTied,
  renderTieOffer,
  renderTieStep,
  renderTimeZone,
  renderUntied,
} from '#bots/messages/team.ts'
import { renderTeamNote } from '#bots/messages/team-note.ts'
import { renderMemberUsage, renderOwnUsage, renderTeamUsage } from '#bots/messages/usage.ts'
import { CoreError } from '#core/errors.ts'
import type { CapRequest, Member, OwnMonth, TeamMonth, TeamNote, Words } from '#core/index.ts'
import type { Samples } from './samples.ts'

const settings = { pays: 'team', channels: {}, timeZone: 'Europe/Berlin', memberCap: 500 } as const
const at = Date.UTC(2026, 10, 23, 20, 35)
const ann: Member = { account: 'a1', role: 'admin', name: 'Ann', seenAt: at, cap: 500 }
const bob: Member = { account: 'a2', role: 'member', name: 'Bob', seenAt: at, blocked: true }
const place = { platform: 'discord', team: '1', channel: '2' } as const
const side = { platform: 'slack', id: 'T1', title: 'Acme' } as const
const link = () => 'https://chat.test/c'
const caps = [
  { limit: 500, spent: 480 },
  { channel: place, limit: 900, spent: 880 },
]
const request: CapRequest = {
  ...{ id: 'r1', owner: 'a2', team: 'discord:1', name: 'Bob', credits: 50, price: 30, month: '2026-11' },
  ...{ origin: { platform: 'discord', address: {} }, askedAt: at, until: at + 86_400_000, caps: [] },
}
const answer = { how: 'approved', at, by: { name: 'Ann', account: 'a1' }, month: '2026-11' } as const
const asks: TeamNote = {
  kind: 'cap-request',
  id: 'r1',
  name: 'Bob',
  credits: 50,
  price: 30,
  month: '2026-11',
  caps,
}
const drawn: TeamMonth['drawn'] = [
  { tool: 'imagine', quality: 'standard', orders: 12, credits: 120 },
  { tool: 'og', quality: 'premium', orders: 2, credits: 60 },
]
const month: TeamMonth = {
  ...{ month: '2026-11', balance: 340, spent: 180, drawn, isWhole: false },
  members: [
    { ...ann, spent: 120, drawn },
    { ...bob, spent: 60, drawn: [] },
  ],
  channels: [{ channel: 'discord:1:2', spent: 180 }],
}
const mine: OwnMonth = { month: '2026-11', balance: 90, spent: 30, drawn, isWhole: true, ofTeams: 40 }
const where = { name: 'Acme', here: { platform: 'discord', id: '1' }, link } as const
const reached = { cap: 'member', limit: 500, spent: 480, price: 30 } as const

export const listTeamSamples = (words: Words): Samples => ({
  'a team, for an admin': renderTeam(words, {
    ...{ name: 'Acme', settings, member: ann, balance: 340, gallery: '#art' },
    inside: {
      members: [ann, bob],
      changes: [
        { at, by: 'a1', what: 'member-cap', value: 500, of: 'a2' },
        { at, what: 'pays', value: 'team' },
        { at, by: 'a1', what: 'channel-cap', value: null },
      ],
      address: 'https://bot.test/team',
    },
  }),
  'a team, for a member': renderTeam(words, {
    ...{ name: undefined, settings: { ...settings, pays: 'own' }, member: undefined, balance: 0 },
    gallery: undefined,
  }),
  'the team pays': renderPays(words, 'team', undefined),
  'everybody pays in a channel': renderPays(words, 'own', '#art'),
  'a cap for one': renderCap(words, { member: 'Bob' }, 500),
  'no cap for members': renderCap(words, 'members', undefined),
  'a cap for a channel': renderCap(words, 'channel', 900),
  'a cap for channels': renderCap(words, 'channels', 1),
  'an owner': renderRole(words, 'Bob', 'owner'),
  'an admin': renderRole(words, 'Bob', 'admin'),
  'a member': renderRole(words, 'Bob', 'member'),
  removed: renderMemberRemoved(words, 'Bob'),
  blocked: renderBlocked(words, 'Bob', 'block'),
  unblocked: renderBlocked(words, 'Bob', 'unblock'),
  'time zone': renderTimeZone(words, 'Europe/Berlin'),
  language: renderTeamLanguage(words),
  'admins’ channel': renderAdminsChannel(words, '#admins', 'https://chat.test/admins'),
  'admins’ channel note': renderAdminsChannelNote(words),
  'a code to join': renderTieOffer(words, 'abcd-efgh'),
  'the other team asks': renderTieStep(
    words,
    { step: 'offered', other: side, code: 'ijkl-mnop' },
    'abcd-efgh',
  ),
  'join them?': renderTieStep(words, { step: 'asked', other: side }, 'ijkl-mnop'),
  joined: renderTied(words, side),
  separated: renderUntied(words, [side]),
  'not joined': renderUntied(words, []),
  'a cap is reached': renderCapReached(
    words,
    new CoreError('cap-reached', { ...reached, held: { id: 'h1', private: false, more: 50 } }),
  ),
  'asked, told': renderAsked(words, { outcome: 'asked', credits: 50, isTold: true }),
  'asked, not told yet': renderAsked(words, { outcome: 'asked', credits: 50, isTold: false }),
  'asked before': renderAsked(words, { outcome: 'known', request }),
  'asked and declined before': renderAsked(words, {
    outcome: 'known',
    request: { ...request, answer: { ...answer, how: 'declined' } },
  }),
  'asked too often': renderAsked(words, { outcome: 'too-many', limit: 5 }),
  'room by now': renderAsked(words, { outcome: 'room' }),
  'unpaid by now': renderAsked(words, { outcome: 'unpaid' }),
  'nobody to ask': renderAsked(words, { outcome: 'no-channel' }),
  'you approved': renderAnswered(words, { request: { ...request, answer }, isNew: true }),
  'you declined': renderAnswered(words, {
    request: { ...request, answer: { ...answer, how: 'declined' } },
    isNew: true,
  }),
  'approved before': renderAnswered(words, { request: { ...request, answer }, isNew: false }),
  'not answered': renderAnswered(words, { request, isNew: false }),
  ...Object.fromEntries(
    (['approved', 'declined', 'lapsed', 'gone', 'lost'] as const).map((how) => [
      `news: ${how}`,
      renderCapNews(words, { how, by: 'Ann', credits: 50, prompt: 'a fox', isDrawing: how === 'approved' }),
    ]),
  ),
  ...Object.fromEntries(
    (['approved', 'declined', 'lapsed', 'drawn', 'gone'] as const).map((how) => [
      `request: ${how}`,
      renderTeamNote(words, { ...asks, answer: { how, by: 'Ann' } }, link),
    ]),
  ),
  'somebody asks for more': renderTeamNote(words, asks, link),
  'request over': renderTeamNote(words, { kind: 'request-over' }, link),
  'joined, told': renderTeamNote(words, { kind: 'tied', other: side }, link),
  'separated, told': renderTeamNote(words, { kind: 'untied' }, link),
  'bought, told': renderTeamNote(
    words,
    { kind: 'bought', credits: 500, balance: 840, isTest: true, provider: 'test' },
    link,
  ),
  'usage of the team': renderTeamUsage(words, month, where),
  'usage of a member': renderMemberUsage(words, { ...bob, spent: 60, month: '2026-11' }),
  'usage of one’s own': renderOwnUsage(words, mine),
  'a monthly report': renderReport(
    words,
    month,
    {
      shared: 4,
      pictures: [
        { author: 'Ann', votes: 3, address: 'https://chat.test/m' },
        { author: '', votes: 1 },
      ],
    },
    where,
  ),
  'the best of a month': renderBestOf(words, '2026-11', [{ author: 'Ann', votes: 3 }]),
})
