/** One gift on its way: taken out of one wallet, put into the other, or back, and told; each step can be done again. */
import { growPause } from '#core/clock.ts'
import { type GiftHalf, nameGiftHalf } from '#core/credits/gift.ts'
import { countFree } from '#core/credits/giftable.ts'
import type { Ledger } from '#core/credits/ledger.ts'
import type { Entry, LedgerStore } from '#core/credits/ledger-store.ts'
import { walletOf } from '#core/credits/wallet.ts'
import { hasCode } from '#core/errors.ts'
import { type Log, logFailure } from '#core/log.ts'
import type { Outbound } from '#core/outbound.ts'
import { changeRecord } from '#core/records/change-record.ts'
import { createRunAlone, type LeasePorts } from '#core/records/lease.ts'
import type { NewRecord, StoredRecord } from '#core/records/record-store.ts'
import type { Aliases } from './aliases.ts'
import { settleTime } from './job.ts'

/** What a question offers, and a press then does. `from` and `into` are accounts as they were when it was asked. */
export interface Gift {
  /** Unique among those of `from`. */
  id: string
  from: string
  into: string
  /** Whole and above zero. */
  credits: number
}

type Side = 'other' | 'giver'

export interface GiftJob extends Gift {
  /** When it was begun; milliseconds since 1970. */
  since: number
  /** When nothing could be taken out, as far as one pass has found; milliseconds since 1970, as all that follow. */
  refusedAt?: number
  /** Where it goes, once and for all: two passes that find two places would double it. */
  goes?: { half: Exclude<GiftHalf, 'to'>; account: string }
  isDone?: true
  /** Who needs to be told no more. */
  told?: Readonly<Partial<Record<Side, true>>>
  /** Tries to tell that failed, and when the next may be. */
  failures?: number
  notBefore?: number
  toldAt?: number
}

export interface GiftJobPorts extends LeasePorts {
  ledger: Ledger
  entries: Pick<LedgerStore, 'list'>
  aliases: Pick<Aliases, 'resolve'>
  outbound: Pick<Outbound, 'gifted'>
  log: Log
}

export const giftKind = 'gift' as const
/** How long a call is left to end its own gift; then another may. Milliseconds. */
export const claimLife = 2 * 60_000
/** Older gifts are no news. Milliseconds. */
const newsFor = 24 * 60 * 60_000
const longestPause = 60 * 60_000

/** Of a gift, among all there are: in its record and in the ledger. */
export const nameGift = ({ from, id }: Pick<Gift, 'from' | 'id'>) => `${from}:${id}`

export function renderGiftJob(job: GiftJob): NewRecord {
  const { toldAt, refusedAt } = job
  const endedAt = toldAt ?? refusedAt
  const record = { kind: giftKind, key: nameGift(job), body: { ...job } }
  // Nothing is left to do, but a call that began before may still look for it.
  return endedAt === undefined ? record : { ...record, expiresAt: endedAt + settleTime }
}

export const readGiftJob = ({ body }: Pick<StoredRecord, 'body'>) => body as unknown as GiftJob

/** Changes the job as it is by now; undefined where it is over, or `change` wants nothing changed. */
export async function changeGiftJob(
  { records, clock }: Pick<GiftJobPorts, 'records' | 'clock'>,
  gift: Gift,
  change: (found: GiftJob) => GiftJob | undefined,
): Promise<GiftJob | undefined> {
  let changed: GiftJob | undefined
  await changeRecord(records, { kind: giftKind, key: nameGift(gift) }, clock, (found) => {
    changed = found && change(readGiftJob(found))
    return changed && renderGiftJob(changed)
  })
  return changed
}

