/** A Home where something cannot be read. */
import { expect, it } from 'vitest'
import { home } from '#bots/commands/home.ts'
import { CoreError } from '#core/errors.ts'
import { createRig } from '#tests/core/images/rig.ts'
import { createCall, readWords } from '../calls.ts'

it('shows the latest pictures where the transactions cannot be read', async () => {
  const fails = async () => Promise.reject(new CoreError('store-unavailable', {}))
  const core = await createRig().boot((store) => ({ ...store, ledger: { ...store.ledger, list: fails } }))
  const user = { platform: 'terminal', user: 'ann', name: 'ann' } as const
  const { id: owner } = await core.accounts.openAccount(user)
  const { origin } = createCall({ command: 'imagine' })
  const job = await core.images.order({ owner, call: 'one', origin, prompt: 'a gull' })
  await core.images.markDelivered((await job.done).id, 'reply')
  const shown = await home.run(createCall({ command: 'home', user }), core)
  expect(readWords(shown && 'blocks' in shown ? shown : undefined)).toContain('a gull')
})
