/** Hosts what was drawn; what the host does not take yet is kept on this machine's disk, and hosted later. */
import { CoreError, hasCode } from '#core/errors.ts'
import type { HostingWatch } from '#core/hosting/hosting-watch.ts'
import type { ImageHost, PreparePicture } from '#core/hosting/image-host.ts'
import { finishPicture } from '#core/images/finishing/finish.ts'
import type { Generation, Picture, Usage } from '#core/images/generation.ts'
import type { Drawing } from '#core/images/image-model.ts'
import { type Log, logFailure } from '#core/log.ts'
import type { Keeping } from './keeping.ts'
import { handBack, type LeasingPorts } from './leases.ts'

export interface HostingPorts extends LeasingPorts {
  host: ImageHost
  hosting: Pick<HostingWatch, 'host' | 'ready'>
  prepare: PreparePicture
  keeping: Keeping
  log: Log
}

/** Waits before the result of bought pictures is written again, when the store does not answer. Milliseconds. */
const resultRetries = [500, 2_000, 8_000]

/** A picture as it was drawn, and as it is shown. */
interface Prepared {
  drawn: Awaited<ReturnType<PreparePicture>>
  shown: Awaited<ReturnType<typeof finishPicture>>
}
/** `until`: when its pictures are given up, in milliseconds since 1970. */
interface HostingLimit {
  signal: AbortSignal
  until: number
}

/** Hosts what was just drawn, and answers with the generation `ready`; undefined when it is no longer this process's. */
export async function hostDrawn(
  ports: HostingPorts,
  generation: Generation,
  drawn: Drawing,
  limit: HostingLimit,
): Promise<Generation | undefined> {
  const prepared = []
  for (const bytes of drawn.pictures.slice(0, generation.pictureKeys.length))
    prepared.push(await prepare(ports, generation, bytes))
  return await hostAll(ports, generation, prepared, limit, drawn.usage)
}

/** The same with what was kept on this disk. Rejects with `interrupted` where it is not there. */
export async function hostKept(
  ports: HostingPorts,
  generation: Generation,
  limit: HostingLimit,
): Promise<Generation | undefined> {
  const pictures = await ports.keeping.read(generation)
  if (!pictures) throw new CoreError('interrupted', {})
  const prepared = await Promise.all(pictures.map((each) => prepare(ports, generation, each)))
  return await hostAll(ports, generation, prepared, limit)
}

async function prepare(
  { prepare, log }: HostingPorts,
  generation: Generation,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Prepared> {
  const drawn = await prepare(bytes, 'drawn')
  return { drawn, shown: await finishPicture(generation, drawn, log) }
}

/** What is kept is as it was drawn: finishing is done again. */
async function hostAll(
  ports: HostingPorts,
  generation: Generation,
  pictures: readonly Prepared[],
  { signal, until }: HostingLimit,
  usage?: Usage,
): Promise<Generation | undefined> {
  const { hosting, keeping } = ports
  const bytes = () => pictures.map(({ drawn }) => drawn.bytes)
  const ended = await hosting.host(() => record(ports, generation, pictures, usage), {
    signal,
    onWait: () => keeping.keep(generation, bytes(), { until, ...(usage && { usage }) }),
  })
  // Whoever took it over may need what is kept, and drops it at its end.
  if (ended) await keeping.drop(generation.id)
  return ended
}

async function record(
  ports: HostingPorts,
  generation: Generation,
  prepared: readonly Prepared[],
  usage?: Usage,
): Promise<Generation | undefined> {
  const { generations, host, owner } = ports
  const pictures: Picture[] = []
  for (const [index, { shown }] of prepared.entries()) {
    const { bytes, decode, ...about } = shown
    const key = generation.pictureKeys[index]
    if (key === undefined) break
    const decoding = decode?.()
    // Whatever comes of it is told once the host has answered: what is still being hosted could not be taken away.
    decoding?.catch(() => undefined)
    const url = await host.put(key, bytes, about.mime)
    pictures.push({ key, url, ...about, ...(await decoding), bytes: bytes.byteLength })
  }
  const ready = await persist(ports, () =>
    generations.change(
      generation.id,
      { status: ['drawing'], leaseHolder: owner },
      { status: 'ready', pictures, ...handBack(ports, generation), kept: undefined, ...(usage && { usage }) },
    ),
  )
  if (ready) return ready
  // The store may have taken it and lost its answer: then the second writing found nothing left to change.
  const found = await generations.find({ id: generation.id })
  if (found?.status === 'ready' || found?.status === 'delivered') return found
  // Where another process draws it now, it hosts its pictures by the same keys, or takes them away at its end.
  if (found?.status !== 'drawing') await removePictures(ports, generation)
  return undefined
}

async function persist<Result>(
  { clock }: Pick<HostingPorts, 'clock'>,
  write: () => Promise<Result>,
): Promise<Result> {
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

/** Takes hosted pictures away that nobody will be shown. */
export async function removePictures(
  { host, log }: Pick<HostingPorts, 'host' | 'log'>,
  generation: Generation,
): Promise<void> {
  for (const key of generation.pictureKeys) {
    await host
      .remove(key)
      .catch((err) => logFailure(log, err, { generation: generation.id }, 'An unused picture stays hosted'))
  }
}
