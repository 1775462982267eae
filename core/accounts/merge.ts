/** Merging two accounts of one person: the one ends, and all it had is the other's. */
import type { Clock } from '#core/clock.ts'
import type { Ledger, NewEntry } from '#core/credits/ledger.ts'
import type { Entry, LedgerStore } from '#core/credits/ledger-store.ts'
import { walletOf } from '#core/credits/wallet.ts'
import { hasCode } from '#core/errors.ts'
import type { GenerationStore } from '#core/images/generation-store.ts'
import type { OwnedGenerations } from '#core/images/owned-generations.ts'
import { movedKinds } from '#core/records/kinds.ts'
import type { RecordStore } from '#core/records/record-store.ts'
import type { AccountStore } from './account-store.ts'
import type { Aliases } from './aliases.ts'
import { isAwaitingGift } from './gift-job.ts'
import { doEach, isSettled, type Job, takeJob } from './job.ts'
import { createLeaveWelcome, type LeaveWelcome } from './leave-welcome.ts'

/** `in-debt`: a balance below zero cannot move. `busy`: one of the two is being merged, or pays, just now. */
export type MergeOutcome = 'merged' | 'same-account' | 'in-debt' | 'busy'

export interface Merge extends Job {
  /**
   * Both must have been proven to be the caller's. Once it answers `merged`, it will be finished, whatever crashes; what
   * has begun as it answers `busy` will be too.
   */
  merge(from: string, into: string): Promise<MergeOutcome>
  /** Whether something is still on its way into this account. */
  isReceiving(into: string): Promise<boolean>
}

const kind = 'merge'

/** How often credits may be spent just before they are moved, until that is left for another pass. */
const mostMisses = 5

interface MergePorts {
  store: AccountStore
  records: RecordStore
  generations: Pick<GenerationStore, 'listUnfinished'>
  owned: OwnedGenerations
  ledger: Ledger
  entries: Pick<LedgerStore, 'list'>
  aliases: Aliases
  clock: Clock
}

interface Merging extends MergePorts {
  welcome: LeaveWelcome
}

export function createMerge(ports: MergePorts): Merge {
  const { records, ledger, clock } = ports
  const welcome = createLeaveWelcome(ports)
  const merging: Merging = { ...ports, welcome }

  return {
    async merge(from, into) {
      if (from === into) return 'same-account'
      if ((await ledger.findBalance(walletOf(from))) < 0) return 'in-debt'
      const keepsWelcome = await welcome.isFirst(from, into)
      const body = { into, since: clock.now(), ...(keepsWelcome && { keepsWelcome }) }
      if (!(await records.insertRecord({ kind, key: from, body }, clock.now()))) return 'busy'
      return (await pass(merging, from)) ? 'merged' : 'busy'
    },
    async isReceiving(into) {
      return (await list(ports)).some(({ body }) => body.into === into)
    },
    async run() {
      await doEach(await list(ports), ({ key }) => pass(merging, key))
    },
  }
}

const list = ({ records, clock }: MergePorts) => records.listRecords(kind, undefined, clock.now())

/**
 * Answers once the job is sure that it does not meet another, in the middle of which things would arrive
 * too late to go along, and that there is an account to receive them. Of two that meet and are not sure yet, each
 * finds the other and gives way. False when it has, or is over.
 */
async function confirm(ports: MergePorts, from: string): Promise<boolean> {
  const { store, records, clock } = ports
  for (;;) {
    const job = await records.findRecord(kind, from, clock.now())
    if (!job) return false
    if (job.body.isSure === true) return true
    const others = (await list(ports)).filter(({ key }) => key !== from)
    const meets = others.some(({ key, body }) => key === job.body.into || body.into === from)
    // Asked once the job is there: from then on a deletion of that account waits for it.
    const isInVain = (await store.findAccount({ id: String(job.body.into) })) === undefined
    if (meets || isInVain) await records.removeRecord(kind, from, job.version)
    else await records.replaceRecord({ ...job, body: { ...job.body, isSure: true } })
  }
}

/** Every step can be done again. False where it gave way, or others kept it from moving what is there. */
async function pass(merging: Merging, from: string): Promise<boolean> {
  const { store, records, generations, owned, aliases, welcome, clock } = merging
  if (!(await confirm(merging, from))) return false
  const job = await takeJob(merging, kind, from)
  if (!job) return true
  const { body } = job
  const into = String(body.into)
  await aliases.note(from, into)
  await store.moveIdentities(from, into)
  await store.deleteAccount(from)
  await moveRecords(merging, from, into)
  // Asked before any is moved: what ends in between is left for another pass.
  const waits = (await generations.listUnfinished(from)).length > 0
  await owned.move(from, into)
  if (waits) return true
  if (body.keepsWelcome !== true) await welcome.leave(from)
  const isAwaiting = await isAwaitingGift(merging, from)
  if (!(await moveCredits(merging, from, into))) return false
  if (!isAwaiting && isSettled(clock, body.since)) await records.removeRecord(kind, from)
  return true
}

async function moveRecords({ records, clock }: MergePorts, from: string, into: string): Promise<void> {
  for (const moved of movedKinds) {
    for (const record of await records.listRecords(moved, from, clock.now())) {
      await records.replaceRecord({ ...record, owner: into })
    }
  }
  // What comes while this runs goes along with the next pass.
  await records.removeOwned(from, movedKinds)
}

/**
 * Two entries that cancel each other out, as often as there is something to move. False where others spend of it each
 * time before it is moved.
 */
async function moveCredits({ ledger }: MergePorts, from: string, into: string): Promise<boolean> {
  const wallet = walletOf(from)
  for (let number = 1, misses = 0; misses < mostMisses; ) {
    const key = `merge:${from}:${number}`
    const balance = await ledger.findBalance(wallet)
    const known = await ledger.findEntry(wallet, key)
    if (!known && balance <= 0) return true
    const move = { key, kind: 'transfer', reference: 'merge' } as const
    const out = known ?? (await takeOut(ledger, { ...move, wallet, amount: -balance }))
    if (out) {
      await ledger.append({ ...move, wallet: walletOf(into), amount: -out.amount })
      number++
    } else misses++
  }
  return false
}

/** Undefined where it is no longer there. */
async function takeOut(ledger: Ledger, entry: NewEntry): Promise<Entry | undefined> {
  try {
    return await ledger.append(entry)
  } catch (error) {
    if (hasCode(error, 'insufficient-credits')) return undefined
    throw error
  }
}
