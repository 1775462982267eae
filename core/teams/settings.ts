/** What a team's admins have settled: who pays, how much, and where the bot tells of it. */
import type { Place } from '#core/chat.ts'
import type { Clock } from '#core/clock.ts'
import { changeRecord } from '#core/records/change-record.ts'
import type { RecordStore } from '#core/records/record-store.ts'

/** `team`: the team's wallet, and where there is nothing in it the member's own. `own`: each for themselves. */
export type Payer = 'team' | 'own'

export interface TeamSettings {
  pays: Payer
  /** Whole credits in a month, for each member and each channel that has none of its own; no limit where absent. */
  memberCap?: number
  channelCap?: number
  /** By `<platform>:<server or workspace>:<channel>`. */
  channels: Readonly<Record<string, ChannelSettings>>
  /** Where months begin and end: a name of the IANA database. */
  timeZone: string
  /** What is said to all there is said in it: a tag (BCP 47). */
  language?: string
  /** Where budgets, requests and reports are told of. */
  adminsChannel?: Place
}

export interface ChannelSettings {
  pays?: Payer
  cap?: number
}

export const usualSettings: TeamSettings = { pays: 'team', channels: {}, timeZone: 'UTC' }

/** More channels with settings of their own than any team looks after. */
export const mostChannels = 200

const kind = 'team-settings' as const

export interface SettingsPorts {
  records: RecordStore
  clock: Pick<Clock, 'now'>
}

export async function findSettings({ records, clock }: SettingsPorts, team: string): Promise<TeamSettings> {
  const found = await records.findRecord(kind, team, clock.now())
  return { ...usualSettings, ...found?.body }
}

/** Answers with what is settled from now on. Others may change other things at the same time. */
export async function changeSettings(
  { records, clock }: SettingsPorts,
  team: string,
  change: (settings: TeamSettings) => TeamSettings,
): Promise<TeamSettings> {
  let changed = usualSettings
  await changeRecord(records, { kind, key: team }, clock, (found) => {
    changed = change({ ...usualSettings, ...found?.body })
    return { kind, key: team, body: { ...changed } }
  })
  return changed
}

/** Names a channel of the team's. */
export const nameChannel = ({ platform, team, channel }: Place): string => `${platform}:${team}:${channel}`

/** What `nameChannel` was given. */
export function readChannelName(name: string): Place {
  const [platform = '', ...rest] = name.split(':')
  const channel = rest.pop() ?? ''
  return { platform: platform as Place['platform'], team: rest.join(':'), channel }
}

/** Whether months can be reckoned there. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}
