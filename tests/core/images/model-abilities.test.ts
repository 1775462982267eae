/** What a model takes is offered, accepted and drawn; nothing else is charged for; and what was drawn once goes on working. */
import { describe, expect, it } from 'vitest'
import { createCommands } from '#bots/commands/index.ts'
import { renderCommandHelp } from '#bots/messages/help.ts'
import { usualOffer } from '#bots/offer.ts'
import { readOptions } from '#bots/options.ts'
import { findAbilities } from '#core/images/known-models.ts'
import { everyAbility } from '#core/images/model-abilities.ts'
import { fitAsked, requireTaken } from '#core/images/ordering/fit-asked.ts'
import type { ImageOrder } from '#core/images/ordering/order.ts'
import { readAsked } from '#core/images/ordering/read-asked.ts'
import { speak } from '#core/index.ts'
import { createOpenAIRig, createOptions, createRequest } from '#tests/core/images/openai/rig.ts'
import { createRig } from './rig.ts'

const models = [
  ...['gpt-image-1.5', 'gpt-image-1-mini', 'chatgpt-image-latest', 'gpt-image-2'],
  ...['gpt-image-2-2026-04-21', 'gpt-image-2.5-sunburst', 'gpt-image-2.5-flare-2026-09-08'],
  ...['gpt-image-2.6-sunburst', 'gpt-image-2.6-flare', 'gpt-image-9-eclipse', 'constructor'],
]

function findImagine(model: string) {
  const imagine = createCommands({ ...usualOffer, abilities: findAbilities(model) }).find(
    ({ name }) => name === 'imagine',
  )
  if (!imagine) throw new Error('no /imagine')
  return imagine
}

function listChoices(model: string, name: string): string[] {
  const option = findImagine(model).options.find((each) => each.name === name)
  return option?.type === 'choice' ? option.choices.map(({ value }) => value) : []
}

const order = (changes: Partial<ImageOrder & { like: never }>): ImageOrder => ({
  owner: 'ann',
  call: 'call',
  origin: { platform: 'terminal', address: {} },
  prompt: 'a fox',
  ...changes,
})

describe.each(models)('%s', (model) => {
  const abilities = findAbilities(model)

  it('is offered what it takes, and no more', () => {
    const sizes = ['square', 'landscape', 'portrait', 'wide', '1280x720', '1024x1024']
    const taken = (changes: Parameters<typeof order>[0]) => {
      try {
        requireTaken(readAsked(order(changes)), abilities)
        return true
      } catch {
        return false
      }
    }
    const offered = (options: Record<string, string>) => {
      try {
        readOptions(findImagine(model), { prompt: 'a fox', ...options })
        return true
      } catch {
        return false
      }
    }
    for (const size of sizes.slice(0, 5)) expect([size, offered({ size })]).toEqual([size, taken({ size })])
    for (const background of everyAbility.backgrounds) {
      expect([background, offered({ background })]).toEqual([background, taken({ background })])
    }
    const help = JSON.stringify(renderCommandHelp(speak('en'), findImagine(model)))
    expect(help.includes('transparent')).toBe(taken({ background: 'transparent' }))
    expect(help.includes('1280x720')).toBe(taken({ size: '1280x720' }))
  })

  it('takes what anything else is fitted to', () => {
    for (const size of ['wide', '3072x1024', '1024x3072', '2048x2048', 'portrait']) {
      const asked = readAsked(order({ size, background: 'transparent' }))
      const fitted = fitAsked(asked, abilities)
      requireTaken(fitted, abilities)
      expect(fitted.size.width > fitted.size.height).toBe(asked.size.width > asked.size.height)
      expect(fitAsked(fitted, abilities)).toEqual(fitted)
    }
  })
})

it('knows the models apart', () => {
  expect(models.map((model) => [model, listChoices(model, 'background').includes('transparent')])).toEqual(
    models.map((model) => [model, !/^gpt-image-2(-\d|$)/.test(model)]),
  )
  expect(listChoices('gpt-image-2.6-flare', 'size')).toEqual(['square', 'landscape', 'portrait'])
  expect(listChoices('gpt-image-2.5-flare', 'size')).toContain('wide')
})

it('says when a model ends where the vendor does not', async () => {
  const rig = await createOpenAIRig({ model: 'gpt-image-1.5' })
  expect(await rig.model.findShutdownDate?.()).toBe('2026-12-01')
  expect(rig.model.abilities?.sizes).toBe('standard')
  await rig.standin.close()
})

const narrow = { ...everyAbility, sizes: 'standard', backgrounds: ['auto', 'opaque'] } as const

describe('an order', () => {
  it('of what the model does not take is refused by name, and charges nothing', async () => {
    const rig = createRig()
    rig.takes.abilities = narrow
    const core = await rig.boot()
    const { account, done } = await rig.order(core, 'ann', 'fox')
    await done
    const before = await core.credits.findBalance(account)
    for (const [option, changes] of [
      ['background', { background: 'transparent' }],
      ['size', { size: 'wide' }],
      ['size', { size: '1280x720' }],
    ] as const) {
      const refused = core.images.order(order({ owner: account, call: option, ...changes }))
      await expect(refused).rejects.toMatchObject({
        code: 'bad-option',
        data: { option, problem: { kind: 'not-a-choice' } },
      })
    }
    expect(await core.credits.findBalance(account)).toBe(before)
    expect(rig.drawn).toEqual(['fox'])
  })

  it('that was drawn before is shown again, free, and drawn anew as near as can be', async () => {
    const rig = createRig()
    const first = await rig.boot()
    const { account } = await rig.order(first, 'ann', 'join')
    const wanted = order({ owner: account, call: 'first', size: 'wide', background: 'transparent' })
    const drawn = await (await first.images.order(wanted)).done
    await first.images.markDelivered(drawn.id, 'reply')
    await first.stop(0)

    rig.takes.abilities = narrow
    const core = await rig.boot()
    expect((await core.history.require(account, drawn.id)).asked.background).toBe('transparent')
    const again = await (await core.images.order({ ...wanted, call: 'again' })).done
    expect(again).toMatchObject({ repeatOf: drawn.id, price: 0, pictures: drawn.pictures })
    const like: ImageOrder = { owner: account, call: '', origin: wanted.origin, like: drawn.asked }
    const anew = await (await core.images.order({ ...like, call: 'anew', fresh: true })).done
    expect(anew).toMatchObject({
      status: 'ready',
      price: 10,
      asked: { size: { width: 1536, height: 1024 }, background: 'auto' },
    })
    await core.images.markDelivered(anew.id, 'reply')
    const upgraded = { ...like, quality: 'premium' } as const
    const best = await (await core.images.order({ ...upgraded, call: 'best' })).done
    expect(best).toMatchObject({ price: 30, asked: { background: 'auto', quality: 'premium' } })
    await core.images.markDelivered(best.id, 'reply')
    const twice = await (await core.images.order({ ...upgraded, call: 'twice' })).done
    expect(twice).toMatchObject({ price: 0, repeatOf: best.id })
  })
})

it('draws what it takes, at the vendor, by every model that is known', async () => {
  for (const model of models.slice(0, 9)) {
    const rig = await createOpenAIRig({ model })
    const { backgrounds = everyAbility.backgrounds } = rig.model.abilities ?? {}
    for (const background of backgrounds) {
      const wide = readAsked(order({ background, size: 'wide', quality: 'draft' }))
      const { size } = fitAsked(wide, findAbilities(model))
      const request = createRequest({ background, size, quality: 'draft' })
      expect((await rig.model.draw(request, createOptions())).pictures).toHaveLength(1)
    }
    await rig.standin.close()
  }
})
