/** Deletes what was delivered: out of its owner's history at once, and from the image host as soon as it can be, whatever crashes. */
import { type Clock, growPause } from '#core/clock.ts'
import type { ImageHost } from '#core/hosting/image-host.ts'
import { type Log, logFailure } from '#core/log.ts'
import { changeRecord, putRecord } from '#core/records/change-record.ts'
import type { RecordStore, StoredRecord } from '#core/records/record-store.ts'
import type { Generation } from './generation.ts'
import type { GenerationStore } from './generation-store.ts'
import { longestOrder } from './sources/source-uses.ts'
import type { Sources } from './sources/sources.ts'

export interface Removals {
  /**
   * Deletes it, or its picture of that key; its hosted pictures unless a free repeat still shows them, and what it was drawn
   * from unless another uses that. Once it resolves nobody is shown it any more; what the host does not remove yet is removed
   * later.
   */
  remove(generation: Generation<'delivered'>, key?: string): Promise<void>
  /**
   * To be called before a free repeat of what was found there is recorded: from then on, whatever crashes, it is deleted
   * unless that one is there still. False, and nothing noted, where that one is a repeat that has lost what it shows: then it
   * is deleted.
   */
  expect(repeat: Repeat, shown: Pick<Generation, 'id' | 'repeatOf'>): Promise<boolean>
  /** Whether what it shows is there still, once it is recorded; if not, it is deleted. */
  settle(repeat: Pick<Generation, 'id'>): Promise<boolean>
  /** Goes on with what was cut off, or the host did not remove. */
  run(): Promise<void>
}

interface RemovalPorts {
  generations: Pick<GenerationStore, 'find' | 'remove' | 'removePicture' | 'countShowing'>
  records: RecordStore
  host: Pick<ImageHost, 'remove'>
  sources: Pick<Sources, 'expectRelease' | 'release'>
  /** Hears that a generation was deleted, with its prompt. */
  onRemoved(): void
  clock: Clock
  log: Log
}

/** Noted before anything is removed. */
const kind = 'removal'

/** Before the host is asked once more. Milliseconds. */
const longestPause = 6 * 60 * 60_000
/** Failures in a row after which a round ends. */
const mostFailures = 3

interface Removal {
  generation: string
  /** The generation that had the pictures first: its repeats show them too. */
  first: string
  /** What may be hosted of it. */
  keys: readonly string[]
  /** The one picture that is removed, of several. */
  key?: string
}

type Repeat = Pick<Generation, 'id' | 'repeatOf' | 'pictures'>

/** What is removed if another has lost any of its pictures by then. */
interface Doubtful extends Removal {
  /** The generation that is shown again, which may be a repeat itself. */
  shows: string
}

/** As it is noted. */
type Noted = (Removal | Doubtful) & { after?: number }

const nameOf = ({ generation, key }: Removal) => (key === undefined ? generation : `${generation} ${key}`)

export function createRemovals(ports: RemovalPorts): Removals {
  const { records, clock } = ports

  async function remove({ id, repeatOf = id, pictureKeys }: Generation, key?: string): Promise<void> {
    const keys = key === undefined ? pictureKeys : [key]
    const removal = { generation: id, first: repeatOf, keys, ...(key !== undefined && { key }) }
    // Over what may be noted of it as a repeat: now it goes in any case.
    await putRecord(records, { kind, key: nameOf(removal), body: { ...removal } }, clock.now())
    await takeOut(ports, removal)
    await unhost(ports, removal)
  }

  return {
    remove,
    async expect(repeat, shown) {
      // A repeat in doubt is there until it is settled, and its pictures may be gone by then.
      if (shown.repeatOf !== undefined && !(await settle(ports, shown.id))) return false
      const body = { ...doubt(repeat, shown), after: clock.now() + longestOrder }
      await records.insertRecord({ kind, key: repeat.id, body }, clock.now())
      return true
    },
    settle: ({ id }) => settle(ports, id),
    async run() {
      let failures = 0
      for (const noted of await records.listRecords(kind, undefined, clock.now())) {
        if (Number(noted.body.after ?? 0) > clock.now()) continue
        const removal = await decide(ports, noted)
        if (!removal || removal === 'stays') continue
        await takeOut(ports, removal)
        failures = (await unhost(ports, removal)) ? 0 : failures + 1
        // The host is down: each of a thousand would find out by itself.
        if (failures >= mostFailures) return
      }
    },
  }
}

