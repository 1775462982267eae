/** Has one account taken over by another, as its person does on the web. */
import { expect } from 'vitest'
import type { Core } from '#core/index.ts'
import type { Store } from '#core/store/store.ts'

export async function mergeAccounts(core: Core, store: Store, from: string, into: string): Promise<void> {
  const email = 'from@example.org'
  await store.accounts.changeEmail(from, { email, emailKey: email })
  const networks = { host: 'a', site: 'a', wide: 'a' }
  const asked = await core.merging.request({ id: into, createdAt: 0 }, email, { networks, browser: '' })
  const code = asked.outcome === 'issued' ? asked.code : ''
  expect(await core.merging.finish({ id: into, createdAt: 0 }, code)).toEqual({ outcome: 'merged' })
}
