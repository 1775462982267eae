/** A picture's family: what it came from, and what came of it. */
import { CoreError } from '#core/errors.ts'
import type { Generation } from '#core/images/generation.ts'
import type { GenerationStore } from '#core/images/generation-store.ts'
import { findNumber, type PictureName, readPictureName } from '#core/images/picture-name.ts'
import { findParent } from '#core/images/sources/source-names.ts'
import { type Belongs, findShownTo } from '#core/images/visible.ts'

export interface Ancestors {
  /** Oldest first: each came of the one before, and has only the picture that the next came of. */
  steps: readonly Generation[]
  /** What the oldest of them came of, if anything: one that is deleted, or not shown any more; or more than are told. */
  before?: 'gone' | 'more'
}

export interface Family extends Ancestors {
  generation: Generation
  /** The account's own that came of it, newest first; `hasMore` where there are others. */
  children: readonly Generation[]
  hasMore: boolean
}

/** As many as a message can tell; each is looked up by itself. */
const mostSteps = 20
const mostChildren = 5
/** Of what came of all pictures of a generation, the newest are looked through for what came of one. */
const mostSiblings = 50

export interface Families {
  /** Of the picture of that name, or of all of a generation. Rejects with `not-found` for what the account may not see. */
  family(account: string, name: string): Promise<Family>
  /** Of one that the account sees. */
  findAncestors(account: string, generation: Pick<Generation, 'asked'>): Promise<Ancestors>
}

export function createFamilies({
  generations,
  belongs,
}: {
  generations: GenerationStore
  belongs: Belongs
}): Families {
  async function findVisible(account: string, { id, number }: PictureName): Promise<Generation | undefined> {
    const found = await generations.find({ id })
    return found && (await findShownTo(account, found, { number, belongs }))
  }

  async function findAncestors(account: string, { asked }: Pick<Generation, 'asked'>): Promise<Ancestors> {
    const steps: Generation[] = []
    let parent = findParent(asked)
    while (parent) {
      if (steps.length >= mostSteps) return { steps: steps.reverse(), before: 'more' }
      const picture = await findVisible(account, { id: parent.id, number: parent.index + 1 })
      if (!picture) return { steps: steps.reverse(), before: 'gone' }
      steps.push(picture)
      parent = findParent(picture.asked)
    }
    return { steps: steps.reverse() }
  }

  async function findChildren(account: string, generation: Generation) {
    const number = findNumber(generation)
    const most = number === undefined ? mostChildren + 1 : mostSiblings
    const all = await generations.listChildren(generation.id, account, most)
    const own =
      number === undefined ? all : all.filter(({ asked }) => findParent(asked)?.index === number - 1)
    return {
      children: own.slice(0, mostChildren),
      hasMore: own.length > mostChildren || all.length === most,
    }
  }

  return {
    findAncestors,
    async family(account, name) {
      const generation = await findVisible(account, readPictureName(name))
      if (!generation) throw new CoreError('not-found', { id: name })
      const [ancestors, children] = await Promise.all([
        findAncestors(account, generation),
        findChildren(account, generation),
      ])
      return { ...ancestors, ...children, generation }
    },
  }
}
