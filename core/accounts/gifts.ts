/** Credits that one person gives another: asked for first, then one transfer, which is finished whatever crashes. */
import type { PlatformName } from '#core/chat.ts'
import type { CreateId } from '#core/clock.ts'
import { nameGiftHalf } from '#core/credits/gift.ts'
import { countFree } from '#core/credits/giftable.ts'
import type { LedgerStore } from '#core/credits/ledger-store.ts'
import { walletOf } from '#core/credits/wallet.ts'
import { CoreError, hasCode } from '#core/errors.ts'
import type { AccountStore } from './account-store.ts'
import {
  claimLife,
  type Gift,
  type GiftJob,
  type GiftJobPorts,
  giftKind,
  nameGift,
  passGift,
  readGiftJob,
  renderGiftJob,
  tellGift,
} from './gift-job.ts'
import { doEach, type Job } from './job.ts'

export interface Gifts extends Job {
  /** What is to be asked; nothing is written. Rejects with `not-yourself`, or with `not-giftable`. */
  consider(gift: Omit<Gift, 'id'>): Promise<{ gift: Gift; balance: number }>
  /**
   * Does it, once however often it is asked for. `back`: the other's account is no more. Rejects with `press-refused` where
   * it is not this account's to give, with `not-giftable`, or with `gift-unsettled` where it may have been done.
   */
  give(gift: Gift, account: string): Promise<'given' | 'back'>
  /** Somebody as a platform shows them, this one if it can be; undefined where they are gone, or chat nowhere. */
  findName(account: string, platform?: PlatformName): Promise<string | undefined>
}

export interface GiftPorts extends GiftJobPorts {
  store: AccountStore
  entries: Pick<LedgerStore, 'list' | 'findLast'>
  createId: CreateId
}

/** Bits enough that no two questions of one account have the same. */
const idLength = 8
/** How long whoever gives waits until the other is told. Milliseconds. */
const patience = 5_000

export function createGifts(ports: GiftPorts): Gifts {
  const { store, records, ledger, aliases, clock, createId } = ports

  return {
    async consider(gift) {
      if (gift.from === gift.into) throw new CoreError('not-yourself', {})
      const { balance, giftable } = await reckon(ports, gift.from)
      if (gift.credits > giftable)
        throw new CoreError('not-giftable', { balance, giftable, credits: gift.credits })
      return { gift: { ...gift, id: createId(idLength) }, balance }
    },
    async give(gift, account) {
      if ((await aliases.resolve(gift.from)) !== account) throw new CoreError('press-refused', {})
      try {
        return await give(ports, gift, account)
      } catch (cause) {
        if (!hasCode(cause, 'store-unavailable')) throw cause
        throw new CoreError('gift-unsettled', {}, { cause })
      }
    },
    async findName(account, platform) {
      const id = await aliases.resolve(account)
      const identities = id === undefined ? [] : await store.listIdentities(id)
      return (identities.findLast((each) => each.platform === platform) ?? identities.at(-1))?.name
    },
    async run() {
      const jobs = (await records.listRecords(giftKind, undefined, clock.now())).map(readGiftJob)
      await doEach(
        jobs.filter(({ since }) => clock.now() - since >= claimLife),
        async (job) => {
          // Another pass may have taken it out after one had found nothing to take.
          const isOut =
            job.refusedAt === undefined || (await ledger.findEntry(walletOf(job.from), nameOut(job)))
          if (!isOut) return
          if (!job.isDone) await passGift(ports, job)
          await tellGift(ports, job, { giver: true })
        },
      )
    },
  }
}

const nameOut = (gift: Gift) => nameGiftHalf('to', nameGift(gift))

async function reckon({ entries }: GiftPorts, account: string) {
  const last = await entries.findLast(walletOf(account))
  const balance = last?.balance ?? 0
  return { balance, giftable: Math.max(balance - (last ? await countFree(entries, last) : 0), 0) }
}

async function give(ports: GiftPorts, gift: Gift, account: string): Promise<'given' | 'back'> {
  const { records, ledger, clock } = ports
  const { from, credits } = gift
  if (!(await records.findRecord(giftKind, nameGift(gift), clock.now()))) {
    // Long over: where it went then is not asked again.
    if (await ledger.findEntry(walletOf(from), nameOut(gift))) return await findOutcome(ports, gift)
    // All that the account had has gone to the one that took it over.
    if (from !== account) throw new CoreError('press-refused', {})
  }
  const fresh: GiftJob = { ...gift, since: clock.now() }
  await records.insertRecord(renderGiftJob(fresh), clock.now())
  const found = await records.findRecord(giftKind, nameGift(gift), clock.now())
  const went = await passGift(ports, found ? readGiftJob(found) : fresh)
  if (!went) throw new CoreError('not-giftable', { ...(await reckon(ports, from)), credits })
  await tellSoon(ports, gift)
  return went.half === 'from' ? 'given' : 'back'
}

async function findOutcome({ ledger, aliases }: GiftPorts, gift: Gift): Promise<'given' | 'back'> {
  const key = nameGiftHalf('back', nameGift(gift))
  const holders = [gift.from, (await aliases.resolve(gift.from)) ?? gift.from]
  for (const holder of holders) if (await ledger.findEntry(walletOf(holder), key)) return 'back'
  return 'given'
}

/** What is not told by then is told while nobody waits for it. */
async function tellSoon(ports: GiftPorts, gift: Gift): Promise<void> {
  const { clock, log } = ports
  const told = new AbortController()
  const telling = tellGift(ports, gift, { giver: false })
    .catch((err) => log.warn({ account: gift.from, err }, 'A gift is told of later'))
    .finally(() => told.abort())
  await Promise.race([telling, clock.sleep(patience, told.signal).catch(() => undefined)])
}
