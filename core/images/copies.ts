/** Takes away the copies of hosted pictures that chat platforms keep as files of their own, once the picture goes. */
import type { PictureCopy, RemoveCopy } from '#core/chat.ts'
import { type Clock, growPause } from '#core/clock.ts'
import type { ImageHost } from '#core/hosting/image-host.ts'
import { type Log, logFailure } from '#core/log.ts'
import { changeRecord } from '#core/records/change-record.ts'
import type { RecordStore, StoredRecord } from '#core/records/record-store.ts'
import { createRounds, type Rounds } from '#core/records/rounds.ts'

export interface Copies extends Pick<Rounds, 'startLater' | 'stop'> {
  /**
   * Must be done before the copy is there for good. It shows these hosted pictures, and goes with the first of them that
   * goes.
   */
  note(keys: readonly string[], copy: PictureCopy): Promise<void>
  /** The same host: what is removed from it takes its copies along, however long their platform takes. */
  watch<Host extends ImageHost>(host: Host): Host
  /** Tries all whose time has come. */
  run(): Promise<void>
}

/** By the hosted picture's key. */
const kind = 'copies'
/** By the copy: it is to go. */
const removal = 'copy-removal'

const repeatEvery = 60_000
/** Between two tries, and until a copy is given up: its workspace may have left for good. Milliseconds. */
const longestPause = 6 * 60 * 60_000
const longestTrouble = 30 * 24 * 60 * 60_000

interface CopyPorts {
  records: RecordStore
  outbound: { removeCopy: RemoveCopy }
  clock: Clock
  log: Log
}

export function createCopies(ports: CopyPorts): Copies {
  const { records, clock, log } = ports
  const stopped = new AbortController()
  let underWay: Promise<void> | undefined
  let isWanted = false

  /** One at a time: whoever comes meanwhile is served by one more pass. */
  async function work(): Promise<void> {
    while (isWanted && !stopped.signal.aborted) {
      isWanted = false
      for (const due of await records.listRecords(removal, undefined, clock.now())) {
        if (!stopped.signal.aborted && Number(due.body.nextAt ?? 0) <= clock.now()) await remove(ports, due)
      }
    }
  }

  function run(): Promise<void> {
    isWanted = true
    underWay ??= work().finally(() => {
      underWay = undefined
    })
    return underWay
  }

  const failure = 'Copies of pictures are taken away later'
  const rounds = createRounds({ ...ports, round: run, every: repeatEvery, failure })

  return {
    startLater: rounds.startLater,
    run,
    async note(keys, copy) {
      const noteOne = (key: string) =>
        changeRecord(records, { kind, key }, clock, (found) => ({
          ...{ kind, key },
          body: { copies: [...readCopies(found).filter((each) => !isSame(each, copy)), copy] },
        }))
      await Promise.all(keys.map(noteOne))
    },
    watch: (host) => ({
      ...host,
      async remove(key) {
        const areAny = await expectRemovals(ports, key)
        await host.remove(key)
        if (areAny) run().catch((err) => logFailure(log, err, {}, failure))
      },
    }),
    async stop() {
      stopped.abort()
      await rounds.stop()
      await underWay?.catch(() => undefined)
    },
  }
}

/** They are known of until each is gone, whatever crashes: before the picture goes, and before it is forgotten which they are. */
async function expectRemovals({ records, clock }: CopyPorts, key: string): Promise<boolean> {
  for (;;) {
    const now = clock.now()
    const found = await records.findRecord(kind, key, now)
    if (!found) return false
    for (const copy of readCopies(found)) {
      const due = { kind: removal, key: nameCopy(copy), body: { ...copy, since: now } } as const
      await records.insertRecord(due, now)
    }
    if (await records.removeRecord(kind, key, found.version)) return true
  }
}

async function remove({ records, outbound, clock, log }: CopyPorts, due: StoredRecord): Promise<void> {
  const copy = readCopy(due.body)
  const { since, attempts: before } = due.body
  try {
    if (copy) await outbound.removeCopy(copy)
  } catch (error) {
    const attempts = Number(before ?? 0) + 1
    const wait = growPause(attempts, longestPause)
    if (clock.now() - Number(since) < longestTrouble) {
      logFailure(log, error, { attempts, wait }, 'A copy of a deleted picture is not taken away yet')
      await records.replaceRecord({ ...due, body: { ...due.body, attempts, nextAt: clock.now() + wait } })
      return
    }
    logFailure(log, error, { attempts }, 'A copy of a deleted picture is given up')
  }
  await records.removeRecord(removal, due.key)
}

const isSame = (one: PictureCopy, other: PictureCopy) => nameCopy(one) === nameCopy(other)

const nameCopy = ({ platform, team, file }: PictureCopy) => [platform, team, file].join(' ')

const readCopies = (record: StoredRecord | undefined): PictureCopy[] =>
  Array.isArray(record?.body.copies) ? record.body.copies.flatMap((each) => readCopy(each) ?? []) : []

function readCopy(given: unknown): PictureCopy | undefined {
  const { platform, team, file } = (given ?? {}) as Partial<PictureCopy>
  return platform && team && file ? { platform, team, file } : undefined
}
