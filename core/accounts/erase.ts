/** Deleting an account with all that is personal; its ledger entries stay, which name nobody. */
import { type Clock, growPause } from '#core/clock.ts'
import type { ImageHost } from '#core/hosting/image-host.ts'
import { forgetVotes } from '#core/images/forget-votes.ts'
import { endStatuses, type Generation } from '#core/images/generation.ts'
import type { GenerationStore } from '#core/images/generation-store.ts'
import type { OwnedGenerations } from '#core/images/owned-generations.ts'
import { readAll } from '#core/images/read-owned.ts'
import { listPosts } from '#core/images/shared-posts.ts'
import type { Sources } from '#core/images/sources/sources.ts'
import { type Log, logFailure } from '#core/log.ts'
import type { Outbound } from '#core/outbound.ts'
import { kindsOfPictures } from '#core/records/kinds.ts'
import type { RecordStore, StoredRecord } from '#core/records/record-store.ts'
import type { AccountStore } from './account-store.ts'
import { createHostRound, type HostRound } from './host-round.ts'
import { doEach, isSettled, type Job, takeJob } from './job.ts'
import type { Merge } from './merge.ts'
import type { Welcome } from './welcome.ts'

export interface Erase extends Job {
  /**
   * The account is gone when this resolves; what cannot be removed yet is removed as soon as it can be, whatever crashes and
   * whatever the image host does.
   */
  erase(account: string): Promise<void>
}

const kind = 'erasure'

/** How long somebody who deletes their account waits for the host. Milliseconds. */
const patience = 5_000
/** Between two passes that the host failed in. Milliseconds. */
const longestPause = 6 * 60 * 60_000

interface ErasePorts {
  store: AccountStore
  records: RecordStore
  generations: Pick<GenerationStore, 'listUnfinished'>
  owned: OwnedGenerations
  host: Pick<ImageHost, 'remove'>
  sources: Pick<Sources, 'expectRelease'>
  merge: Pick<Merge, 'isReceiving'>
  welcome: Pick<Welcome, 'forget'>
  outbound: Pick<Outbound, 'retract'>
  clock: Clock
  log: Log
  /** Overwrites in the store's files what was removed. */
  scrub: () => Promise<void>
}

export function createErase(ports: ErasePorts): Erase {
  const { records, clock } = ports

  return {
    async erase(account) {
      const body = { since: clock.now() }
      await records.insertRecord({ kind, key: account, body }, clock.now())
      await passSoon(ports, account)
    },
    async run() {
      const jobs = await records.listRecords(kind, undefined, clock.now())
      await doEach(
        jobs.filter(({ body }) => Number(body.nextAt ?? 0) <= clock.now()),
        async ({ key }) => {
          const job = await endAccount(ports, key)
          if (job) await pass(ports, job)
        },
      )
    },
  }
}

/** Whoever asked for it is told once the account is gone, however long the rest takes; what fails of it is done again. */
async function passSoon(ports: ErasePorts, account: string): Promise<void> {
  const { clock, log } = ports
  const job = await endAccount(ports, account)
  if (!job) return
  const done = new AbortController()
  const work = pass(ports, job)
    .catch((err) => log.warn({ account, err }, 'Deleting an account goes on later'))
    .finally(() => done.abort())
  await Promise.race([work, clock.sleep(patience, done.signal).catch(() => undefined)])
}

/**
 * What is left of an account that is gone. Every step can be done again. Pictures go before what names them; one that does
 * not go keeps nothing else.
 */
async function pass(ports: ErasePorts, job: StoredRecord): Promise<void> {
  const { records, generations, merge, clock } = ports
  const { key: account, body } = job
  // Asked before any is removed: what ends in between is left for another pass.
  const waits = (await generations.listUnfinished(account)).length > 0 || (await merge.isReceiving(account))
  const isLast = !waits && isSettled(clock, body.since)
  const round = createHostRound(clock)
  await removeGenerations(ports, account, round)
  await removePictures(ports, account, isLast, round)
  await records.removeOwned(account, kindsOfPictures)
  await ports.scrub()
  if (round.countFailed() > 0) await putOff(ports, job, round)
  else if (isLast) await records.removeRecord(kind, account)
}

/** Answers with the job once the account is gone; undefined where the job is over. */
async function endAccount(ports: ErasePorts, account: string): Promise<StoredRecord | undefined> {
  const { store, welcome } = ports
  const job = await takeJob(ports, kind, account)
  if (!job) return undefined
  const found = await store.findAccount({ id: account })
  const identities = await store.listIdentities(account)
  if (found) await welcome.forget(found, identities)
  await store.deleteAccount(account)
  for (const identity of [...identities, ...(await store.listIdentities(account))])
    await store.deleteIdentity(identity)
  return job
}

/** What ends meanwhile, or whose pictures the host does not remove yet, is not removed: the next pass finds it. */
async function removeGenerations(ports: ErasePorts, account: string, round: HostRound): Promise<void> {
  const { owned, host, sources } = ports
  for await (const generation of readAll(owned, account)) {
    const { id, status, pictureKeys } = generation
    await retract(ports, generation)
    const keys = status === 'delivered' ? pictureKeys : []
    const removals = []
    for (const key of keys) removals.push(await round.ask(() => host.remove(key)))
    if (!endStatuses.includes(status) || removals.includes('failed')) continue
    // What it was drawn from may have gone over to an account that took this one over, without it.
    await sources.expectRelease(generation)
    await owned.remove(account, [id])
    await forgetVotes(ports, id)
  }
}

/** A post that cannot be taken back keeps nothing from being removed. */
async function retract({ outbound, log }: ErasePorts, { id, shared }: Generation): Promise<void> {
  for (const post of shared ? listPosts(shared) : []) {
    await outbound.retract(post).catch((err) => {
      log.warn({ generation: id, err }, 'A shared post of a deleted account could not be taken back')
    })
  }
}

/** Their records stay until the last pass: one may be written, and its picture hosted, while this runs. */
async function removePictures(
  { records, host, clock }: ErasePorts,
  account: string,
  isLast: boolean,
  round: HostRound,
): Promise<void> {
  for (const kind of kindsOfPictures) {
    for (const { key } of await records.listRecords(kind, account, clock.now())) {
      const removal = await round.ask(() => host.remove(key))
      if (isLast && removal !== 'failed') await records.removeRecord(kind, key)
    }
  }
}

/** The pauses grow, so that a host that is down, or an operator who has to act, is not asked every minute for days. */
async function putOff(
  { records, clock, log }: ErasePorts,
  job: StoredRecord,
  round: HostRound,
): Promise<void> {
  const count = round.countFailed()
  const attempts = Number(job.body.attempts ?? 0) + 1
  const wait = growPause(attempts, longestPause)
  logFailure(
    log,
    round.findFirst(),
    { account: job.key, count, attempts, wait },
    'Pictures of a deleted account are not removed yet',
  )
  await records.replaceRecord({ ...job, body: { ...job.body, attempts, nextAt: clock.now() + wait } })
}
