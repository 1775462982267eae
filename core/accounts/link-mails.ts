/** Sees to it that the owner of an account hears of every new link by mail, also when the process or the mail fails. */
import type { Origin } from '#core/chat.ts'
import { type Clock, growPause } from '#core/clock.ts'
import { type Log, logFailure } from '#core/log.ts'
import type { Outbound } from '#core/outbound.ts'
import { putRecord } from '#core/records/change-record.ts'
import type { RecordStore, StoredRecord } from '#core/records/record-store.ts'
import type { KeyedHash } from '#core/secrets/keyed-hash.ts'
import type { Account, Identity } from './account.ts'
import type { AccountStore } from './account-store.ts'
import type { Job } from './job.ts'
import type { UnlinkTickets } from './unlink-tickets.ts'

export interface LinkMails extends Job {
  /**
   * Notes, before they are tied, that the account must hear of it, and with `inChat` the chat user too; nothing for an account
   * without an address.
   */
  note(identity: Identity, account: Account, also?: { inChat?: Origin }): Promise<void>
  /** Resolves when the mail is on its way, or will be tried again. Never rejects. */
  begin(identity: Identity): Promise<void>
}

/** After this nobody is told any more. Milliseconds. */
const patience = 24 * 60 * 60_000
/** Between two attempts. Milliseconds. */
const longestPause = 60 * 60_000
const kind = 'link-mail'

interface Body {
  platform: Identity['platform']
  user: string
  /** Absent in old records. */
  inChat?: Origin
  notedAt: number
  attempts: number
  /** Nobody else tries before. */
  nextAt: number
}

interface LinkMailsPorts {
  store: AccountStore
  records: RecordStore
  tickets: UnlinkTickets
  outbound: Pick<Outbound, 'linked'>
  clock: Clock
  hash: KeyedHash
  log: Log
}

export function createLinkMails(ports: LinkMailsPorts): LinkMails {
  const { records, clock, log } = ports
  const warn = (err: unknown) => logFailure(log, err, {}, 'The mail about a new link must be tried again')

  return {
    async note(identity, { email }, { inChat } = {}) {
      if (email === undefined) return
      const { account, platform, user } = identity
      const now = clock.now()
      const told = { notedAt: now, attempts: 0, nextAt: now, ...(inChat && { inChat }) }
      const body = { platform, user, ...told } satisfies Body
      await putRecord(records, { kind, key: keyOf(identity), owner: account, body }, now)
    },
    async begin(identity) {
      try {
        const record = await records.findRecord(kind, keyOf(identity), clock.now())
        if (record) (await hand(ports, record)).sent?.catch(warn)
      } catch (err) {
        warn(err)
      }
    },
    async run() {
      for (const record of await records.listRecords(kind, undefined, clock.now())) {
        await (await hand(ports, record)).sent
      }
    },
  }
}

/** Claims the mail and hands it over; `sent` resolves when it went or did not go. */
async function hand(ports: LinkMailsPorts, record: StoredRecord): Promise<{ sent?: Promise<void> }> {
  const { records, outbound, tickets, clock, hash, log } = ports
  const { key } = record
  const body = readBody(record.body)
  if (body.nextAt > clock.now()) return {}
  const attempts = body.attempts + 1
  const nextAt = clock.now() + growPause(attempts, longestPause)
  if (!(await records.replaceRecord({ ...record, body: { ...body, attempts, nextAt } }))) return {}
  const version = record.version + 1
  const link = await findLink(ports, record)
  if (!link) {
    // The process that noted it may not have come to the tying yet.
    if (attempts > 1) await records.removeRecord(kind, key, version)
    return {}
  }
  const work = outbound.linked({
    ...link,
    ...(body.inChat && { inChat: body.inChat }),
    unlinkToken: await tickets.issue(link.identity),
    notification: hash(kind, key, String(body.notedAt)),
  })
  const sent = work.then(
    async () => void (await records.removeRecord(kind, key, version)),
    (err) =>
      logFailure(log, err, { account: link.account.id, attempts }, 'The mail about a new link did not go'),
  )
  return { sent }
}

/** What is to be told; undefined where there is nothing, or nobody, any more. */
async function findLink({ store, clock, log }: LinkMailsPorts, { owner = '', body }: StoredRecord) {
  const { platform, user, notedAt } = readBody(body)
  if (clock.now() - notedAt >= patience) {
    log.warn({ account: owner }, 'The mail about a new link was given up')
    return undefined
  }
  const [account, identity] = await Promise.all([
    store.findAccount({ id: owner }),
    store.findIdentity({ platform, user }),
  ])
  if (account?.email === undefined || identity?.account !== owner) return undefined
  return { account: { ...account, email: account.email }, identity }
}

const keyOf = ({ account, platform, user }: Identity) => `${account}:${platform}:${user}`

const readBody = (body: StoredRecord['body']) => body as unknown as Body
