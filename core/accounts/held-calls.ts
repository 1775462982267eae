/** What somebody asked before they were linked: kept until they are or can be no more, and then run once. */
import { type ChatUser, namesOf } from '#core/chat.ts'
import type { Clock } from '#core/clock.ts'
import { hasCode } from '#core/errors.ts'
import type { GenerationStore } from '#core/images/generation-store.ts'
import { nameHeldCall } from '#core/images/ordering/held-record.ts'
import { type Log, logFailure } from '#core/log.ts'
import type { HeldCall, Outbound } from '#core/outbound.ts'
import { changeRecord } from '#core/records/change-record.ts'
import type { RecordStore, StoredRecord } from '#core/records/record-store.ts'
import { createRounds } from '#core/records/rounds.ts'
import type { KeyedHash } from '#core/secrets/keyed-hash.ts'
import type { Account } from './account.ts'

export interface HeldCalls {
  /** In place of the user's last one, while they are not linked; answers whether there was another. */
  hold(call: HeldCall): Promise<{ replaces: boolean }>
  isHeld(user: ChatUser): Promise<boolean>
}

export interface HeldCallRunning extends HeldCalls {
  /** Begins what somebody asked who has just been linked. Never rejects. */
  begin(user: ChatUser): Promise<void>
  /** Looks now, for who was linked while no process ran, and again every 15 seconds. */
  start(): Promise<void>
  /** Begins nothing more: once a process ends, what it began would be refused, and be gone. Resolves when nothing is being run. */
  stop(): Promise<void>
}

/** As long as a request to link can be finished: its page is good for 15 minutes, the code that it shows for 10. Milliseconds. */
const life = 25 * 60_000
/** How long a process that has died keeps others away. Milliseconds. */
const claimLife = 2 * 60_000
/** Milliseconds. */
const lookEvery = 15_000
const kind = 'held-call' as const

interface Body extends HeldCall {
  claimedUntil?: number
}

export interface HeldCallPorts {
  records: RecordStore
  generations: Pick<GenerationStore, 'find'>
  findLinked(user: ChatUser): Promise<Account | undefined>
  outbound: Pick<Outbound, 'runHeld'>
  clock: Clock
  hash: KeyedHash
  log: Log
}

export function createHeldCalls(ports: HeldCallPorts): HeldCallRunning {
  const { records, clock, hash, log } = ports
  const underWay = new Map<string, Promise<void>>()
  let isLooking = false
  const keyOf = ({ platform }: ChatUser, name: string) => hash(kind, platform, name)

  async function find(user: ChatUser): Promise<StoredRecord[]> {
    const keys = namesOf(user).map((name) => keyOf(user, name))
    const found = await Promise.all(keys.map((key) => records.findRecord(kind, key, clock.now())))
    return found.filter((record) => record !== undefined)
  }

  async function begin(record: StoredRecord): Promise<void> {
    const { key } = record
    if (!isLooking || underWay.has(key)) return
    const claimed = await claim(ports, record)
    if (!claimed || !isLooking) return
    const work = run(ports, claimed, record.expiresAt).finally(() => underWay.delete(key))
    underWay.set(key, work)
  }

  async function beginAll(list: () => Promise<StoredRecord[]>): Promise<void> {
    for (const record of await list()) await begin(record)
  }

  const failure = 'Looking for what waits for its person to be linked failed'
  const listAll = () => records.listRecords(kind, undefined, clock.now())
  const rounds = createRounds({ round: () => beginAll(listAll), every: lookEvery, failure, clock, log })

  return {
    async hold({ user: { platform, user, name }, ...call }) {
      const asker = { platform, user, name }
      const body = { ...call, user: asker } satisfies Body
      let replaces = false
      await changeRecord(records, { kind, key: keyOf(asker, user) }, clock, (found, now) => {
        replaces = found !== undefined && readBody(found).id !== call.id
        return { kind, key: keyOf(asker, user), expiresAt: now + life, body: { ...body } }
      })
      return { replaces }
    },
    isHeld: async (user) => (await find(user)).length > 0,
    async begin(user) {
      await beginAll(() => find(user)).catch((err) => logFailure(log, err, {}, failure))
    },
    async start() {
      isLooking = true
      await rounds.start()
    },
    async stop() {
      isLooking = false
      await rounds.stop()
      await Promise.allSettled(underWay.values())
    },
  }
}

/** Undefined while its person is not linked, or another process is at it. */
async function claim(ports: HeldCallPorts, record: StoredRecord): Promise<StoredRecord | undefined> {
  const { records, findLinked, clock } = ports
  const { id, user, claimedUntil = 0 } = readBody(record)
  if (claimedUntil > clock.now()) {
    // Its order may be deleted before the claim ends, and would be placed once more.
    if (await isPlaced(ports, id)) await records.removeRecord(kind, record.key, record.version)
    return undefined
  }
  if (!(await findLinked(user))) return undefined
  const until = clock.now() + claimLife
  // It outlives its claim, so that it is not lost with the process.
  const expiresAt = Math.max(record.expiresAt ?? 0, until + claimLife)
  const claimed = { ...record, expiresAt, body: { ...record.body, claimedUntil: until } }
  return (await records.replaceRecord(claimed)) ? { ...claimed, version: record.version + 1 } : undefined
}

/** Whether it has come to an order, also to one that waited for credits. */
async function isPlaced({ generations }: HeldCallPorts, id: string): Promise<boolean> {
  const found = await Promise.all([id, nameHeldCall(id)].map((call) => generations.find({ call })))
  return found.some((generation) => generation !== undefined)
}

/**
 * Never rejects. One that has come to an order is left to whoever placed that, or to recovery. `until`: when it lapses if it
 * cannot be run now.
 */
async function run(ports: HeldCallPorts, record: StoredRecord, until: number | undefined): Promise<void> {
  const { records, outbound, log } = ports
  const { kind, key, version } = record
  const { claimedUntil: _, ...held } = readBody(record)
  try {
    if (!(await isPlaced(ports, held.id))) await outbound.runHeld(held)
    await records.removeRecord(kind, key, version)
  } catch (err) {
    const isElsewhere = hasCode(err, 'not-connected')
    if (!isElsewhere)
      logFailure(log, err, { call: held.id }, 'What waited for its person to be linked failed')
    const passes = isElsewhere || hasCode(err, 'store-unavailable') || hasCode(err, 'stopping')
    const release = passes
      ? records.replaceRecord({
          ...record,
          ...(until !== undefined && { expiresAt: until }),
          body: { ...held },
        })
      : records.removeRecord(kind, key, version)
    await release.catch(() => false)
  }
}

const readBody = ({ body }: StoredRecord) => body as unknown as Body
