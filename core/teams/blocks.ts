/** Whom a team does not want to use the bot there. */
import { type ChatUser, namesOf } from '#core/chat.ts'
import type { Clock } from '#core/clock.ts'
import type { RecordStore } from '#core/records/record-store.ts'
import { keyOf } from './team-name.ts'

/** Whom to look for: a chat user, and the accounts that are theirs where they are tied to any. */
export interface Blocked {
  user?: Pick<ChatUser, 'platform' | 'user' | 'formerly'>
  accounts: readonly string[]
}

const kind = 'blocked' as const

export interface BlockPorts {
  records: RecordStore
  clock: Pick<Clock, 'now'>
  /** Keyed, and lasting as long as the store: nobody can be told from what is kept, so that it may outlast an account. */
  hash(purpose: string, ...parts: readonly string[]): Promise<string>
}

/** The chat user as well as the account, so that neither another account nor another platform lets them in again. */
export async function block(ports: BlockPorts, team: string, who: Blocked): Promise<void> {
  const { records, clock } = ports
  for (const key of await listKeys(ports, team, who)) {
    await records.insertRecord({ kind, key, body: {} }, clock.now())
  }
}

export async function unblock(ports: BlockPorts, team: string, who: Blocked): Promise<void> {
  for (const key of await listKeys(ports, team, who)) await ports.records.removeRecord(kind, key)
}

export async function isBlocked(ports: BlockPorts, team: string, who: Blocked): Promise<boolean> {
  const { records, clock } = ports
  for (const key of await listKeys(ports, team, who)) {
    if (await records.findRecord(kind, key, clock.now())) return true
  }
  return false
}

async function listKeys({ hash }: BlockPorts, team: string, { user, accounts }: Blocked): Promise<string[]> {
  const users = user ? namesOf(user).map((name) => ['blocked-chat', user.platform, name] as const) : []
  const names = [...users, ...accounts.map((account) => ['blocked-account', account] as const)]
  return await Promise.all(
    names.map(async ([purpose, ...parts]) => keyOf(team, await hash(purpose, team, ...parts))),
  )
}
