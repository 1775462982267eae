/** What a team's admins have settled: who pays, how much, and where the bot tells of it. */
import type { Place } from '#core/chat.ts'
import type { Clock, CreateId } from '#core/clock.ts'
import { changeRecord } from '#core/records/change-record.ts'
import type { RecordStore } from '#core/records/record-store.ts'
import { createShortMemory } from '#core/records/short-memory.ts'
import { noteChange, type TeamChange } from './changes.ts'

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

export interface Settings {
  findSettings(team: string): Promise<TeamSettings>
  /** In which all there is said in it. Asked at every call: another process's change may not be known for some seconds. */
  findLanguage(team: string): Promise<string | undefined>
  /** `told` is what the log of changes keeps of it. */
  changeSettings(
    team: string,
    change: (settings: TeamSettings) => TeamSettings,
    told: Omit<TeamChange, 'at'>,
  ): Promise<TeamSettings>
}

export async function findSettings({ records, clock }: SettingsPorts, team: string): Promise<TeamSettings> {
  const found = await records.findRecord(kind, team, clock.now())
  return { ...usualSettings, ...found?.body }
}

/** With a short memory of the language, which is asked for at every call. */
export function openSettings(ports: SettingsPorts & { createId: CreateId }): Settings {
  const languages = createShortMemory<string | undefined>(ports.clock)
  return {
    findSettings: (team) => findSettings(ports, team),
    findLanguage: (team) => languages.find(team, async () => (await findSettings(ports, team)).language),
    async changeSettings(team, change, told) {
      const changed = await changeSettings(ports, team, change).finally(() => languages.forget(team))
      await noteChange(ports, team, told)
      return changed
    },
  }
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
