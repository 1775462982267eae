/** Several image models: the first draws what names none, and what one drew that is gone is drawn by the first. */
import { expect, it, onTestFinished } from 'vitest'
import { createCommands } from '#bots/commands/index.ts'
import { createOffer, usualOffer } from '#bots/offer.ts'
import { readOptions } from '#bots/options.ts'
import { createLedger } from '#core/credits/ledger.ts'
import type { ImageModel } from '#core/images/image-model.ts'
import { everyAbility, type ModelAbilities } from '#core/images/model-abilities.ts'
import type { Fields } from '#core/images/presets/preset.ts'
import { type PresetName, presetNames, presets } from '#core/images/presets/presets.ts'
import { type Generation, usualPrices } from '#core/index.ts'
import { createSqlitePlace } from '#tests/core/store/places.ts'
import { createVirtualClock } from '#tests/crash/virtual-clock.ts'
import { createKeptLog } from '#tests/kept-log.ts'
import { createCounter, createPlainCore } from '../rig.ts'

const narrow: ModelAbilities = {
  ...everyAbility,
  sizes: 'standard',
  backgrounds: ['auto', 'opaque'],
  count: 2,
}

async function createRig() {
  const place = await createSqlitePlace()
  onTestFinished(place.remove)
  const counter = createCounter()
  const { log, lines } = createKeptLog()
  /** `model prompt size` of each, in order. */
  const drawn: string[] = []
  const create = (id: string, abilities?: ModelAbilities): ImageModel => ({
    id,
    ...(abilities && { abilities }),
    findShutdownDate: async () => '2027-01-01',
    async draw({ prompt, size, count }) {
      drawn.push(`${id} ${prompt} ${size.width}x${size.height}`)
      return { pictures: Array.from({ length: count }, () => new TextEncoder().encode(prompt)) }
    },
  })

  /** A process with these models. */
  async function boot(model: ImageModel, ...otherModels: ImageModel[]) {
    const ports = { ...counter, log, model, otherModels, store: await place.open() }
    const clock = createVirtualClock()
    const core = createPlainCore({ ...ports, clock }, { welcomeCredits: 1_000 })
    await core.start()
    const { id: owner } = await core.accounts.openAccount({ platform: 'terminal', user: 'ann', name: 'ann' })
    const origin = { platform: 'terminal', address: {} } as const
    const common = () => ({ owner, call: counter.createId(8), origin })
    async function finish(job: Awaited<ReturnType<typeof core.images.order>>): Promise<Generation> {
      const { id } = await job.done
      await core.images.markDelivered(id, 'reply')
      return await core.history.require(owner, id)
    }
    return {
      owner,
      core,
      /** Credits come, and whatever was held for them is looked for. */
      async grant(amount: number) {
        const entry = { wallet: owner, key: 'grant', kind: 'grant', amount, reference: '' } as const
        await createLedger(ports.store.ledger, clock).append(entry)
        clock.advance(15_000)
      },
      order: (prompt: string, more: object) => core.images.order({ ...common(), prompt, ...more }),
      draw: async (prompt: string, more: object = {}) =>
        await finish(await core.images.order({ ...common(), prompt, ...more })),
      redraw: async (like: Generation['asked'], more: object = {}) =>
        await finish(await core.images.order({ ...common(), like, ...more })),
      drawPreset: async (tool: PresetName, fields: Fields, model?: string, like?: Generation['asked']) => {
        const chosen = model === undefined ? {} : { model }
        const order = { ...common(), fields, ...chosen, ...(like ? { like } : { tool }) }
        return await finish(await core.images.order(order as Parameters<typeof core.images.order>[0]))
      },
      async stop() {
        await core.stop(0)
        await core.close()
      },
    }
  }
  return { boot, create, drawn, lines }
}

it('draw what is asked of each; the one that draws anyway, named or not, has drawn the same', async () => {
  const { boot, create, drawn, lines } = await createRig()
  const { draw, redraw, core, owner, stop } = await boot(create('first'), create('second'))
  const usual = await draw('fox')
  const other = await draw('fox', { model: 'second' })
  expect(usual).toMatchObject({ model: 'first', price: 10 })
  expect(usual.asked).not.toHaveProperty('model')
  expect(other).toMatchObject({ model: 'second', asked: { model: 'second' }, price: 10 })
  expect(await draw('fox', { model: 'first' })).toMatchObject({ price: 0, repeatOf: usual.id })
  expect(await draw('fox', { model: 'second' })).toMatchObject({ price: 0, repeatOf: other.id })
  expect(await redraw(other.asked, { fresh: true })).toMatchObject({ model: 'second', price: 10 })
  expect(drawn).toEqual(['first', 'second', 'second'].map((model) => `${model} fox 1024x1024`))
  const before = await core.credits.findBalance(owner)
  await expect(draw('fox', { model: 'third' })).rejects.toMatchObject({
    code: 'bad-option',
    data: { option: 'model', problem: { kind: 'not-a-choice', choices: ['first', 'second'] } },
  })
  expect(await core.credits.findBalance(owner)).toBe(before)
  const warned = lines.filter(({ message }) => message.includes('shut this image model down'))
  expect(warned.map(({ fields }) => fields.model)).toEqual(['first', 'second'])
  await stop()
})

