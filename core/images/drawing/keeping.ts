/** Keeps what is bought and not hosted yet on this machine's disk, until it is. */
import type { Clock } from '#core/clock.ts'
import type { KeptPictures } from '#core/hosting/kept-pictures.ts'
import type { Generation, Usage } from '#core/images/generation.ts'
import { type Log, logFailure } from '#core/log.ts'
import { createLease, type LeasingPorts } from './leases.ts'

export interface Keeping {
  /** Whether this process has put its pictures on the disk, or read them there. */
  has(id: string): boolean
  /** Whether its pictures are on this machine's disk, put there by this or an earlier process. */
  find(id: string): Promise<boolean>
  /** Whether its pictures are on another machine's disk, which is still to host them. */
  isElsewhere(generation: Generation): Promise<boolean>
  /** Puts them on the disk, once; `until`: when they are given up, in milliseconds since 1970. Never rejects. */
  keep(
    generation: Generation,
    pictures: readonly Uint8Array<ArrayBuffer>[],
    about: { until: number; usage?: Usage },
  ): Promise<void>
  /** Undefined where they are not all there. */
  read(generation: Generation): Promise<readonly Uint8Array<ArrayBuffer>[] | undefined>
  /** Drops what `has` says is kept. Never rejects: what cannot be dropped now is found later. */
  drop(id: string): Promise<void>
  /** Drops what is kept for generations that have no more use for it. */
  dropUnused(isOurs: (id: string) => boolean): Promise<void>
}

export function createKeeping(
  ports: LeasingPorts & {
    /** Absent where there is no disk to keep them on: then they go with the process. */
    kept?: KeptPictures
    clock: Clock
    log: Log
  },
): Keeping {
  const { generations, kept, clock, log, owner } = ports
  const here = new Set<string>()
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

  async function drop(id: string): Promise<void> {
    here.delete(id)
    await kept
      ?.drop(id)
      .catch((err) => logFailure(log, err, { generation: id }, 'A kept picture stays on the disk'))
  }

  const list = async () => (await kept?.list()) ?? []

  return {
    has: (id) => here.has(id),
    find: async (id) => here.has(id) || (await list()).includes(id),
    isElsewhere: async ({ kept: on }) =>
      on !== undefined && on.until > clock.now() && on.disk !== (await findDisk()),
    // First the disk, then the store: what is only on the disk is found by the next start on it.
    async keep({ id }, pictures, { until, usage }) {
      const name = await findDisk()
      if (!kept || name === undefined || here.has(id)) return
      try {
        await kept.keep(id, pictures)
        here.add(id)
        await generations.change(
          id,
          { status: ['drawing'], leaseHolder: owner },
          { kept: { disk: name, until }, lease: createLease(ports), ...(usage && { usage }) },
        )
        log.info({ generation: id, until }, 'Pictures are kept on the disk until they can be hosted')
      } catch (error) {
        logFailure(log, error, { generation: id }, 'Pictures could not be kept on the disk')
      }
    },
    async read({ id, pictureKeys }) {
      const pictures = await kept?.read(id)
      if (pictures?.length !== pictureKeys.length) return undefined
      here.add(id)
      return pictures
    },
    drop: async (id) => (here.has(id) ? await drop(id) : undefined),
    async dropUnused(isOurs) {
      for (const id of await list()) {
        if (isOurs(id)) continue
        const found = await generations.find({ id })
        if (found?.status !== 'drawing') await drop(id)
      }
    },
  }
}
