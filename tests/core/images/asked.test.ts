/** What was asked for is told apart whole, stored as ever, and drawn again from what is stored. */
import { describe, expect, it } from 'vitest'
import { type Asked, digestAsked, readSpec, renderSpec, type Spec } from '#core/images/asked.ts'
import { createDelivered } from '#tests/contracts/store-records.ts'
import { createRig } from './rig.ts'

const plain = { width: 1024, height: 1024, quality: 'standard', count: 1, background: 'auto', sources: [] }

/** Made by the program that had one type for what is asked and what is sent. */
const kept: readonly [string, Spec, string][] = [
  [
    'gpt-image-2',
    { ...plain, prompt: 'a lighthouse at dusk' } as Spec,
    'V7JThUVlNdk6Z3SYEHjo3-5RyW5iO8zQNIH4pFF63pQ',
  ],
  [
    'gpt-image-1',
    {
      prompt: 'Füchse 🦊 "quoted"\nand \ud800',
      ...{ width: 1536, height: 864, quality: 'premium', count: 4, background: 'transparent' },
      sources: ['0f'.repeat(16), 'result:abc0000001:0'],
    },
    'ZypO9bjpbdLgA3UkjpF79eyaU5E-oz2cupn4mc7xxGM',
  ],
  [
    'placeholder',
    {
      ...{ prompt: 'x', width: 1024, height: 1536, quality: 'draft', count: 2, background: 'opaque' },
      sources: ['result:abc0000001:3'],
    },
    'IXmPzLvtcqRvmPkfXC4_-rKgz8HTnDgNcEBY3ZuLBt0',
  ],
]

describe.each(kept)('what was asked of %s', (model, spec, digest) => {
  it('has the digest that it has ever had', () => {
    expect(digestAsked(model, readSpec(spec))).toBe(digest)
  })

  it('is stored as ever', () => {
    expect(renderSpec(readSpec(spec))).toStrictEqual(spec)
  })
})

it('has another digest wherever it differs', () => {
  const asked = readSpec({ ...plain, prompt: 'a fox' } as Spec)
  const others: readonly Partial<Asked>[] = [
    { prompt: 'a hare' },
    { size: { width: 1024, height: 1536 } },
    { size: { width: 1536, height: 1024 } },
    { quality: 'draft' },
    { count: 2 },
    { background: 'opaque' },
    { sources: ['a'] },
    { sources: ['b'] },
    { tool: 'upgrade' },
    { tool: 'vary-subtle' },
    { tool: 'vary-strong' },
    { tool: 'upgrade', sources: ['a'] },
  ]
  const digests = [asked, ...others.map((other) => ({ ...asked, ...other }))].map((each) =>
    digestAsked('m', each),
  )
  expect(new Set([...digests, digestAsked('other', asked)]).size).toBe(others.length + 2)
  expect(digestAsked('m', { ...asked, model: 'm' })).toBe(digests[0])
})

describe('an order like an earlier picture', () => {
  /** As a program stored it that offered what no program offers today. */
  const foreign = {
    prompt: 'x'.repeat(40_000),
    size: { width: 1000, height: 5000 },
    quality: 'ultra' as Asked['quality'],
    count: 9,
    background: 'checkered' as Asked['background'],
  }
  const origin = { platform: 'terminal', address: {} } as const

  it.each([
    { stored: 9, count: 4, price: 40 },
    { stored: 0, count: 1, price: 10 },
    { stored: 2.5, count: 2, price: 20 },
    { stored: Number.NaN, count: 1, price: 10 },
  ])(
    'is drawn as near as can be, whatever is offered today: $stored pictures',
    async ({ stored, count, price }) => {
      const rig = createRig()
      const core = await rig.boot()
      const { account } = await rig.order(core, 'ann', 'join')
      const { asked } = createDelivered({ owner: account, asked: { ...foreign, count: stored } })
      const job = await core.images.order({ owner: account, call: 'again', origin, like: asked, fresh: true })
      expect(await job.done).toMatchObject({
        status: 'ready',
        price,
        asked: {
          ...{ prompt: 'x'.repeat(32_000), quality: 'standard', count, background: 'auto' },
          size: { width: 1024, height: 1536 },
        },
      })
    },
  )

  it('is checked in what is changed', async () => {
    const core = await createRig().boot()
    const { id: account } = await core.accounts.openAccount({ platform: 'terminal', user: 'a', name: 'a' })
    const { asked } = createDelivered({ asked: foreign })
    for (const [option, change] of [
      ['prompt', { prompt: 'y'.repeat(32_001) }],
      ['prompt', { prompt: ' ' }],
      ['count', { count: 9 }],
      ['size', { size: '1000x5000' }],
    ] as const) {
      const refused = core.images.order({ owner: account, call: option, origin, like: asked, ...change })
      await expect(refused).rejects.toMatchObject({ code: 'bad-option', data: { option } })
    }
  })
})

it('has none to cancel where none waits, and says so', async () => {
  const core = await createRig().boot()
  await expect(core.images.cancelNewest('ann')).rejects.toMatchObject({ code: 'nothing-waits' })
})
