/** One of four is upgraded and varied: the model is sent that picture and no other, at the price of one. */
import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { systemClock } from '#core/clock.ts'
import { createDiskHost } from '#core/hosting/disk-host.ts'
import { askOfOne, type Generation } from '#core/index.ts'
import { startVendors } from '#tests/core/hosting/vendors.ts'

const origin = { platform: 'terminal', address: {} } as const

const digest = (bytes: Uint8Array = new Uint8Array()) => createHash('sha256').update(bytes).digest('hex')

async function start(model?: string) {
  const vendors = await startVendors(
    systemClock,
    (folder) => ({ host: createDiskHost({ folder, publicUrl: 'http://bot.test' }) }),
    { welcomeCredits: 100 },
    model,
  )
  const { core, openai } = vendors
  const { id: owner } = await core.accounts.openAccount({ platform: 'terminal', user: 'ann', name: 'ann' })
  let calls = 0
  const order = async (asked: Omit<Parameters<typeof core.images.order>[0], 'owner' | 'call' | 'origin'>) => {
    const call = { owner, call: `call:${calls++}`, origin }
    const job = await core.images.order({ ...asked, ...call } as Parameters<typeof core.images.order>[0])
    const ended = await job.done
    if (ended.status === 'ready') await core.images.markDelivered(ended.id, 'reply')
    return await core.history.require(owner, ended.id)
  }
  const read = async (seen: Generation, index = 0) =>
    (await core.pictures.read(seen.pictures[index]?.key ?? ''))?.bytes
  const digestOf = async (seen: Generation, index: number) => digest(await read(seen, index))
  const sent = async () => {
    const { fields = {}, files = [] } = openai.requests.at(-1) ?? {}
    return { fields, files: await Promise.all(files.map(async (file) => digest(await file.bytes()))) }
  }
  return { core, openai, owner, order, read, digestOf, sent, balance: () => core.credits.findBalance(owner) }
}

it('is finished from that picture alone, for 30, once; what was asked stays what was written', async () => {
  const { core, openai, owner, order, digestOf, sent, balance } = await start()
  const four = await order({ prompt: 'a red fox', quality: 'draft', count: 4 })
  expect(await balance()).toBe(96)
  const third = await core.history.require(owner, `${four.id}.3`)
  const upgrade = () => order({ like: third.asked, ...askOfOne('upgrade', third) })
  const best = await upgrade()
  const { fields, files } = await sent()
  expect(files).toEqual([await digestOf(four, 2)])
  expect(fields).toMatchObject({ quality: 'high', n: 1 })
  expect(fields.prompt).toMatch(/^Finish this very picture.* a red fox$/)
  expect(best).toMatchObject({ price: 30, asked: { prompt: 'a red fox', tool: 'upgrade', count: 1 } })
  expect(best.asked.sources).toEqual([`result:${four.id}:2`])
  expect(await balance()).toBe(66)
  const asked = openai.requests.length
  const again = await upgrade()
  expect(again).toMatchObject({ price: 0, repeatOf: best.id })
  expect([openai.requests.length, await balance()]).toEqual([asked, 66])
  const { steps } = await core.history.family(owner, best.id)
  expect(steps.map(({ pictures }) => pictures)).toEqual([third.pictures])
  const first = await core.history.require(owner, `${four.id}.1`)
  expect((await order({ like: first.asked, ...askOfOne('upgrade', first) })).price).toBe(30)
  expect((await sent()).files).toEqual([await digestOf(four, 0)])
})

it('is varied from that picture alone, at its quality’s price, and what was brought is not sent again', async () => {
  const { core, owner, order, read, digestOf, sent } = await start()
  const bytes = (await read(await order({ prompt: 'a face', quality: 'draft' }))) ?? new Uint8Array()
  const brought = [{ size: bytes.byteLength, read: async () => bytes }]
  const two = await order({ prompt: 'in winter', quality: 'draft', count: 2, brought })
  expect((await sent()).files).toHaveLength(1)
  const second = await core.history.require(owner, `${two.id}.2`)
  for (const [tool, words] of [
    ['vary-subtle', /small details.* in winter$/],
    ['vary-strong', /likeness.* in winter$/],
    ['upgrade', /very picture.* in winter$/],
  ] as const) {
    const made = await order({ like: second.asked, ...askOfOne(tool, second), fresh: true })
    expect(made).toMatchObject({ price: tool === 'upgrade' ? 30 : 1, asked: { tool, prompt: 'in winter' } })
    const { fields, files } = await sent()
    expect(files).toEqual([await digestOf(two, 1)])
    expect(fields).toMatchObject({ n: 1, prompt: expect.stringMatching(words) })
  }
})

it.each([
  ['gpt-image-1', 'high'],
  ['gpt-image-2', undefined],
])('keeps close to the picture by the means that %s has', async (model, fidelity) => {
  const { owner, core, order, sent } = await start(model)
  const four = await order({ prompt: 'a red fox', quality: 'draft', count: 2 })
  const second = await core.history.require(owner, `${four.id}.2`)
  const draw = async (tool: Parameters<typeof askOfOne>[0]) => {
    await order({ like: second.asked, ...askOfOne(tool, second) })
    return (await sent()).fields.input_fidelity
  }
  expect([await draw('upgrade'), await draw('vary-subtle'), await draw('vary-strong')]).toEqual([
    fidelity,
    fidelity,
    undefined,
  ])
})
