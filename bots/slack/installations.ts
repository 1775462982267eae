/** Who has installed the app, and the token each has given it, sealed. */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { type Log, type Ports, putRecord } from '#core/index.ts'
import type { Clock } from './web-api.ts'

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
  /** Forgets what was installed before `at`, in milliseconds since 1970: a late event says nothing of a later one. */
  remove(installation: Workspace, at: number): Promise<void>
}

/** One workspace, whose token is configured. */
export function createSingleInstallation(find: () => Installation | undefined): Installations {
  return { find: async () => find(), save: async () => undefined, remove: async () => undefined }
}

const kind = 'slack-installation'
const cipher = 'aes-256-gcm'

/** Kept as records; tokens are unreadable without `secret`. */
export function createInstallations(options: {
  records: Ports['store']['records']
  secret: string
  clock: Pick<Clock, 'now'>
  log: Log
}): Installations {
  const { records, clock, log } = options
  const sealingKey = Buffer.from(hkdfSync('sha256', options.secret, '', kind, 32))

  /** The record's key is sealed in, so that no record can stand in for another. */
  function seal(installation: Installation, key: string): string {
    const nonce = randomBytes(12)
    const sealing = createCipheriv(cipher, sealingKey, nonce).setAAD(Buffer.from(key))
    const sealed = [sealing.update(JSON.stringify(installation)), sealing.final()]
    return Buffer.concat([nonce, sealing.getAuthTag(), ...sealed]).toString('base64')
  }

  function open(sealed: unknown, key: string): Installation | undefined {
    try {
      const bytes = Buffer.from(String(sealed), 'base64')
      const opening = createDecipheriv(cipher, sealingKey, bytes.subarray(0, 12)).setAAD(Buffer.from(key))
      opening.setAuthTag(bytes.subarray(12, 28))
      const text = Buffer.concat([opening.update(bytes.subarray(28)), opening.final()]).toString()
      return JSON.parse(text) as Installation
    } catch {
      log.warn({}, 'A Slack installation cannot be read with the present secret: it must be installed again')
      return undefined
    }
  }

  async function findOne(key: string | undefined): Promise<Installation | undefined> {
    const found = key === undefined ? undefined : await records.findRecord(kind, key, clock.now())
    return found && open(found.body.sealed, found.key)
  }

  return {
    find: async ({ team, enterprise }) => (await findOne(team)) ?? (await findOne(enterprise)),
    async save(installation) {
      const key = readKey(installation)
      const body = { sealed: seal(installation, key), at: clock.now() }
      await putRecord(records, { kind, key, body }, clock.now())
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
