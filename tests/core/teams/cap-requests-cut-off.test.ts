/** A request for credits comes to the same end wherever the process dies that asks for it, or that carries out its answer. */
import { expect, it } from 'vitest'
import { createDoomed } from '#tests/crash/crashing.ts'
import { openAsking } from './asking-rig.ts'

/** Dies after its so-manieth write; another process finishes. Answers whether it died. */
async function cutOff(does: 'ask' | 'answer', step: number): Promise<boolean> {
  const rig = await openAsking()
  const { store, outbound, boot, ask, answer, look, pass, balances } = rig
  const doomed = createDoomed({ point: { step, when: 'after' } })
  const dying = boot({
    store: {
      ...store,
      records: doomed.wrapStore('records', store.records),
      generations: doomed.wrapStore('generations', store.generations),
      ledger: doomed.wrapStore('ledger', store.ledger),
    },
    outbound: { ...outbound, ...doomed.wrap('chat', { ...outbound }) },
    isAlive: () => false,
  })
  if (does === 'answer') await ask()
  const act = does === 'ask' ? ask(dying) : answer('approved', dying)
  const isDead = await Promise.race([act.then(() => false), doomed.died.then(() => true)])
  if (!isDead) doomed.kill()
  const last = boot({ isAlive: () => false })
  await last.start()
  // Where nothing of it was kept, it is to be pressed again.
  if (does === 'ask') await ask(last)
  for (const _ of [1, 2, 3]) await pass()
  await answer('approved', last)
  for (const _ of [1, 2, 3]) await pass()
  expect({ step, ...(await look()), drawn: undefined }).toEqual({
    ...{ step, says: ['approved by Eve'], news: ['approved'], raised: [50], log: ['cap-raised'] },
    ...{ held: 0, left: 0, drawn: undefined },
  })
  expect(await balances()).toEqual([80, 100])
  await last.stop(0)
  return isDead
}

it.each(['ask', 'answer'] as const)('to %s', { timeout: 120_000 }, async (does) => {
  let step = 0
  while (await cutOff(does, step)) step++
  expect(step).toBeGreaterThan(5)
})
