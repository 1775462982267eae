/** Whose credits a generation takes, and who gets them back. */
import { expect, it } from 'vitest'
import { createLedger } from '#core/credits/ledger.ts'
import { giveBack, isCharged, spend } from '#core/images/charging/charging.ts'
import { createGeneration } from '#tests/contracts/store-records.ts'
import { openStore } from '#tests/core/store/places.ts'
import { createVirtualClock } from '#tests/crash/virtual-clock.ts'

it('are its payer’s, whoever it belongs to, each once', async () => {
  const store = await openStore()
  const clock = createVirtualClock()
  const ledger = createLedger(store.ledger, clock)
  const list = () => Promise.all(['ada', 'team'].map(ledger.findBalance))
  for (const wallet of ['ada', 'team']) {
    await ledger.append({ wallet, key: 'gift', kind: 'grant', amount: 50, reference: 'gift' })
  }
  const lease = { owner: 'here:1:a', until: clock.now() + 60_000 }
  const generation = createGeneration({ owner: 'ada', payer: 'team', price: 10, lease })
  for (let time = 0; time < 2; time++) await spend({ ledger }, generation)
  expect([await list(), await isCharged({ ledger }, generation)]).toEqual([[50, 40], true])
  for (let time = 0; time < 2; time++) await giveBack({ ledger }, generation)
  expect(await list()).toEqual([50, 50])
})