it('refuse what the one that is named does not take, and offer what any of them does', async () => {
  const { boot, create } = await createRig()
  const [first, second] = [create('first', narrow), create('second')]
  const { draw, stop } = await boot(first, second)
  for (const [option, more] of [
    ['size', { size: 'wide' }],
    ['background', { background: 'transparent' }],
    ['count', { count: 3 }],
  ] as const) {
    const refused = { code: 'bad-option', data: { option } }
    await expect(draw('fox', more)).rejects.toMatchObject(refused)
    expect(await draw('fox', { ...more, model: 'second' })).toMatchObject({ model: 'second' })
  }
  await stop()
  const offer = createOffer({ model: first, otherModels: [second] }, { prices: usualPrices })
  expect(offer.abilities).toEqual(everyAbility)
  const find = (given = offer) =>
    createCommands(given).find(({ name }) => name === 'imagine') ?? expect.fail()
  expect(readOptions(find(), { prompt: 'fox', model: 'second', size: 'wide' })).toMatchObject({
    model: 'second',
  })
  expect(() => readOptions(find(), { prompt: 'fox', model: 'third' })).toThrow('bad-option')
  for (const models of [[], ['first']]) {
    const names = find({ ...usualOffer, models }).options.map(({ name }) => name)
    expect(names).not.toContain('model')
  }
})

it('draw presets too, each in the size and on the ground that it takes, at the price of any', async () => {
  const { boot, create, drawn } = await createRig()
  const [first, second] = [create('first', narrow), create('second')]
  const { drawPreset, stop } = await boot(first, second)
  const logo = (model?: string) => drawPreset('logo', { name: 'Tea' }, model)
  const card = (model?: string) => drawPreset('og', { title: 'Tea' }, model)
  expect(await logo()).toMatchObject({ model: 'first', price: 30, asked: { background: 'auto' } })
  expect(await logo('second')).toMatchObject({
    ...{ model: 'second', price: 30 },
    asked: { model: 'second', background: 'transparent', fields: { name: 'Tea' } },
  })
  expect((await card()).asked.size).toEqual({ width: 1536, height: 1024 })
  const wide = await card('second')
  expect(wide.asked.size).toEqual(presets.og.size)
  expect(await card('second')).toMatchObject({ price: 0, repeatOf: wide.id })
  const edited = await drawPreset('og', { title: 'Tea & co' }, undefined, wide.asked)
  expect(edited).toMatchObject({ model: 'second', price: 30, asked: { size: presets.og.size } })
  expect(drawn.map((each) => each.split(' ')[0])).toEqual(['first', 'second', 'first', 'second', 'second'])
  await expect(logo('third')).rejects.toMatchObject({ code: 'bad-option', data: { option: 'model' } })
  await stop()
  const offer = createOffer({ model: first, otherModels: [second] }, { prices: usualPrices })
  for (const name of presetNames) {
    const find = (given = offer) => createCommands(given).find((each) => each.name === name) ?? expect.fail()
    const words = { [presets[name].fields[0]?.name ?? '']: 'Tea' }
    expect(readOptions(find(), { ...words, model: 'second' })).toEqual({ ...words, model: 'second' })
    expect(() => readOptions(find(), { ...words, model: 'third' })).toThrow('bad-option')
    expect(find(usualOffer).options.map((each) => each.name)).not.toContain('model')
  }
})

it('that are gone are stood in for by the first, as near as can be', async () => {
  const { boot, create, drawn } = await createRig()
  const before = await boot(create('first'), create('second'))
  const seen = await before.draw('fox', { model: 'second', size: 'wide', background: 'transparent' })
  await before.stop()

  const after = await boot(create('first', narrow))
  expect(await after.core.history.require(after.owner, seen.id)).toEqual(seen)
  const redrawn = await after.redraw(seen.asked)
  expect(redrawn).toMatchObject({ model: 'first', price: 10, asked: { background: 'auto' } })
  expect(redrawn.asked).not.toHaveProperty('model')
  expect(drawn.at(-1)).toBe('first fox 1536x1024')
  expect(await after.redraw(seen.asked)).toMatchObject({ price: 0, repeatOf: redrawn.id })
  await after.stop()
})

it('that are gone while somebody waits for them are too', async () => {
  const { boot, create, drawn } = await createRig()
  const slow: ImageModel = {
    ...create('second'),
    draw: (_request, { signal }) => new Promise((_, reject) => signal.addEventListener('abort', reject)),
  }
  const before = await boot(create('first'), slow)
  const order = (prompt: string) => before.order(prompt, { model: 'second', size: 'wide' })
  const [one, two, waiting] = [await order('one'), await order('two'), await order('three')]
  for (const { done } of [one, two, waiting]) done.catch(() => undefined)
  await before.stop()
  expect(drawn).toEqual([])

  const after = await boot(create('first', narrow))
  await expect.poll(() => drawn).toContain('first three 1536x1024')
  // The operator reckons with whichever drew it, and its owner is told.
  const list = async () => (await after.core.history.list(after.owner, { limit: 9 })).generations
  await expect.poll(async () => (await list()).map(({ model }) => model)).toEqual(['first', 'first', 'first'])
  expect((await list())[0]?.asked.model).toBe('second')
  await after.stop()
})

it('that are gone while an order waits for its credits are too', async () => {
  const { boot, create, drawn } = await createRig()
  const before = await boot(create('first'), create('second'))
  await before.draw('dear', { quality: 'premium', count: 4 })
  const held = { model: 'second', size: 'wide', background: 'transparent', quality: 'premium', count: 4 }
  for (let spent = 120; spent < 1_000; spent += 120)
    await before.draw(`dear ${spent}`, { quality: 'premium', count: 4 }).catch(() => undefined)
  await expect(before.order('fox', held)).rejects.toThrow('insufficient-credits')
  await before.stop()

  const after = await boot(create('first', narrow))
  await after.grant(200)
  await expect.poll(() => drawn).toContain('first fox 1536x1024')
  await after.stop()
})
