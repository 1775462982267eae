/** Pictures that generations are drawn from: who may use which, and how long those that people brought are kept. */
import type { Clock } from '#core/clock.ts'
import { CoreError } from '#core/errors.ts'
import type { ImageHost } from '#core/hosting/image-host.ts'
import type { Generation } from '#core/images/generation.ts'
import type { GenerationStore } from '#core/images/generation-store.ts'
import type { Intake, Prepared } from '#core/images/ordering/intake.ts'
import type { OwnedGenerations } from '#core/images/owned-generations.ts'
import { type Log, logFailure } from '#core/log.ts'
import { changeRecord, putRecord } from '#core/records/change-record.ts'
import type { RecordStore, StoredRecord } from '#core/records/record-store.ts'
import { createTurns } from '#core/turns.ts'
import { createReadSources } from './read-sources.ts'
import { listSourceKeys, nameResults, readResult } from './source-names.ts'
import { createUses, longestOrder, readUses, type Use } from './source-uses.ts'

/** Records of this kind name the pictures an account has brought, so that they go with it. */
const sourceKind = 'source' as const
/** Records of this kind name, by their keys, brought pictures whose uses must be looked at. */
const checkKind = 'source-check' as const
/** The record of this kind says that all brought pictures have their uses counted, or are noted to be looked at. */
const countedKind = 'sources-counted' as const
/** How many pictures of earlier programs are decoded in one round of chores: others wait for it to end. */
const adoptedAtOnce = 20

/** Pauses before a picture is looked at once more that could not be. Milliseconds. */
const firstPause = 60_000
const longestPause = 6 * 60 * 60_000
/** Failures in a row after which a round ends. */
const mostFailures = 3

type Wanted = Pick<Generation, 'id' | 'owner' | 'spec'>

export type Sources = ReturnType<typeof createSources>

/**
 * A brought picture stays for as long as a generation of its account uses it. Whatever is cut off in between is noted
 * before, and finished by `run`.
 */
