/** Keeps pictures that were bought on this machine's disk, while the host does not take them. */
import { randomUUID } from 'node:crypto'
import { link, mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { ignoreMissing, syncFolder, writeDurably } from './durable-file.ts'
import { requireKey } from './key.ts'

/** Rejects with the system's error. */
export interface KeptPictures {
  /** The disk's own name: the same at every start on it, and no other disk's. */
  findDisk(): Promise<string>
  /** When it resolves, all of a generation's pictures survive a loss of power; before, none are there. */
  keep(generation: string, pictures: readonly Uint8Array<ArrayBuffer>[]): Promise<void>
  /** In their order; undefined when none are kept. */
  read(generation: string): Promise<Uint8Array<ArrayBuffer>[] | undefined>
  /** Harmless when none are kept. */
  drop(generation: string): Promise<void>
  /** The generations of which pictures are kept. */
  list(): Promise<string[]>
}

const drafts = 'unfinished'
const nameFile = 'disk'
/** Far more than writing takes; milliseconds. */
const longestDraft = 60 * 60_000

/** Each generation has a folder of its own, made elsewhere and put in place as a whole. `folder` is made when it is needed. */
export function createKeptPictures(folder: string): KeptPictures {
  const place = (generation: string) => {
    requireKey(generation)
    return join(folder, 'pictures', generation)
  }

  async function makeDraft(): Promise<string> {
    const draft = join(folder, drafts, randomUUID())
    await mkdir(draft, { recursive: true })
    await mkdir(join(folder, 'pictures'), { recursive: true })
    await removeOld((await stat(draft)).mtimeMs - longestDraft)
    return draft
  }

  /** What processes that died have left. */
  async function removeOld(before: number): Promise<void> {
    for (const name of await readdir(join(folder, drafts))) {
      const draft = join(folder, drafts, name)
      const made = (await ignoreMissing(stat(draft), undefined))?.mtimeMs ?? before
      if (made < before) await rm(draft, { recursive: true, force: true })
    }
  }

  /** Several processes may begin on a disk at once: the first name stays. */
  async function nameDisk(): Promise<void> {
    const draft = await makeDraft()
    try {
      await writeDurably(join(draft, nameFile), Buffer.from(randomUUID()))
      await link(join(draft, nameFile), join(folder, nameFile)).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'EEXIST') throw error
      })
      await syncFolder(folder)
    } finally {
      await rm(draft, { recursive: true, force: true })
    }
  }

  return {
    async findDisk() {
      const file = join(folder, nameFile)
      const found = await ignoreMissing(readFile(file, 'utf8'), undefined)
      if (found !== undefined) return found
      await nameDisk()
      return await readFile(file, 'utf8')
    },
    async keep(generation, pictures) {
      const target = place(generation)
      const draft = await makeDraft()
      try {
        for (const [index, picture] of pictures.entries())
          await writeDurably(join(draft, `${index}`), picture)
        await syncFolder(draft)
        await rm(target, { recursive: true, force: true })
        await rename(draft, target)
      } finally {
        await rm(draft, { recursive: true, force: true })
      }
      await syncFolder(join(folder, 'pictures'))
    },
    async read(generation) {
      const target = place(generation)
      const names = await ignoreMissing(readdir(target), undefined)
      if (!names) return undefined
      const sorted = names.toSorted((one, other) => Number(one) - Number(other))
      return await Promise.all(sorted.map(async (name) => new Uint8Array(await readFile(join(target, name)))))
    },
    async drop(generation) {
      await rm(place(generation), { recursive: true, force: true })
    },
    list: () => ignoreMissing(readdir(join(folder, 'pictures')), []),
  }
}
