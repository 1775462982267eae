/** Twelve people order while Cloudflare refuses, with the real SDKs on both sides: what OpenAI is paid for, and what becomes of it. */

import { join } from 'node:path'
import { expect, it, onTestFinished, vi } from 'vitest'
import { createRandomId, systemClock } from '#core/clock.ts'
import { createCloudflareHost } from '#core/hosting/cloudflare-host.ts'
import { createKeptPictures } from '#core/hosting/kept-pictures.ts'
import { prepareDrawn } from '#core/hosting/prepare-drawn.ts'
import { createOpenAIModel } from '#core/images/openai/model.ts'
import type { Generation } from '#core/index.ts'
import { createPrometheusMetrics } from '#core/metrics/prometheus.ts'
import { createSqliteStore } from '#core/store/sqlite/sqlite-store.ts'
import { createPlainCore } from '#tests/core/rig.ts'
import { createKeptLog } from '#tests/kept-log.ts'
import { startCloudflareStandin } from '#tests/standins/cloudflare/standin.ts'
import { startOpenAIStandin } from '#tests/standins/openai/openai-standin.ts'
import { createFolder } from '#tests/temporary-folder.ts'

/** Time that goes by as many times faster. */
const haste = 60
const began = Date.now()
const clock = {
  now: () => began + (Date.now() - began) * haste,
  sleep: (ms: number, signal?: AbortSignal) => systemClock.sleep(ms / haste, signal),
}

async function createBot() {
  const cloudflare = await startCloudflareStandin()
  const openai = await startOpenAIStandin()
  const folder = createFolder()
  const { log, lines } = createKeptLog()
  const { accountId, apiToken, baseUrl } = cloudflare
  const core = createPlainCore(
    {
      ...{ clock, log, createId: createRandomId },
      store: await createSqliteStore({ file: join(folder, 'store.sqlite') }),
      model: createOpenAIModel({
        ...{ apiKey: 'sk-standin', baseUrl: openai.url, model: 'gpt-image-2' },
        ...{ clock, log },
      }),
      host: createCloudflareHost({ accountId, apiToken, baseUrl, variant: 'public', clock }),
      prepare: (bytes) => prepareDrawn(bytes),
      kept: createKeptPictures(join(folder, 'unhosted')),
      metrics: createPrometheusMetrics(),
    },
    { imagesPerMinute: 100, picturesAtOnce: 16 },
  )
  onTestFinished(async () => {
    await core.stop(0)
    await core.close()
    await cloudflare.close()
    await openai.close()
    expect([...cloudflare.faults, ...openai.faults]).toEqual([])
  })
  await core.start()

  async function order(who: string): Promise<Generation> {
    const account = await core.accounts.openAccount({ platform: 'terminal', user: who, name: who })
    const origin = { platform: 'terminal', address: {} } as const
    const call = { owner: account.id, call: who, origin, prompt: `a fox for ${who}` }
    return await (await core.images.order({ ...call, quality: 'draft' })).done
  }
  return { core, cloudflare, openai, lines, order }
}

const refusal = JSON.stringify({ success: false, result: null, errors: [{ code: 10000 }], messages: [] })

it.each([
  { kind: 'error', status: 429, code: 971, retryAfter: 60 },
  { kind: 'error', status: 401, code: 10000 },
  { kind: 'error', status: 503, code: 5500 },
  { kind: 'answer', body: '<html>error code: 1015</html>', type: 'text/html' },
  { kind: 'answer', body: refusal },
] as const)(
  'with %o, OpenAI sells one picture, which is delivered later',
  { timeout: 60_000 },
  async (trouble) => {
    const { core, cloudflare, openai, lines, order } = await createBot()
    cloudflare.behave(...Array.from({ length: 1_000 }, () => trouble))
    const first = order('person 0')
    await vi.waitFor(
      () => expect(lines.map(({ message }) => message).join()).toContain('kept on the disk'),
      30_000,
    )
    for (let number = 1; number < 12; number++) {
      await expect(order(`person ${number}`)).rejects.toMatchObject({ code: 'hosting-down' })
    }
    expect(openai.purchases).toHaveLength(1)
    expect((await core.metrics?.render())?.body).toMatch(/^imgsrc_hosting_failing 1$/m)
    expect((await core.metrics?.render())?.body).toMatch(/^imgsrc_unhosted_generations 1$/m)
    const said = lines.find(({ message }) => message.startsWith('Pictures cannot be hosted'))
    expect(said?.level).toBe(JSON.stringify(trouble).includes('10000') ? 'error' : 'warn')
    cloudflare.forget()
    expect(await first).toMatchObject({ status: 'ready', pictures: [{ mime: 'image/png' }] })
    expect((await order('person 1')).status).toBe('ready')
    expect(openai.purchases).toHaveLength(2)
    expect((await core.metrics?.render())?.body).toMatch(/^imgsrc_hosting_failing 0$/m)
  },
)
