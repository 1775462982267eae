/** Pictures that generations are drawn from: who may use which, and how long those that people brought are kept. */
import type { Clock } from '#core/clock.ts'
import { CoreError } from '#core/errors.ts'
import type { ImageHost } from '#core/hosting/image-host.ts'
import type { Generation } from '#core/images/generation.ts'
import type { GenerationStore } from '#core/images/generation-store.ts'
import type { Intake, Prepared } from '#core/images/ordering/intake.ts'
import type { OwnedGenerations } from '#core/images/owned-generations.ts'
import type { Log } from '#core/log.ts'
import { changeRecord } from '#core/records/change-record.ts'
import type { RecordStore } from '#core/records/record-store.ts'
import { createTurns } from '#core/turns.ts'
import { createReadSources } from './read-sources.ts'
import {
  adoptAll,
  type CheckPorts,
  clean,
  findSource,
  lookInTurn,
  noteCheck,
  runChecks,
  sourceKind,
} from './source-checks.ts'
import { listSourceKeys, nameResults, readResult } from './source-names.ts'
import { createUses, readUses, type Use } from './source-uses.ts'

type Wanted = Pick<Generation, 'id' | 'owner' | 'asked'>

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
  const checks: CheckPorts = { ...ports, uses: createUses(ports), takeTurn: createTurns() }
  let hasAdopted = false

  return {
    /** Whether the account has brought any picture that is still kept. */
    hasAny: async (account: string) =>
      (await ports.records.listRecords(sourceKind, account, ports.clock.now())).length > 0,

    /**
     * What an account that sees a generation starts from to draw it anew: from what itself has brought, or else from
     * the result. Rejects with `source-gone` where there is neither.
     */
    async startFrom(account: string, seen: Generation): Promise<readonly string[]> {
      const { sources } = seen.asked
      const isAuthor = seen.owner === account
      const own =
        isAuthor &&
        (await Promise.all(sources.map((source) => isOwn(checks, account, source)))).every(Boolean)
      if (own || sources.length === 0) return sources
      if (seen.pictures.length === 0) throw new CoreError('source-gone', {})
      return nameResults(seen)
    },

    /**
     * Counts a generation that is about to be recorded among the uses of what it is drawn from, and hosts what was
     * brought with it. Rejects with `source-gone` for what its account has not brought.
     */
    async use(wanted: Wanted, prepared: readonly Prepared[] = []): Promise<void> {
      for (const key of listSourceKeys(wanted.asked)) {
        const picture = prepared.find((each) => each.key === key)
        await checks.takeTurn(key, () => useOne(checks, wanted, key, picture))
      }
    },

    /** Notes that a generation may not be there much longer: what happens until `release` may be cut off. */
    async expectRelease({ asked }: Wanted): Promise<void> {
      for (const key of listSourceKeys(asked)) await noteCheck(checks, key)
    },

    /** A generation uses its sources no longer; those that nothing else uses are removed, now or later. Never rejects. */
    async release({ id, asked }: Wanted): Promise<void> {
      for (const key of listSourceKeys(asked)) await lookInTurn(checks, key, id)
    },

    read: createReadSources(ports),

    /** Finishes what was cut off, and takes up what was brought before uses were counted, some of it at a time. */
    async run(): Promise<void> {
      if (!hasAdopted) await adoptAll(checks)
      hasAdopted = true
      await runChecks(checks)
    },
  }
}

async function isOwn(checks: CheckPorts, account: string, source: string): Promise<boolean> {
  return readResult(source) !== undefined || (await findSource(checks, source))?.owner === account
}

async function useOne(
  checks: CheckPorts,
  { id, owner }: Wanted,
  key: string,
  picture: Prepared | undefined,
): Promise<void> {
  const { host, clock } = checks
  const known = await findSource(checks, key)
  const isOld = known?.owner === owner && readUses(known) === undefined
  // An old one may lie there in another format, and with all that its camera noted.
  if (isOld) await (picture ? host.remove(key) : clean(checks, key))
  await count(checks, owner, key, { id, at: clock.now() }, picture !== undefined)
  if (picture) await host.put(key, picture.bytes, picture.mime)
}

/** Rejects with `source-gone` for what the account has not brought. */
async function count(
  checks: CheckPorts,
  account: string,
  key: string,
  use: Use,
  isBrought: boolean,
): Promise<void> {
  const { records, clock, uses } = checks
  await changeRecord(records, { kind: sourceKind, key }, clock, async (found) => {
    if (found ? found.owner !== account : !isBrought) throw new CoreError('source-gone', {})
    await noteCheck(checks, key)
    const known = found ? (readUses(found) ?? (await uses.search(account, key))) : []
    return { kind: sourceKind, key, owner: account, body: { ...found?.body, uses: [...known, use] } }
  })
}
