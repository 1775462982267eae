/** What the core does shows in the metrics, and nothing personal does. */

import { describe, expect, it } from 'vitest'
import type { Generation, Ports } from '#core/index.ts'
import { measurePorts } from '#core/metrics/measure.ts'
import { createPrometheusMetrics } from '#core/metrics/prometheus.ts'
import { defaultPacks } from '#core/payments/packs.ts'
import { createTestCheckout } from '#core/payments/test-checkout.ts'
import { useStore } from '#tests/contracts/store.ts'
import { createEntry } from '#tests/contracts/store-records.ts'
import { createPlainCore, plainHost } from '#tests/core/rig.ts'
import { createVirtualClock } from '#tests/crash/virtual-clock.ts'
import { createKeptLog } from '#tests/kept-log.ts'
import { createSqlitePlace } from '../store/places.ts'

const store = useStore(createSqlitePlace)
function createMeasured(parts: Partial<Ports> = {}) {
  const metrics = createPrometheusMetrics()
  const core = createPlainCore({ store: store.store, metrics, ...parts })
  /** The figures that are not Node's own, by name and labels. */
  async function read() {
    const { body } = await metrics.render()
    const lines = body.split('\n').filter((line) => line.startsWith('imgsrc_'))
    return Object.fromEntries(
      lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.split(' ').at(-1))]),
    )
  }
  let calls = 0
  async function imagine(prompt: string): Promise<Generation> {
    const account = await core.accounts.openAccount({ platform: 'terminal', user: 'local', name: 'Ada' })
    const origin = { platform: 'terminal', address: {} } as const
    const job = await core.images.order({ owner: account.id, call: `call:${calls++}`, origin, prompt })
    const ended = await job.done
    if (ended.status === 'ready') await core.images.markDelivered(ended.id, 'reply')
    return ended
  }
  return { core, metrics, read, imagine }
}

