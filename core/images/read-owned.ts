/** Goes through all generations of an owner. */
import type { OwnedGenerations } from './owned-generations.ts'

/** In pages, so that few are in memory at once. */
export async function* readAll(owned: OwnedGenerations, owner: string) {
  let after: string | undefined
  for (;;) {
    const page = await owned.list(owner, { limit: 100, ...(after !== undefined && { after }) })
    yield* page
    after = page.at(-1)?.id
    if (page.length < 100) return
  }
}
