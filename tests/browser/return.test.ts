/** The return page in a browser: it goes on by itself when something comes, when nothing does, and when it is cut. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { createReturnRoutes } from '#web/checkout-return.ts'
import { hasChromium, openChromium } from './chromium.ts'

const entry = {
  wallet: 'ann',
  key: 'purchase:1',
  kind: 'purchase',
  amount: 100,
  reference: '1',
  at: 0,
} as const

/** Serves the return page; a payment that is found at the `wanted`th look. */
async function serve(wanted: number, holdFor: number) {
  let looks = 0
  const app = new Hono()
  const routes = createReturnRoutes({
    credits: {
      listEntries: async () => (++looks >= wanted ? [{ ...entry, sequence: 1, balance: 100 }] : []),
    },
    requireAccount: async () => ({ id: 'ann', createdAt: 0 }),
    holdFor,
    lookEvery: 100,
  })
  app.route('/', routes)
  const server = createServer(getRequestListener(app.fetch, { overrideGlobalObjects: false }))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}/checkout/return?after=0`, server, countLooks: () => looks }
}

async function openPage(url: string) {
  const chromium = await openChromium()
  onTestFinished(() => chromium.close())
  const page = await chromium.newPage()
  page.setDefaultTimeout(15_000)
  await page.goto(url, { waitUntil: 'commit' })
  await page.getByText('Thank you').waitFor()
  return page
}

describe.skipIf(!hasChromium)('the return page', () => {
  it('shows what comes while it waits', async () => {
    const { url } = await serve(10, 20_000)
    const page = await openPage(url)
    await page.getByText('Your 100 credits are here').waitFor()
  })

  it('asks again when nothing has come', async () => {
    const { url } = await serve(10, 300)
    await (await openPage(url)).getByText('Your 100 credits are here').waitFor()
  })

  it('asks again when it was cut off', async () => {
    const { url, server, countLooks } = await serve(8, 20_000)
    const page = await openPage(url)
    await vi.waitFor(() => expect(countLooks()).toBeGreaterThan(2))
    server.closeAllConnections()
    await page.getByText('Your 100 credits are here').waitFor()
  })
})
