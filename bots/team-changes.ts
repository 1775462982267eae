/** What admins change in their team, one thing at a time. */
import { CoreError } from '#core/errors.ts'
import {
  type Core,
  isTimeZone,
  languages,
  mostChannels,
  nameChannel,
  type TeamSettings,
} from '#core/index.ts'
import { inLanguage } from './in-language.ts'
import {
  renderAdminsChannel,
  renderAdminsChannelNote,
  renderBlocked,
  renderCap,
  renderMemberRemoved,
  renderPays,
  renderRole,
  renderTeamLanguage,
  renderTieOffer,
  renderTieStep,
  renderTimeZone,
  renderUntied,
} from './messages/team.ts'
import { isChoice, nameChoice } from './named.ts'
import { listChoices } from './option.ts'
import { refuseOption } from './options.ts'
import type { Call, Message, Person } from './platform.ts'
import type { TeamHere } from './team-call.ts'

/** In the order in which they are offered. */
export const changes = [
  'pays',
  'cap',
  'channel-cap',
  'admins-channel',
  'time-zone',
  'language',
  'admin',
  'member',
  'owner',
  'remove',
  'block',
  'unblock',
  'tie',
  'untie',
] as const

type Change = (typeof changes)[number]

/** Credits in a month; more is no cap. */
export const mostCap = 1_000_000

interface Changing {
  call: Call<{ person?: Person; channel?: string; credits?: number; value?: string }>
  core: Core
  here: TeamHere
  /** The admin's account. */
  by: string
}

/** Rejects with `bad-option` where it lacks what the change is about, and with `not-a-member` for who was never seen in the team with an account. */
export async function changeTeam(what: Change, changing: Changing): Promise<Message> {
  return await works[what](changing)
}

const payers = listChoices(['team', 'own'], (words, value) => words.payers[value])

const works: Readonly<Record<Change, (changing: Changing) => Promise<Message>>> = {
  async pays({ call, core, here, by }) {
    const { value, channel } = call.options
    const pays = payers.find((payer) => value !== undefined && isChoice(payer, value.trim()))?.value
    if (!pays) {
      const choices = payers.map((payer) => nameChoice(call.words, payer))
      throw refuseOption('value', { kind: 'not-a-choice', choices })
    }
    const of = channel === undefined ? {} : { of: nameChannelHere(here, channel) }
    await core.teams.changeSettings(
      here.id,
      (settings) => (of.of ? changeChannel(settings, of.of, { pays }) : { ...settings, pays }),
      { by, what: 'pays', value: pays, ...of },
    )
    return renderPays(call.words, pays, channel)
  },
  async cap({ call, core, here, by }) {
    const { person, credits } = call.options
    if (person) {
      const member = await requireMember(core, here, call, person)
      await core.teams.setMemberCap(here.id, member, credits, by)
      return renderCap(call.words, { member: member.name }, credits)
    }
    await core.teams.changeSettings(here.id, (settings) => cap(settings, 'memberCap', credits), {
      ...{ by, what: 'member-cap', value: credits ?? null },
    })
    return renderCap(call.words, 'members', credits)
  },
  async 'channel-cap'({ call, core, here, by }) {
    const { channel, credits } = call.options
    const of = channel === undefined ? undefined : nameChannelHere(here, channel)
    await core.teams.changeSettings(
      here.id,
      (settings) =>
        of === undefined
          ? cap(settings, 'channelCap', credits)
          : changeChannel(settings, of, { cap: credits }),
      { by, what: 'channel-cap', value: credits ?? null, ...(of !== undefined && { of }) },
    )
    return renderCap(call.words, channel === undefined ? 'channels' : 'channel', credits)
  },
  async 'admins-channel'({ call, core, here, by }) {
    const channel = require('channel', call.options.channel)
    // Whether the bot may post there is best found out now.
    const { platform, id: team } = here.name
    const note = renderAdminsChannelNote(call.roomWords)
    await here.team.post(channel, inLanguage(call.roomWords, note, platform))
    await core.teams.changeSettings(
      here.id,
      (settings) => ({ ...settings, adminsChannel: { platform, team, channel } }),
      { by, what: 'admins-channel', of: nameChannelHere(here, channel) },
    )
    return renderAdminsChannel(call.words, channel, here.team.link?.(channel))
  },
  async 'time-zone'({ call, core, here, by }) {
    const timeZone = require('value', call.options.value?.trim())
    if (!isTimeZone(timeZone)) throw refuseOption('value', { kind: 'not-a-time-zone' })
    await core.teams.changeSettings(here.id, (settings) => ({ ...settings, timeZone }), {
      ...{ by, what: 'time-zone', value: timeZone },
    })
    return renderTimeZone(call.words, timeZone)
  },
  async language({ call, core, here, by }) {
    const wanted = require('value', call.options.value?.trim()).toLowerCase()
    const language = languages.find(({ tag, name }) => [tag, name.toLowerCase()].includes(wanted))
    if (!language) {
      throw refuseOption('value', { kind: 'not-a-choice', choices: languages.map(({ tag }) => tag) })
    }
    const { tag } = language
    await core.teams.changeSettings(here.id, (settings) => ({ ...settings, language: tag }), {
      ...{ by, what: 'language', value: tag },
    })
    return renderTeamLanguage(language)
  },
  admin: (changing) => changeRole(changing, 'admin'),
  member: (changing) => changeRole(changing, 'member'),
  owner: (changing) => changeRole(changing, 'owner'),
  async remove({ call, core, here, by }) {
    const { account, name } = await requireMember(core, here, call, call.options.person)
    await core.teams.removeMember(here.id, account, by)
    return renderMemberRemoved(call.words, name)
  },
  block: (changing) => changeBlock(changing, 'block'),
  unblock: (changing) => changeBlock(changing, 'unblock'),
  async tie({ call, core, here }) {
    const side = { ...here.name, title: (await here.team.findName()) ?? here.name.id }
    const { value: code } = call.options
    if (code === undefined) return renderTieOffer(call.words, await core.teams.ties.offer(side))
    const step = await core.teams.ties.take(code, side)
    return renderTieStep(call.words, step, code.trim().toLowerCase())
  },
  async untie({ call, core, here, by }) {
    return renderUntied(call.words, await core.teams.ties.untie(here.name, by))
  },
}

