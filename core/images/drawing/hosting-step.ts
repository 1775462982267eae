/** Hosts what was drawn; what the host does not take yet is kept on this machine's disk, and hosted later. */
import type { Clock } from '#core/clock.ts'
import { CoreError, hasCode } from '#core/errors.ts'
import type { HostingWatch } from '#core/hosting/hosting-watch.ts'
import type { ImageHost, PreparePicture } from '#core/hosting/image-host.ts'
import type { KeptPictures } from '#core/hosting/kept-pictures.ts'
import type { Generation, Picture, Usage } from '#core/images/generation.ts'
import type { GenerationStore } from '#core/images/generation-store.ts'
import type { Drawing } from '#core/images/image-model.ts'
import { type Log, logFailure } from '#core/log.ts'

export interface HostingPorts {
  generations: GenerationStore
  host: ImageHost
  hosting: HostingWatch
  prepare: PreparePicture
  /** Absent where there is no disk to keep them on: then they go with the process. */
  kept?: KeptPictures
  clock: Clock
  log: Log
  owner: string
}

/** Waits before the result of bought pictures is written again, when the store does not answer. Milliseconds. */
const resultRetries = [500, 2_000, 8_000]

type Prepared = Awaited<ReturnType<PreparePicture>>
/** `until`: when its pictures are given up, in milliseconds since 1970. */
interface HostingLimit {
  signal: AbortSignal
  until: number
}

export type HostingStep = ReturnType<typeof createHostingStep>

export function createHostingStep(ports: HostingPorts, lease: () => NonNullable<Generation['lease']>) {
  const { generations, host, hosting, prepare, kept, clock, log, owner } = ports
  /** Generations whose pictures this process has put on the disk. */
  const keptHere = new Set<string>()
  let disk: Promise<string | undefined> | undefined

  /** Undefined where there is none, or it cannot be used. */
  function findDisk(): Promise<string | undefined> {
    disk ??= Promise.resolve(kept?.findDisk()).catch((error) => {
      disk = undefined
      logFailure(log, error, {}, 'The disk for pictures that are not hosted yet cannot be used')
      return undefined
    })
    return disk
  }

  /** Hosts what was just drawn, and answers with the generation `ready`; undefined when it is no longer this process's. */
  async function hostDrawn(generation: Generation, drawn: Drawing, limit: HostingLimit) {
    const prepared = []
    for (const bytes of drawn.pictures.slice(0, generation.pictureKeys.length))
      prepared.push(await prepare(bytes, 'drawn'))
    return await hostAll(generation, prepared, limit, drawn.usage)
  }

  /** The same with what was kept on this disk. Rejects with `interrupted` where it is not there. */
  async function hostKept(generation: Generation, limit: HostingLimit) {
    const pictures = await kept?.read(generation.id)
    if (pictures?.length !== generation.pictureKeys.length) throw new CoreError('interrupted', {})
    keptHere.add(generation.id)
    return await hostAll(generation, await Promise.all(pictures.map((each) => prepare(each, 'drawn'))), limit)
  }

  async function hostAll(
    generation: Generation,
    pictures: readonly Prepared[],
    { signal, until }: HostingLimit,
    usage?: Usage,
  ): Promise<Generation | undefined> {
    const ended = await hosting.host(() => record(generation, pictures, usage), {
      signal,
      onWait: () => keep(generation, pictures, { until, ...(usage && { usage }) }),
    })
    if (keptHere.has(generation.id)) await drop(generation.id)
    return ended
  }

  async function record(generation: Generation, prepared: readonly Prepared[], usage?: Usage) {
    const pictures: Picture[] = []
    for (const [index, { bytes, ...about }] of prepared.entries()) {
      const key = generation.pictureKeys[index]
      if (key === undefined) break
      const url = await host.put(key, bytes, about.mime)
      pictures.push({ key, url, ...about, bytes: bytes.byteLength })
    }
    const ready = await persist(() =>
      generations.change(
        generation.id,
        { status: ['drawing'], owner },
        { status: 'ready', pictures, lease: lease(), kept: undefined, ...(usage && { usage }) },
      ),
    )
    if (ready) return ready
    // The store may have taken it and lost its answer: then the second writing found nothing left to change.
    const found = await generations.find({ id: generation.id })
    if (found?.status === 'ready' || found?.status === 'delivered') return found
    await removePictures(generation)
    return undefined
  }

  /** First the disk, then the store: what is only on the disk is found by the next start on it. */
  async function keep(
    generation: Generation,
    pictures: readonly Prepared[],
    { until, usage }: { until: number; usage?: Usage },
  ): Promise<void> {
    const name = await findDisk()
    if (!kept || name === undefined || keptHere.has(generation.id)) return
    try {
      await kept.keep(
        generation.id,
        pictures.map(({ bytes }) => bytes),
      )
      keptHere.add(generation.id)
      await generations.change(
        generation.id,
        { status: ['drawing'], owner },
        { kept: { disk: name, until }, lease: lease(), ...(usage && { usage }) },
      )
      log.info({ generation: generation.id, until }, 'Pictures are kept on the disk until they can be hosted')
    } catch (error) {
      logFailure(log, error, { generation: generation.id }, 'Pictures could not be kept on the disk')
    }
  }

  async function persist<Result>(write: () => Promise<Result>): Promise<Result> {
    for (const wait of resultRetries) {
      try {
        return await write()
      } catch (error) {
        if (!hasCode(error, 'store-unavailable')) throw error
        await clock.sleep(wait)
      }
    }
    return await write()
  }

  /** What cannot be dropped now is found later. */
  async function drop(id: string): Promise<void> {
    keptHere.delete(id)
    await kept
      ?.drop(id)
      .catch((err) => logFailure(log, err, { generation: id }, 'A kept picture stays on the disk'))
  }

  /** Drops what is kept for generations that have no more use for it. */
  async function dropUnused(isOurs: (id: string) => boolean): Promise<void> {
    for (const id of (await kept?.list()) ?? []) {
      if (isOurs(id)) continue
      const found = await generations.find({ id })
      if (found?.status !== 'drawing') await drop(id)
    }
  }

  /** Takes hosted pictures away that nobody will be shown. */
  async function removePictures(generation: Generation): Promise<void> {
    for (const key of generation.pictureKeys) {
      await host
        .remove(key)
        .catch((err) => logFailure(log, err, { generation: generation.id }, 'An unused picture stays hosted'))
    }
  }

  return {
    findDisk,
    hostDrawn,
    hostKept,
    removePictures,
    drop,
    dropUnused,
    /** Whether its pictures are on this machine's disk, put there by this or an earlier process. */
    isKept: async (id: string) => keptHere.has(id) || ((await kept?.list()) ?? []).includes(id),
    isKeptHere: (id: string) => keptHere.has(id),
  }
}
