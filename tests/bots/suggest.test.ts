/** Tests which pictures are offered to somebody who is typing an id. */
import { expect, it } from 'vitest'
import { cancel } from '#bots/commands/cancel.ts'
import { createSuggest } from '#bots/suggest.ts'
import { createRig } from '#tests/core/images/rig.ts'
import { settle } from '#tests/settle.ts'

it('offers to cancel what waits, and nothing that is drawing or finished', async () => {
  const { boot, clock, order, hold } = createRig({ runningPerAccount: 1 })
  const release = hold('a drawing gull')
  const core = await boot()
  await (await order(core, 'ann', 'a finished gull')).done
  await order(core, 'ann', 'a drawing gull')
  await settle()
  const first = await order(core, 'ann', 'a waiting gull')
  clock.advance(1)
  const second = await order(core, 'ann', 'a waiting boat')
  await order(core, 'bob', 'a waiting gull of another')
  const suggest = createSuggest(core)
  const ann = { platform: 'terminal', user: 'ann', name: 'ann' } as const
  const offer = async (typed: string) => (await suggest(ann, typed, 'waiting')).map(({ value }) => value)
  expect(await offer('')).toEqual([second.id, first.id])
  expect(await offer('Gull')).toEqual([first.id])
  expect(await offer(second.id)).toEqual([second.id])
  expect(cancel.options).toMatchObject([{ type: 'generation', of: 'waiting' }])
  release()
})