function doubt({ id, repeatOf = id, pictures }: Repeat, shown: Pick<Generation, 'id'>): Doubtful {
  return { generation: id, first: repeatOf, keys: pictures.map(({ key }) => key), shows: shown.id }
}

/** Whether a recorded repeat stays: what is noted of it comes to its end, whoever noted it. */
async function settle(ports: RemovalPorts, id: string): Promise<boolean> {
  const { generations, records, clock } = ports
  for (;;) {
    const noted = await records.findRecord(kind, id, clock.now())
    // Others have settled it.
    if (!noted) return (await generations.find({ id })) !== undefined
    const removal = await decide(ports, noted)
    if (removal === 'stays') return true
    if (!removal) continue
    await takeOut(ports, removal)
    await unhost(ports, removal)
    return false
  }
}

/**
 * What is to be removed for certain, or that it stays. Undefined where others have written there since: of several who decide
 * at different moments, one does.
 */
async function decide(ports: RemovalPorts, noted: StoredRecord): Promise<Removal | 'stays' | undefined> {
  const { records } = ports
  const { after: _, ...found } = noted.body as unknown as Noted
  if (!('shows' in found)) return found
  if (await isThere(ports, found))
    return (await records.removeRecord(kind, noted.key, noted.version)) ? 'stays' : undefined
  const { shows: __, ...removal } = found
  return (await records.replaceRecord({ ...noted, body: { ...removal } })) ? removal : undefined
}

/** Whoever deletes that from then on sees that the repeat shows its pictures; who has done it may have taken them. */
async function isThere({ generations }: RemovalPorts, { shows, keys }: Doubtful): Promise<boolean> {
  const left = await generations.find({ id: shows })
  return keys.every((key) => left?.pictures.some((each) => each.key === key))
}

/** Out of the history: before the host, as nobody is to be shown what is not there. The last of several pictures takes all else with it. */
async function takeOut(ports: RemovalPorts, { generation: id, key }: Removal): Promise<void> {
  const { generations, sources, onRemoved } = ports
  for (;;) {
    const found = await generations.find({ id })
    if (found?.status !== 'delivered') return
    const { owner, pictures } = found
    const isThere = key === undefined || pictures.some((each) => each.key === key)
    if (!isThere) return
    if (key === undefined || pictures.length === 1) {
      await sources.expectRelease(found)
      await generations.remove(id, owner)
      onRemoved()
      return await sources.release(found)
    }
    // Others may be deleted at the same time.
    if (await generations.removePicture(id, owner, key)) return
  }
}

/** What nothing shows any more; answers whether it could be done. If not, it is tried again, at growing pauses. */
async function unhost(ports: RemovalPorts, removal: Removal): Promise<boolean> {
  const { generations, records, host, clock, log } = ports
  const { generation, first, keys } = removal
  const name = nameOf(removal)
  try {
    for (const key of keys) {
      if ((await generations.countShowing(first, key)) === 0) await host.remove(key)
    }
    await records.removeRecord(kind, name)
    return true
  } catch (err) {
    logFailure(log, err, { generation }, 'A deleted picture is hosted until it can be removed')
    await changeRecord(records, { kind, key: name }, clock, (found, now) => {
      if (!found) return undefined
      const attempts = Number(found.body.attempts ?? 0) + 1
      return {
        kind,
        key: name,
        body: { ...found.body, attempts, after: now + growPause(attempts, longestPause) },
      }
    }).catch(() => undefined)
    return false
  }
}
