/** Accounts of the terminal's local person. */
import { expect, it } from 'vitest'
import { createRig } from '#tests/web/rig.ts'

const local = { platform: 'terminal', user: 'local', name: 'you' } as const

it('makes an account anew for whom a deletion that is under way has left tied to nothing', async () => {
  const { core, store } = await createRig()
  await store.accounts.insertIdentity({ ...local, account: 'gone', linkedAt: 0 })
  const account = await core.accounts.openAccount(local)
  expect(account.id).not.toBe('gone')
  expect((await core.accounts.requireAccount(local)).id).toBe(account.id)
})
