/** Which generations use a picture that somebody brought: counted by their ids in its record. */
import type { Clock } from '#core/clock.ts'
import type { Generation } from '#core/images/generation.ts'
import type { GenerationStore } from '#core/images/generation-store.ts'
import type { OwnedGenerations } from '#core/images/owned-generations.ts'
import { readAll } from '#core/images/read-owned.ts'
import type { StoredRecord } from '#core/records/record-store.ts'

/** A generation that uses it, and when it was ordered. */
export interface Use {
  id: string
  at: number
}

/** How long an order may take from its first use to its being recorded: longer than any does. Milliseconds. */
export const longestOrder = 15 * 60_000

/** How long what a failed generation was to be drawn from stays, so that its prompt can be edited. Milliseconds. */
const keptAfterFailure = 60 * 60_000

/** Undefined in a record made before uses were counted. */
export function readUses({ body }: StoredRecord): readonly Use[] | undefined {
  return Array.isArray(body.uses) ? (body.uses as Use[]) : undefined
}

export function createUses(ports: {
  generations: Pick<GenerationStore, 'find'>
  owned: OwnedGenerations
  clock: Clock
}) {
  const { generations, owned, clock } = ports

  /** `stays` as long as somebody can see it, `waits` to be looked at again, or `over`. */
  async function judge({ id, at }: Use): Promise<'stays' | 'waits' | 'over'> {
    const generation = await generations.find({ id })
    if (!generation) return clock.now() - at < longestOrder ? 'waits' : 'over'
    if (generation.status === 'delivered') return 'stays'
    if (generation.status !== 'refunded') return 'waits'
    return clock.now() - (generation.endedAt ?? at) < keptAfterFailure ? 'waits' : 'over'
  }

  /** All that use it, found one by one: what today's orders count, earlier ones did not. */
  async function search(account: string, key: string): Promise<Use[]> {
    const uses: Use[] = []
    for await (const { id, createdAt, asked } of readAll(owned, account)) {
      if (asked.sources.includes(key)) uses.push({ id, at: createdAt })
    }
    return uses
  }

  return {
    search,
    /** Those that still count, and whether any must be looked at again. */
    async sift(uses: readonly Use[]): Promise<{ left: Use[]; waits: boolean }> {
      const left: Use[] = []
      let waits = false
      for (const use of uses) {
        const verdict = await judge(use)
        if (verdict !== 'over') left.push(use)
        if (verdict === 'waits') waits = true
      }
      return { left, waits }
    },
  }
}

/** Whether the generation is among those that use it. */
export const isUsedBy = (record: StoredRecord, { id }: Pick<Generation, 'id'>) =>
  readUses(record)?.some((use) => use.id === id) ?? false
