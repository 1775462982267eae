/** Twelve people order while Cloudflare refuses, with the real SDKs on both sides: what OpenAI is paid for, and what becomes of it. */

import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { systemClock } from '#core/clock.ts'
import { createKeptPictures } from '#core/hosting/kept-pictures.ts'
import { createPrometheusMetrics } from '#core/metrics/prometheus.ts'
import { startVendors } from './vendors.ts'

/** Time that goes by as many times faster. */
const haste = 60
const began = Date.now()
const clock = {
  now: () => began + (Date.now() - began) * haste,
  sleep: (ms: number, signal?: AbortSignal) => systemClock.sleep(ms / haste, signal),
}

const createBot = () =>
  startVendors(
    clock,
    (folder) => ({ kept: createKeptPictures(join(folder, 'unhosted')), metrics: createPrometheusMetrics() }),
    { imagesPerMinute: 100, picturesAtOnce: 16 },
  )

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
    const readMetrics = async () => (await core.metrics?.render())?.body
    cloudflare.behave(...Array.from({ length: 1_000 }, () => trouble))
    const first = order('person 0')
    const said = () => lines.map(({ message }) => message).join()
    await vi.waitFor(() => expect(said()).toContain('kept on the disk'), 30_000)
    for (let number = 1; number < 12; number++) {
      await expect(order(`person ${number}`)).rejects.toMatchObject({ code: 'hosting-down' })
    }
    expect(openai.purchases).toHaveLength(1)
    expect(await readMetrics()).toMatch(/^imgsrc_hosting_failing 1$/m)
    expect(await readMetrics()).toMatch(/^imgsrc_unhosted_generations 1$/m)
    const warning = lines.find(({ message }) => message.startsWith('Pictures cannot be hosted'))
    expect(warning?.level).toBe(JSON.stringify(trouble).includes('10000') ? 'error' : 'warn')
    cloudflare.forget()
    expect(await first).toMatchObject({ status: 'ready', pictures: [{ mime: 'image/png' }] })
    expect((await order('person 1')).status).toBe('ready')
    expect(openai.purchases).toHaveLength(2)
    expect(await readMetrics()).toMatch(/^imgsrc_hosting_failing 0$/m)
  },
)