async function changeRole({ call, core, here, by }: Changing, role: 'owner' | 'admin' | 'member') {
  const member = await requireMember(core, here, call, call.options.person)
  await core.teams.setRole(here.id, member, role, by)
  return renderRole(call.words, member.name, role)
}

async function changeBlock({ call, core, here, by }: Changing, how: 'block' | 'unblock') {
  const person = require('person', call.options.person)
  const user = { ...person, platform: call.user.platform }
  const account = await core.accounts.findLinked(user)
  if (account?.id === by) throw new CoreError('not-yourself', {})
  const who = { user, name: person.name, accounts: account ? [account.id] : [] }
  await core.teams[how](here.id, who, by)
  return renderBlocked(call.words, person.name, how)
}

/** The same is said of who has no account and of who has one elsewhere. */
async function requireMember(
  core: Core,
  { id }: TeamHere,
  { user }: Pick<Call, 'user'>,
  person: Person | undefined,
) {
  const { name, ...who } = require('person', person)
  const account = await core.accounts.findLinked({ ...who, name, platform: user.platform })
  if (!account || !(await core.teams.isKnownIn(id, account.id))) throw new CoreError('not-a-member', {})
  return { account: account.id, name }
}

function require<Value>(option: string, value: Value | undefined): Value {
  if (value === undefined) throw refuseOption(option, { kind: 'missing' })
  return value
}

const nameChannelHere = ({ name: { platform, id } }: TeamHere, channel: string) =>
  nameChannel({ platform, team: id, channel })

function cap(settings: TeamSettings, name: 'memberCap' | 'channelCap', credits: number | undefined) {
  const { [name]: _, ...others } = settings
  return credits === undefined ? others : { ...others, [name]: credits }
}

/** Rejects with `bad-option` for one channel too many. */
function changeChannel(
  settings: TeamSettings,
  channel: string,
  said: { pays?: 'team' | 'own'; cap?: number | undefined },
): TeamSettings {
  const { cap: limit, ...known } = { ...settings.channels[channel], ...said }
  const channels = {
    ...settings.channels,
    [channel]: { ...known, ...(limit !== undefined && { cap: limit }) },
  }
  if (Object.keys(channels).length > mostChannels) {
    throw refuseOption('channel', { kind: 'out-of-range', minimum: 0, maximum: mostChannels })
  }
  return { ...settings, channels }
}