describe('the metrics', () => {
  it('begin at 0 for all that is known to be counted', async () => {
    const { metrics, read } = createMeasured()
    metrics.expect({ commands: ['imagine'], platforms: ['slack'] })
    const figures = await read()
    expect(figures).toMatchObject({
      'imgsrc_commands_total{command="imagine",platform="slack",outcome="fault"}': 0,
      'imgsrc_commands_total{command="unknown",platform="slack",outcome="done"}': 0,
      'imgsrc_generations_total{outcome="hosting-failed"}': 0,
      'imgsrc_credits_total{kind="transfer",direction="taken"}': 0,
      'imgsrc_webhooks_total{provider="test",outcome="failed"}': 0,
      'imgsrc_orders_in_doubt_total{provider="test",doubt="unpaid"}': 0,
      'imgsrc_orders_unclaimed{provider="test"}': 0,
      'imgsrc_vendor_seconds_count{vendor="host",outcome="done"}': 0,
      'imgsrc_acknowledgement_seconds_count{platform="slack"}': 0,
    })
  })

  it('count generations by their ends, vendor calls and credits', async () => {
    const { read, imagine, core } = createMeasured()
    const { id, owner: account } = await imagine('a red fox named Ada')
    const post = { platform: 'discord', team: '1', channel: '2', message: '3' } as const
    await core.history.markShared(account, id, post)
    await imagine('a red fox named Ada')
    await imagine('blocked')
    expect(await read()).toMatchObject({
      'imgsrc_generations_total{outcome="delivered"}': 1,
      'imgsrc_generations_total{outcome="repeated"}': 1,
      'imgsrc_generations_total{outcome="moderation-blocked"}': 1,
      'imgsrc_vendor_seconds_count{vendor="model",outcome="done"}': 1,
      'imgsrc_vendor_seconds_count{vendor="model",outcome="moderation-blocked"}': 1,
      'imgsrc_vendor_seconds_count{vendor="host",outcome="done"}': 1,
      'imgsrc_credits_total{kind="grant",direction="given"}': 100,
      'imgsrc_credits_total{kind="spend",direction="taken"}': 20,
      'imgsrc_credits_total{kind="refund",direction="given"}': 10,
      'imgsrc_queue_generations{stage="waiting"}': 0,
      'imgsrc_queue_generations{stage="running"}': 0,
    })
    expect(JSON.stringify(await read())).not.toMatch(/fox|Ada|terminal|call:/)
    await core.stop(0)
  })

  it('count what is owed to the vendor where its prices are known, which the log tells of each', async () => {
    const { log, lines } = createKeptLog()
    const create = (id: string) => ({
      id,
      draw: async () => ({
        pictures: [new Uint8Array([1])],
        usage: { inputTokens: 1_000, outputTokens: 1_000 },
      }),
    })
    const { imagine, read, core } = createMeasured({ model: create('gpt-image-2'), log })
    const { id } = await imagine('a red fox')
    expect(await read()).toMatchObject({ 'imgsrc_vendor_dollars_total{model="gpt-image-2"}': 0.035 })
    const [drawn] = lines.filter(({ message }) => message === 'Pictures were drawn')
    expect(drawn?.fields).toEqual({
      ...{ generation: id, model: 'gpt-image-2', inputTokens: 1_000, outputTokens: 1_000 },
      cost: 0.035,
    })
    await core.stop(0)
  })

  it('show what waits and runs', async () => {
    const drawing = Promise.withResolvers<void>()
    const model = {
      id: 'slow',
      async draw() {
        await drawing.promise
        return { pictures: [new Uint8Array([1])] }
      },
    }
    const { read, imagine, core } = createMeasured({ model })
    const began = [imagine('one'), imagine('two'), imagine('three')]
    await expect
      .poll(async () => await read())
      .toMatchObject({
        'imgsrc_queue_generations{stage="waiting"}': 1,
        'imgsrc_queue_generations{stage="running"}': 2,
      })
    drawing.resolve()
    await Promise.all(began)
    expect(await read()).toMatchObject({ 'imgsrc_queue_generations{stage="running"}': 0 })
    await core.stop(0)
  })

  it('count webhooks, those that could not be taken too', async () => {
    const { core, read } = createMeasured()
    await core.purchases.receiveWebhook('test', new Uint8Array(), () => undefined)
    const counts = Object.entries(await read()).filter(([name]) => name.startsWith('imgsrc_webhooks_total'))
    const [outcome] = counts.filter(([, count]) => count > 0)
    expect(outcome?.[0]).toMatch(/outcome="(forged|unreadable)"/)
  })

  it('tell payment providers apart, and count none that is not there', async () => {
    const checkout = createTestCheckout({
      secret: 'a secret for tests',
      packs: defaultPacks,
      publicUrl: 'http://bot.test',
      clock: createVirtualClock(),
      createId: () => '1',
    })
    const { core, read } = createMeasured({ providers: [checkout, { ...checkout, name: 'other' }] })
    const take = (provider: string) =>
      core.purchases.receiveWebhook(provider, new Uint8Array(), () => undefined)
    await take('other')
    await expect(take('nobody')).rejects.toMatchObject({ code: 'no-provider' })
    const purchase = { pack: 'starter', credits: 100 }
    await core.purchases.report({ provider: 'other', order: '1', purchase, refunded: 0, createdAt: 0 })
    const figures = await read()
    expect(figures).toMatchObject({
      'imgsrc_webhooks_total{provider="test",outcome="forged"}': 0,
      'imgsrc_webhooks_total{provider="other",outcome="forged"}': 1,
      'imgsrc_orders_unclaimed{provider="test"}': 0,
      'imgsrc_orders_unclaimed{provider="other"}': 1,
    })
    expect(Object.keys(figures).filter((name) => name.includes('nobody'))).toEqual([])
  })

  it('do not count what was not written', async () => {
    const { metrics, read } = createMeasured()
    const ports = {
      store: store.store,
      model: { id: '', draw: async () => ({ pictures: [] }) },
      host: plainHost,
    }
    const { ledger } = measurePorts(ports, metrics, createVirtualClock()).store
    expect([await ledger.insert(createEntry()), await ledger.insert(createEntry())]).toEqual([true, false])
    expect(await read()).toMatchObject({ 'imgsrc_credits_total{kind="grant",direction="given"}': 100 })
  })

  it('say which platform is connected', async () => {
    const { metrics, read } = createMeasured()
    metrics.watchPlatforms(() => ({ discord: false, slack: true }))
    expect(await read()).toMatchObject({
      'imgsrc_platform_connected{platform="discord"}': 0,
      'imgsrc_platform_connected{platform="slack"}': 1,
    })
  })

  it('time acknowledgements and count calls', async () => {
    const { metrics, read } = createMeasured()
    metrics.acknowledged('discord', 30)
    metrics.answered({ command: 'imagine', platform: 'discord', outcome: 'done' })
    expect(await read()).toMatchObject({
      'imgsrc_acknowledgement_seconds_bucket{le="0.025",platform="discord"}': 0,
      'imgsrc_acknowledgement_seconds_bucket{le="0.05",platform="discord"}': 1,
      'imgsrc_commands_total{command="imagine",platform="discord",outcome="done"}': 1,
    })
    expect((await metrics.render()).body).toContain('process_resident_memory_bytes')
  })
})
