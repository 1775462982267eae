/** One gift on its way: taken out of one wallet, put into the other, or back, and told; each step can be done again. */
import type { Clock } from '#core/clock.ts'
import { type GiftHalf, nameGiftHalf } from '#core/credits/gift.ts'
import { countFree } from '#core/credits/giftable.ts'
import type { Ledger } from '#core/credits/ledger.ts'
import type { Entry, LedgerStore } from '#core/credits/ledger-store.ts'
import { walletOf } from '#core/credits/wallet.ts'
import { hasCode } from '#core/errors.ts'
import { type Log, logFailure } from '#core/log.ts'
import type { Outbound } from '#core/outbound.ts'
import { changeRecord } from '#core/records/change-record.ts'
import type { NewRecord, RecordStore, StoredRecord } from '#core/records/record-store.ts'
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

export interface GiftJob extends Gift {
  /** When it was begun; milliseconds since 1970. */
  since: number
  /** When nothing could be taken out, as far as one pass has found; milliseconds since 1970, as all that follow. */
  refusedAt?: number
  /** Where it goes, once and for all: two passes that find two places would double it. */
  goes?: { half: Exclude<GiftHalf, 'to'>; account: string }
  isDone?: true
  /** Whoever tells of it has until then. */
  tellingUntil?: number
  toldAt?: number
}

export interface GiftJobPorts {
  records: RecordStore
  ledger: Ledger
  entries: Pick<LedgerStore, 'list'>
  aliases: Pick<Aliases, 'resolve'>
  outbound: Pick<Outbound, 'gifted'>
  clock: Clock
  log: Log
}

export const giftKind = 'gift' as const
/** How long a call is left to end its own gift, and whoever tells of one to do so; then another may. Milliseconds. */
export const claimLife = 2 * 60_000

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

/** Each is told once, and at most twice where a process dies meanwhile. `giver`: whose call has ended without an answer. */
export async function tellGift(
  ports: GiftJobPorts,
  gift: Gift,
  { giver }: { giver: boolean },
): Promise<void> {
  const { outbound, clock, log } = ports
  const until = clock.now() + claimLife
  const job = await changeGiftJob(ports, gift, (found) =>
    found.toldAt !== undefined || (found.tellingUntil ?? 0) > clock.now()
      ? undefined
      : { ...found, tellingUntil: until },
  )
  if (!job?.goes) return
  const { from, into, credits, goes } = job
  const tell = (account: string, half: GiftHalf, other: string) =>
    outbound
      .gifted(account, { half, credits, other })
      .catch((err) => logFailure(log, err, { account, half }, 'Somebody could not be told of a gift'))
  if (goes.half === 'from') await tell(goes.account, 'from', from)
  if (giver) await tell(from, goes.half === 'from' ? 'to' : 'back', into)
  await changeGiftJob(ports, gift, (found) => ({ ...found, toldAt: clock.now() }))
}

/** Whether a gift is still to be put into the wallet of this account, which may be gone by now. */
export async function isAwaitingGift(
  { records, clock }: Pick<GiftJobPorts, 'records' | 'clock'>,
  account: string,
): Promise<boolean> {
  const jobs = (await records.listRecords(giftKind, undefined, clock.now())).map(readGiftJob)
  return jobs.some(({ goes, isDone }) => goes?.account === account && !isDone)
}
