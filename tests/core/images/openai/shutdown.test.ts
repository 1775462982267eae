/** When the vendor will end a model: any form of date is understood, and no trouble is passed on. */

import { afterEach, beforeEach, expect, it } from 'vitest'
import { createOpenAIRig, type OpenAIRig } from '#tests/core/images/openai/rig.ts'

let rig: OpenAIRig
beforeEach(async () => {
  rig = await createOpenAIRig()
})
afterEach(() => rig.standin.close())

it.each([
  ['2026-12-01', '2026-12-01'],
  ['2026-12-01T08:00:00Z', '2026-12-01'],
  [1_796_112_000, '2026-12-01'],
  ['1796112000', '2026-12-01'],
  [null, undefined],
  ['soon', undefined],
  [{}, undefined],
  [1e300, undefined],
])('reads %j as %s', async (date, day) => {
  rig.standin.setShutdownDate('gpt-image-1.5', '2026-01-01')
  rig.standin.setShutdownDate('gpt-image-2', date)
  expect(await rig.model.findShutdownDate?.()).toBe(day)
  expect(rig.standin.requests).toMatchObject([{ method: 'GET', path: '/v1/models' }])
})

it('knows nothing when the key is wrong', async () => {
  const other = await createOpenAIRig({ baseUrl: rig.standin.url, key: 'sk-wrong' })
  rig.standin.setShutdownDate('gpt-image-2', '2026-12-01')
  expect(await other.model.findShutdownDate?.()).toBeUndefined()
  await other.standin.close()
})

it('knows nothing when nobody answers', async () => {
  await rig.standin.close()
  expect(await rig.model.findShutdownDate?.()).toBeUndefined()
})
