/** Deleting an account with all that is personal; its ledger entries stay, which name nobody. */
import type { Clock } from '#core/clock.ts'
import type { Retract } from '#core/history/sharing.ts'
import type { ImageHost } from '#core/hosting/image-host.ts'
import { endStatuses, type Generation } from '#core/images/generation.ts'
import type { GenerationStore } from '#core/images/generation-store.ts'
import type { OwnedGenerations } from '#core/images/owned-generations.ts'
import { readAll } from '#core/images/read-owned.ts'
import { sourceKind } from '#core/images/source-uses.ts'
import type { Log } from '#core/log.ts'
import type { RecordStore, StoredRecord } from '#core/store/record-store.ts'
import type { AccountStore } from './account-store.ts'
import { doEach, isSettled, type Job } from './job.ts'
import type { Merge } from './merge.ts'
import type { Welcome } from './welcome.ts'

export interface Erase extends Job {
  /** The account is gone when this resolves; what cannot be removed yet is removed as soon as it can be, whatever crashes. */
  erase(account: string): Promise<void>
}

const kind = 'erasure'

export function createErase(ports: {
  store: AccountStore
  records: RecordStore
  generations: Pick<GenerationStore, 'listUnfinished'>
  owned: OwnedGenerations
  host: Pick<ImageHost, 'remove'>
  merge: Pick<Merge, 'isReceiving'>
  welcome: Welcome
  /** Takes shared posts back; one that it cannot keeps nothing from being removed. */
  retract: Retract
  clock: Clock
  log: Log
  /** Overwrites in the store's files what was removed. */
  scrub: () => Promise<void>
}): Erase {
  const { store, records, generations, owned, host, merge, welcome, retract, clock, log, scrub } = ports

  async function takeBack({ id, shared }: Generation): Promise<void> {
    if (!shared) return
    await retract(shared).catch((err) => {
      log.warn({ generation: id, err }, 'A shared post of a deleted account could not be taken back')
    })
  }

  /** What ends meanwhile is not removed without its pictures: the next pass finds it. */
  async function removeGenerations(account: string): Promise<void> {
    for await (const generation of readAll(owned, account)) {
      const { id, status, pictureKeys } = generation
      await takeBack(generation)
      if (status === 'delivered') for (const key of pictureKeys) await host.remove(key)
      if (endStatuses.includes(status)) await owned.remove(account, [id])
    }
  }

  /** Their records stay until the last pass: one may be written, and its picture hosted, while this runs. */
  async function removeSources(account: string, isLast: boolean): Promise<void> {
    for (const { key } of await records.listRecords(sourceKind, account, clock.now())) {
      await host.remove(key)
      if (isLast) await records.removeRecord(sourceKind, key)
    }
  }

  /** Every step can be done again. Pictures go before what names them. */
  async function pass({ key: account, body }: StoredRecord): Promise<void> {
    const found = await store.findAccount({ id: account })
    if (found) await welcome.forget(found)
    await store.deleteAccount(account)
    for (const identity of await store.listIdentities(account)) await store.deleteIdentity(identity)
    // Asked before any is removed: what ends in between is left for another pass.
    const waits = (await generations.listUnfinished(account)).length > 0 || (await merge.isReceiving(account))
    const isLast = !waits && isSettled(clock, body.since)
    await removeGenerations(account)
    await removeSources(account, isLast)
    await records.removeOwned(account, [sourceKind])
    await scrub()
    if (isLast) await records.removeRecord(kind, account)
  }

  return {
    async erase(account) {
      const body = { since: clock.now() }
      await records.insertRecord({ kind, key: account, body }, clock.now())
      const job = await records.findRecord(kind, account, clock.now())
      if (job) await pass(job)
    },
    async run() {
      await doEach(await records.listRecords(kind, undefined, clock.now()), pass)
    },
  }
}
