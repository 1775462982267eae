/** The test checkout's page, when its day is over. */
import { expect, it } from 'vitest'
import { signIn } from './browser.ts'
import { findAccountOf } from './people.ts'
import { createRig } from './rig.ts'

it('is gone after a day, and cannot be paid then', async () => {
  const rig = await createRig()
  const browser = await signIn(rig, 'ada@example.org')
  const account = await findAccountOf(rig, 'ada@example.org')
  const opened = await browser.get('/checkout/starter')
  const path = new URL(opened.headers.get('location') ?? '').pathname
  rig.clock.advance(24 * 60 * 60_000 - 1)
  expect((await browser.get(path)).status).toBe(200)
  rig.clock.advance(1)
  expect((await browser.get(path)).status).toBe(404)
  expect((await browser.post(path)).status).toBe(404)
  expect(await rig.core.credits.findBalance(account.id)).toBe(100)
})
