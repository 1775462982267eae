/** Goes through all generations of an account. */
import type { OwnedGenerations } from './owned-generations.ts'

/** In pages, so that few are in memory at once. */
export async function* readAll(owned: OwnedGenerations, account: string) {
  let after: string | undefined
  for (;;) {
    const page = await owned.list(account, { limit: 100, ...(after !== undefined && { after }) })
    yield* page
    after = page.at(-1)?.id
    if (page.length < 100) return
  }
}
