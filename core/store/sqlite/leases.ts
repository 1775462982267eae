/** Who works on which unfinished generations, in SQLite. */
import type { Generation } from '#core/images/generation.ts'
import type { GenerationStore, LeaseHolder } from '#core/images/generation-store.ts'
import { decodeText, encodeText } from '#core/store/text.ts'
import { type GenerationRow, toGeneration } from './generation-row.ts'
import type { GenerationStatements } from './generation-statements.ts'

export function listLeaseHolders(statements: GenerationStatements): LeaseHolder[] {
  const rows = statements.listLeases.all() as { owner: string | null; waiting: number }[]
  const byOwner = Map.groupBy(rows, ({ owner }) => owner)
  return [...byOwner].map(([owner, leases]) => ({
    ...(owner !== null && { owner: decodeText(owner) }),
    waiting: leases.reduce((sum, { waiting }) => sum + waiting, 0),
  }))
}

export function listUnheld(
  statements: GenerationStatements,
  { now, gone, own }: Parameters<GenerationStore['listUnheld']>[0],
): Generation[] {
  const asked = {
    now,
    own: encodeText(own.owner),
    gone: JSON.stringify(gone.map(encodeText)),
    except: JSON.stringify(own.except.map(encodeText)),
  }
  return (statements.listUnheld.all(asked) as GenerationRow[]).map(toGeneration)
}