/** Answers where it went; undefined where nothing could be taken. */
export async function passGift(ports: GiftJobPorts, gift: Gift): Promise<GiftJob['goes']> {
  const name = nameGift(gift)
  const { from, into, credits } = gift
  const out = await takeOut(ports, gift)
  if (!out) {
    await changeGiftJob(ports, gift, (found) => ({ ...found, refusedAt: ports.clock.now() }))
    return undefined
  }
  const chosen = await choose(ports, gift)
  const job = await changeGiftJob(ports, gift, ({ refusedAt: _, ...found }) => ({ goes: chosen, ...found }))
  const { half, account } = job?.goes ?? chosen
  await ports.ledger.append({
    wallet: walletOf(account),
    key: nameGiftHalf(half, name),
    kind: 'transfer',
    amount: credits,
    reference: half === 'from' ? from : into,
  })
  await changeGiftJob(ports, gift, (found) => (found.isDone ? undefined : { ...found, isDone: true }))
  return { half, account }
}

/** Undefined where so much cannot be given away. */
async function takeOut(ports: GiftJobPorts, gift: Gift): Promise<Entry | undefined> {
  const { ledger, entries } = ports
  try {
    return await ledger.append({
      wallet: walletOf(gift.from),
      key: nameGiftHalf('to', nameGift(gift)),
      kind: 'transfer',
      amount: -gift.credits,
      reference: gift.into,
      keep: (last) => countFree(entries, last),
    })
  } catch (error) {
    if (hasCode(error, 'insufficient-credits')) return undefined
    throw error
  }
}

/** To whoever has the other's account now; where that is nobody, or the giver, back. */
async function choose(
  { aliases }: GiftJobPorts,
  { from, into }: Gift,
): Promise<NonNullable<GiftJob['goes']>> {
  const [giver, other] = [await aliases.resolve(from), await aliases.resolve(into)]
  if (other === undefined || other === giver) return { half: 'back', account: giver ?? from }
  return { half: 'from', account: other }
}

/**
 * Each is told once, and again only where a process died, or the store failed, after it was said and before that was noted;
 * what could not be said is tried again for a day. `giver`: their call has ended without an answer.
 */
export async function tellGift(
  ports: GiftJobPorts,
  gift: Gift,
  { giver }: { giver: boolean },
): Promise<void> {
  await createRunAlone(ports)(`gift:${nameGift(gift)}`, () => tellBoth(ports, gift, giver))
}

async function tellBoth(ports: GiftJobPorts, gift: Gift, giver: boolean): Promise<void> {
  const { records, clock } = ports
  const found = await records.findRecord(giftKind, nameGift(gift), clock.now())
  const job = found && readGiftJob(found)
  if (!job?.goes || job.toldAt !== undefined || (job.notBefore ?? 0) > clock.now()) return
  let isWhole = true
  for (const side of ['other', 'giver'] as const) {
    if (job.told?.[side]) continue
    // Whoever gives is told by the answer to their call, where that still runs.
    const isTold = (side === 'giver' && !giver) || (await tellOne(ports, job, side))
    if (isTold) await changeGiftJob(ports, gift, (now) => ({ ...now, told: { ...now.told, [side]: true } }))
    isWhole &&= isTold
  }
  await changeGiftJob(ports, gift, (now) => {
    if (isWhole || clock.now() - now.since >= newsFor) return { ...now, toldAt: clock.now() }
    const failures = (now.failures ?? 0) + 1
    return { ...now, failures, notBefore: clock.now() + growPause(failures, longestPause) }
  })
}

/** Whether it was said, or need not be. */
async function tellOne({ outbound, log }: GiftJobPorts, job: GiftJob, side: Side): Promise<boolean> {
  const { from, into, credits, goes } = job
  if (!goes || (side === 'other' && goes.half === 'back')) return true
  const account = side === 'other' ? goes.account : from
  const half = side === 'other' ? 'from' : goes.half === 'from' ? 'to' : 'back'
  try {
    await outbound.gifted(account, { half, credits, other: side === 'other' ? from : into })
    return true
  } catch (error) {
    logFailure(log, error, { account, half }, 'Somebody could not be told of a gift yet')
    return false
  }
}

/** Whether a gift is still to be put into the wallet of this account, which may be gone by now. */
export async function isAwaitingGift(
  { records, clock }: Pick<GiftJobPorts, 'records' | 'clock'>,
  account: string,
): Promise<boolean> {
  const jobs = (await records.listRecords(giftKind, undefined, clock.now())).map(readGiftJob)
  return jobs.some(({ goes, isDone }) => goes?.account === account && !isDone)
}
