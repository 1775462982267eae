/** A picture's family: what it came from, and what came of it. */
import { CoreError } from '#core/errors.ts'
import type { Generation } from '#core/images/generation.ts'
import type { GenerationStore } from '#core/images/generation-store.ts'
import type { PictureName } from '#core/images/picture-name.ts'
import { findParent } from '#core/images/sources/source-names.ts'
import { showTo } from '#core/images/visible.ts'

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

export interface Families {
  /** Rejects with `not-found` for what the account may not see. */
  family(account: string, id: string): Promise<Family>
  /** Of one that the account sees. */
  findAncestors(account: string, generation: Pick<Generation, 'asked'>): Promise<Ancestors>
}

export function createFamilies({ generations }: { generations: GenerationStore }): Families {
  async function findVisible(account: string, { id, number }: PictureName): Promise<Generation | undefined> {
    const found = await generations.find({ id })
    return found && showTo(account, found, number)
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

  return {
    findAncestors,
    async family(account, id) {
      const generation = await findVisible(account, { id })
      if (!generation) throw new CoreError('not-found', { id })
      const children = await generations.listChildren(id, account, mostChildren + 1)
      return {
        ...(await findAncestors(account, generation)),
        generation,
        children: children.slice(0, mostChildren),
        hasMore: children.length > mostChildren,
      }
    },
  }
}
