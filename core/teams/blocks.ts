/** Whom a team does not want to use the bot there. */
import { type ChatUser, namesOf } from '#core/chat.ts'
import type { Clock } from '#core/clock.ts'
import { changeRecord } from '#core/records/change-record.ts'
import type { RecordStore, StoredRecord } from '#core/records/record-store.ts'
import { keyOf, nameTeam, type TeamName } from './team-name.ts'

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

export interface BlockingPorts extends BlockPorts {
  accounts: { listIdentities(account: string): Promise<readonly Pick<ChatUser, 'platform' | 'user'>[]> }
}

/**
 * The chat user as well as the account, and whoever else is tied to that now: so that neither another account nor another
 * platform lets them in again.
 */
export async function block(ports: BlockingPorts, team: string, who: Blocked): Promise<void> {
  const others = await Promise.all(who.accounts.map((account) => ports.accounts.listIdentities(account)))
  const names = others.flat().map((user) => listKeys(ports, team, { user, accounts: [] }))
  const all = [...(await listKeys(ports, team, who)), ...(await Promise.all(names)).flat()]
  for (const key of all) {
    await changeRecord(ports.records, { kind, key }, ports.clock, (found) => ({
      ...{ kind, key },
      body: { together: [...new Set([...readTogether(found), ...all])] },
    }))
  }
}

/** All that was blocked together with one of their names. */
export async function unblock(ports: BlockPorts, team: string, who: Blocked): Promise<void> {
  const { records, clock } = ports
  const keys = await listKeys(ports, team, who)
  const found = await Promise.all(keys.map((key) => records.findRecord(kind, key, clock.now())))
  for (const key of new Set([...found.flatMap(readTogether), ...keys])) await records.removeRecord(kind, key)
}

/** Those that the first versions blocked name none. */
const readTogether = (record: StoredRecord | undefined): string[] =>
  Array.isArray(record?.body.together) ? record.body.together.map(String) : []

/** By the team, or by one of these places of it before they were tied. */
export async function isBlocked(
  ports: BlockPorts,
  team: string,
  who: Blocked,
  places: readonly TeamName[] = [],
): Promise<boolean> {
  const { records, clock } = ports
  for (const id of new Set([team, ...places.map(nameTeam)])) {
    for (const key of await listKeys(ports, id, who)) {
      if (await records.findRecord(kind, key, clock.now())) return true
    }
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