export function createSources(ports: {
  records: RecordStore
  generations: Pick<GenerationStore, 'find'>
  owned: OwnedGenerations
  host: ImageHost
  intake: Pick<Intake, 'prepareAll'>
  clock: Clock
  log: Log
}) {
  const { records, host, intake, clock, log } = ports
  const uses = createUses(ports)
  // Hosting and removing one picture get in each other's way.
  const takeTurn = createTurns()
  let hasAdopted = false

  const find = (key: string) => records.findRecord(sourceKind, key, clock.now())

  /** Says that a picture's uses must be looked at, not before `after`. */
  const note = (key: string, after = 0) =>
    putRecord(records, { kind: checkKind, key, body: { after } }, clock.now())

  /** Rejects with `source-gone` for what the account has not brought. */
  async function count(account: string, key: string, use: Use, isBrought: boolean): Promise<void> {
    await changeRecord(records, { kind: sourceKind, key }, clock, async (found) => {
      if (found ? found.owner !== account : !isBrought) throw new CoreError('source-gone', {})
      await note(key)
      const known = found ? (readUses(found) ?? (await uses.search(account, key))) : []
      return { kind: sourceKind, key, owner: account, body: { ...found?.body, uses: [...known, use] } }
    })
  }

  async function useOne({ id, owner }: Wanted, key: string, picture: Prepared | undefined): Promise<void> {
    const known = await find(key)
    const isOld = known?.owner === owner && readUses(known) === undefined
    // An old one may lie there in another format, and with all that its camera noted.
    if (isOld) await (picture ? host.remove(key) : clean(key))
    await count(owner, key, { id, at: clock.now() }, picture !== undefined)
    if (picture) await host.put(key, picture.bytes, picture.mime)
  }

  /** What was brought before uses were counted was kept as it came; from now on it tells nothing. Can be done again. */
  async function clean(key: string): Promise<void> {
    const picture = await host.read(key)
    if (!picture) return
    const prepared = await intake.prepareAll([{ key, bytes: picture.bytes }]).catch((err: unknown) => {
      logFailure(log, err, {}, 'A picture that somebody brought stays as it came')
      return []
    })
    for (const { bytes, mime } of prepared) {
      await host.remove(key)
      await host.put(key, bytes, mime)
    }
  }

  /** Takes away a picture that nothing uses; its check stays until it is gone from the host. */
  async function discard(found: StoredRecord): Promise<boolean> {
    if (!(await records.removeRecord(sourceKind, found.key, found.version))) return false
    await host.remove(found.key)
    return true
  }

  /** Looks at a picture's uses; `dropped` is the id of one that is none any more. */
  async function look(key: string, dropped?: string): Promise<void> {
    for (;;) {
      const check = await records.findRecord(checkKind, key, clock.now())
      const found = await find(key)
      const waits = found ? await settle(found, dropped) : await host.remove(key).then(() => false)
      if (waits === undefined) continue
      if (check && !waits) await records.removeRecord(checkKind, key, check.version)
      return
    }
  }

  /** Writes which uses are left; answers whether one must be looked at again, or undefined when the record has changed. */
  async function settle(found: StoredRecord, dropped: string | undefined): Promise<boolean | undefined> {
    const { key, owner = '', body } = found
    const counted = readUses(found)
    const known = counted ?? (await uses.search(owner, key))
    const { left, waits } = await uses.sift(known.filter(({ id }) => id !== dropped))
    if (left.length === 0) return (await discard(found)) ? false : undefined
    if (counted === undefined) await clean(key)
    else if (left.length === counted.length) return waits
    return (await records.replaceRecord({ ...found, body: { ...body, uses: left } })) ? waits : undefined
  }

  /** Answers whether it could be done; if not, it is tried again, at growing pauses. */
  async function lookInTurn(key: string, dropped?: string): Promise<boolean> {
    try {
      await takeTurn(key, () => look(key, dropped))
      return true
    } catch (err) {
      logFailure(log, err, {}, 'A picture that somebody brought must be looked at again')
      await putOff(key).catch(() => undefined)
      return false
    }
  }

  async function putOff(key: string): Promise<void> {
    const check = await records.findRecord(checkKind, key, clock.now())
    if (!check) return
    const attempts = Number(check.body.attempts ?? 0) + 1
    const after = clock.now() + Math.min(firstPause * 2 ** (attempts - 1), longestPause)
    await records.replaceRecord({ ...check, body: { after, attempts } })
  }

  /** Notes all that was brought before uses were counted: once for a store, since that is all there will be. */
  async function adoptAll(): Promise<void> {
    if (await records.findRecord(countedKind, 'all', clock.now())) return
    for (const record of await records.listRecords(sourceKind, undefined, clock.now())) {
      // An earlier program may be about to record the order that this belongs to.
      if (readUses(record) === undefined) await note(record.key, clock.now() + longestOrder)
    }
    await records.insertRecord({ kind: countedKind, key: 'all', body: {} }, clock.now())
  }

  async function isOwn(account: string, source: string): Promise<boolean> {
    return readResult(source) !== undefined || (await find(source))?.owner === account
  }

  return {
    /** Whether the account has brought any picture that is still kept. */
    hasAny: async (account: string) =>
      (await records.listRecords(sourceKind, account, clock.now())).length > 0,

    /**
     * What an account that sees a generation starts from to draw it anew: from what itself has brought, or else from
     * the result. Rejects with `source-gone` where there is neither.
     */
    async startFrom(account: string, seen: Generation): Promise<readonly string[]> {
      const { sources } = seen.spec
      const isAuthor = seen.owner === account
      const own =
        isAuthor && (await Promise.all(sources.map((source) => isOwn(account, source)))).every(Boolean)
      if (own || sources.length === 0) return sources
      if (seen.pictures.length === 0) throw new CoreError('source-gone', {})
      return nameResults(seen)
    },

    /**
     * Counts a generation that is about to be recorded among the uses of what it is drawn from, and hosts what was
     * brought with it. Rejects with `source-gone` for what its account has not brought.
     */
    async use(wanted: Wanted, prepared: readonly Prepared[] = []): Promise<void> {
      for (const key of listSourceKeys(wanted.spec)) {
        const picture = prepared.find((each) => each.key === key)
        await takeTurn(key, () => useOne(wanted, key, picture))
      }
    },

    /** Notes that a generation may not be there much longer: what happens until `release` may be cut off. */
    async expectRelease({ spec }: Wanted): Promise<void> {
      for (const key of listSourceKeys(spec)) await note(key)
    },

    /** A generation uses its sources no longer; those that nothing else uses are removed, now or later. Never rejects. */
    async release({ id, spec }: Wanted): Promise<void> {
      for (const key of listSourceKeys(spec)) await lookInTurn(key, id)
    },

    read: createReadSources(ports),

    /** Finishes what was cut off, and takes up what was brought before uses were counted, some of it at a time. */
    async run(): Promise<void> {
      if (!hasAdopted) await adoptAll()
      hasAdopted = true
      let adopted = 0
      let failures = 0
      for (const { key, body } of await records.listRecords(checkKind, undefined, clock.now())) {
        if (Number(body.after) > clock.now()) continue
        const found = await find(key)
        if (found && readUses(found) === undefined && adopted++ >= adoptedAtOnce) continue
        failures = (await lookInTurn(key)) ? 0 : failures + 1
        // The host or the store is down: each of a thousand would find out by itself.
        if (failures >= mostFailures) return
      }
    },
  }
}
