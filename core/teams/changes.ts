/** The log of what was changed in a team, by whom. */
import type { Clock, CreateId } from '#core/clock.ts'
import type { RecordStore, StoredRecord } from '#core/records/record-store.ts'
import { keyOf } from './team-name.ts'

/** What was changed; words for it stand at the edges. */
export type ChangeKind =
  | 'pays'
  | 'member-cap'
  | 'channel-cap'
  | 'cap-raised'
  | 'raise-declined'
  | 'time-zone'
  | 'language'
  | 'admins-channel'
  | 'gallery'
  | 'role'
  | 'removed'
  | 'blocked'
  | 'unblocked'
  | 'tied'
  | 'untied'

export interface TeamChange {
  /** Milliseconds since 1970. */
  at: number
  /** The account of whoever changed it, where they have one. */
  by?: string
  what: ChangeKind
  /** What it is now; a cap of null is none. */
  value?: string | number | null
  /** Of a member or a channel: the account, or the channel's name. */
  of?: string
}

const kind = 'team-change' as const
/** A year, in milliseconds: what was settled before is no longer anybody's question. */
const life = 366 * 24 * 60 * 60_000
/** By which somebody is more there, or less. */
const ofStanding: readonly ChangeKind[] = ['role', 'removed', 'blocked', 'unblocked']
/** More changes than a team's admins make in an hour. */
const mostSince = 1_000
/** Digits of a moment in milliseconds, so that keys are in the order of time. */
const digits = 15

export interface ChangePorts {
  records: RecordStore
  clock: Pick<Clock, 'now'>
  createId: CreateId
}

/** `once`: when it was, and a name by which it is noted once, however often this is called. */
export async function noteChange(
  { records, clock, createId }: ChangePorts,
  team: string,
  change: Omit<TeamChange, 'at'>,
  once?: { at: number; name: string },
): Promise<void> {
  const { at, name } = once ?? { at: clock.now(), name: createId(8) }
  const key = keyOf(team, `${renderMoment(at)}-${name}`)
  await records.insertRecord({ kind, key, expiresAt: at + life, body: { ...change, at } }, at)
}

const renderMoment = (at: number) => String(at).padStart(digits, '0')

/** Whether what an account is in the team was changed since then, or so much in the team that it may have been. */
export async function isChangedSince(
  { records, clock }: Pick<ChangePorts, 'records' | 'clock'>,
  team: string,
  account: string,
  since: number,
): Promise<boolean> {
  const page = { after: keyOf(team, renderMoment(since)), limit: mostSince }
  const found = await records.listRecordsBy(kind, keyOf(team, ''), clock.now(), page)
  const isAbout = ({ body }: StoredRecord) => {
    const { of, what } = body as unknown as TeamChange
    return of === account && ofStanding.includes(what)
  }
  return found.length === mostSince || found.some(isAbout)
}

/** Newest first. */
export async function listChanges(
  { records, clock }: Pick<ChangePorts, 'records' | 'clock'>,
  team: string,
  limit: number,
): Promise<TeamChange[]> {
  const found = await records.listRecordsBy(kind, keyOf(team, ''), clock.now())
  return found
    .slice(-limit)
    .reverse()
    .map(({ body }) => body as unknown as TeamChange)
}
