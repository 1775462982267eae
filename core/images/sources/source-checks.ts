/** Looks at brought pictures again once something may use them no longer, as often as it takes, and removes those that nothing uses. */
import { type Clock, growPause } from '#core/clock.ts'
import type { ImageHost } from '#core/hosting/image-host.ts'
import type { Intake } from '#core/images/ordering/intake.ts'
import { type Log, logFailure } from '#core/log.ts'
import { putRecord } from '#core/records/change-record.ts'
import type { RecordStore, StoredRecord } from '#core/records/record-store.ts'
import type { TakeTurn } from '#core/turns.ts'
import { type createUses, longestOrder, readUses } from './source-uses.ts'

/** Records of this kind name the pictures an account has brought, so that they go with it. */
export const sourceKind = 'source' as const
/** Records of this kind name, by their keys, brought pictures whose uses must be looked at. */
const checkKind = 'source-check' as const
/** The record of this kind says that all brought pictures have their uses counted, or are noted to be looked at. */
const countedKind = 'sources-counted' as const
/** How many pictures of earlier programs are decoded in one round of chores: others wait for it to end. */
const adoptedAtOnce = 20

/** Before a picture is looked at once more that could not be. Milliseconds. */
const longestPause = 6 * 60 * 60_000
/** Failures in a row after which a round ends. */
const mostFailures = 3

export interface CheckPorts {
  records: RecordStore
  host: ImageHost
  intake: Pick<Intake, 'prepareAll'>
  uses: ReturnType<typeof createUses>
  /** Hosting and removing one picture get in each other's way. */
  takeTurn: TakeTurn
  clock: Clock
  log: Log
}

export const findSource = ({ records, clock }: CheckPorts, key: string) =>
  records.findRecord(sourceKind, key, clock.now())

/** Says that a picture's uses must be looked at, not before `after`. */
export const noteCheck = ({ records, clock }: CheckPorts, key: string, after = 0) =>
  putRecord(records, { kind: checkKind, key, body: { after } }, clock.now())

/** Looks at all that were noted, until too many in a row could not be; of what earlier programs kept, at some of it. */
export async function runChecks(ports: CheckPorts): Promise<void> {
  const { records, clock } = ports
  let adopted = 0
  let failures = 0
  for (const { key, body } of await records.listRecords(checkKind, undefined, clock.now())) {
    if (Number(body.after) > clock.now()) continue
    const found = await findSource(ports, key)
    if (found && readUses(found) === undefined && adopted++ >= adoptedAtOnce) continue
    failures = (await lookInTurn(ports, key)) ? 0 : failures + 1
    // The host or the store is down: each of a thousand would find out by itself.
    if (failures >= mostFailures) return
  }
}

/** Answers whether it could be done; if not, it is tried again, at growing pauses. */
export async function lookInTurn(ports: CheckPorts, key: string, dropped?: string): Promise<boolean> {
  try {
    await ports.takeTurn(key, () => look(ports, key, dropped))
    return true
  } catch (err) {
    logFailure(ports.log, err, {}, 'A picture that somebody brought must be looked at again')
    await putOff(ports, key).catch(() => undefined)
    return false
  }
}

/** Looks at a picture's uses; `dropped` is the id of one that is none any more. */
async function look(ports: CheckPorts, key: string, dropped?: string): Promise<void> {
  const { records, host, clock } = ports
  for (;;) {
    const check = await records.findRecord(checkKind, key, clock.now())
    const found = await findSource(ports, key)
    const waits = found ? await settle(ports, found, dropped) : await host.remove(key).then(() => false)
    if (waits === undefined) continue
    if (check && !waits) await records.removeRecord(checkKind, key, check.version)
    return
  }
}

/** Writes which uses are left; answers whether one must be looked at again, or undefined when the record has changed. */
async function settle(
  ports: CheckPorts,
  found: StoredRecord,
  dropped: string | undefined,
): Promise<boolean | undefined> {
  const { records, uses } = ports
  const { key, owner = '', body } = found
  const counted = readUses(found)
  const known = counted ?? (await uses.search(owner, key))
  const { left, waits } = await uses.sift(known.filter(({ id }) => id !== dropped))
  if (left.length === 0) return (await discard(ports, found)) ? false : undefined
  if (counted === undefined) await clean(ports, key)
  else if (left.length === counted.length) return waits
  return (await records.replaceRecord({ ...found, body: { ...body, uses: left } })) ? waits : undefined
}

/** Takes away a picture that nothing uses; its check stays until it is gone from the host. */
async function discard({ records, host }: CheckPorts, found: StoredRecord): Promise<boolean> {
  if (!(await records.removeRecord(sourceKind, found.key, found.version))) return false
  await host.remove(found.key)
  return true
}

/** What was brought before uses were counted was kept as it came; from now on it tells nothing. Can be done again. */
export async function clean({ host, intake, log }: CheckPorts, key: string): Promise<void> {
  const picture = await host.read(key, 'brought')
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

async function putOff({ records, clock }: CheckPorts, key: string): Promise<void> {
  const check = await records.findRecord(checkKind, key, clock.now())
  if (!check) return
  const attempts = Number(check.body.attempts ?? 0) + 1
  const after = clock.now() + growPause(attempts, longestPause)
  await records.replaceRecord({ ...check, body: { after, attempts } })
}

/** Notes all that was brought before uses were counted: once for a store, since that is all there will be. */
export async function adoptAll(ports: CheckPorts): Promise<void> {
  const { records, clock } = ports
  if (await records.findRecord(countedKind, 'all', clock.now())) return
  for (const record of await records.listRecords(sourceKind, undefined, clock.now())) {
    // An earlier program may be about to record the order that this belongs to.
    if (readUses(record) === undefined) await noteCheck(ports, record.key, clock.now() + longestOrder)
  }
  await records.insertRecord({ kind: countedKind, key: 'all', body: {} }, clock.now())
}
