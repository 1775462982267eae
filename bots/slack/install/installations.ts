/** Who has installed the app, and the token each has given it, sealed. */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { type Log, type Ports, putRecord, type SealingKeys } from '#core/index.ts'
import type { Clock } from '../api.ts'

type Records = Ports['store']['records']
type StoredRecord = NonNullable<Awaited<ReturnType<Records['findRecord']>>>

export interface Installation {
  /** The bot's token; never logged. */
  token: string
  botId?: string | undefined
  botUserId?: string | undefined
  /** Absent when a whole Enterprise Grid organisation has installed it. */
  team?: string | undefined
  enterprise?: string | undefined
}

/** A workspace, and the organisation it belongs to. */
export interface Workspace {
  team?: string | undefined
  enterprise?: string | undefined
}

export interface Installations {
  /** The one that serves a workspace: its own, else its organisation's. */
  find(workspace: Workspace): Promise<Installation | undefined>
  save(installation: Installation): Promise<void>
  /** Seals what an older key sealed with the newest one, so that the older can go. */
  renew(): Promise<void>
  /** Forgets what was installed before `at`, in milliseconds since 1970: a late event says nothing of a later one. */
  remove(installation: Workspace, at: number): Promise<void>
}

const none = async () => undefined

/** One workspace, whose token is configured. `onRemoved` is told when Slack says that it has been taken away. */
export function createSingleInstallation(
  find: () => Installation | undefined,
  onRemoved: () => void,
): Installations {
  return { find: async () => find(), save: none, renew: none, remove: async () => onRemoved() }
}

const kind = 'slack-installation'
const cipher = 'aes-256-gcm'

/** Kept as records; tokens are unreadable without one of the `keys`. */
export function createInstallations(options: {
  records: Records
  keys: SealingKeys
  clock: Pick<Clock, 'now'>
  log: Log
}): Installations {
  const { records, clock, log } = options
  const derive = (key: string) => Buffer.from(hkdfSync('sha256', key, '', kind, 32))
  const [newest, ...older] = options.keys
  const newestKey = derive(newest)
  const keys = [newestKey, ...older.map(derive)]

  /** The record's key is sealed in, so that no record can stand in for another. */
  function seal(installation: Installation, key: string): string {
    const nonce = randomBytes(12)
    const sealing = createCipheriv(cipher, newestKey, nonce).setAAD(Buffer.from(key))
    const sealed = [sealing.update(JSON.stringify(installation)), sealing.final()]
    return Buffer.concat([nonce, sealing.getAuthTag(), ...sealed]).toString('base64')
  }

  function openBy(sealingKey: Buffer, { key, body }: StoredRecord): Installation | undefined {
    try {
      const bytes = Buffer.from(String(body.sealed), 'base64')
      const opening = createDecipheriv(cipher, sealingKey, bytes.subarray(0, 12)).setAAD(Buffer.from(key))
      opening.setAuthTag(bytes.subarray(12, 28))
      const text = Buffer.concat([opening.update(bytes.subarray(28)), opening.final()]).toString()
      return JSON.parse(text) as Installation
    } catch {
      return undefined
    }
  }

  function open(record: StoredRecord): Installation | undefined {
    for (const key of keys) {
      const opened = openBy(key, record)
      if (opened) return opened
    }
    log.warn({}, 'A Slack installation cannot be read with any key there is: it must be installed again')
    return undefined
  }

  async function findOne(key: string | undefined): Promise<Installation | undefined> {
    const found = key === undefined ? undefined : await records.findRecord(kind, key, clock.now())
    return found && open(found)
  }

  return {
    find: async ({ team, enterprise }) => (await findOne(team)) ?? (await findOne(enterprise)),
    async save(installation) {
      const key = readKey(installation)
      const body = { sealed: seal(installation, key), at: clock.now() }
      await putRecord(records, { kind, key, body }, clock.now())
    },
    async renew() {
      for (const record of await records.listRecords(kind, undefined, clock.now())) {
        const opened = openBy(newestKey, record) ? undefined : open(record)
        // One that has changed meanwhile is sealed by the newest key already.
        if (opened) {
          const body = { ...record.body, sealed: seal(opened, record.key) }
          await records.replaceRecord({ ...record, body })
        }
      }
    },
    async remove(workspace, at) {
      const key = readKey(workspace)
      const found = await records.findRecord(kind, key, clock.now())
      if (found && Number(found.body.at) <= at) await records.removeRecord(kind, key, found.version)
    },
  }
}

/** An organisation's installation has no team. */
const readKey = ({ team, enterprise }: Workspace) => team ?? enterprise ?? ''
