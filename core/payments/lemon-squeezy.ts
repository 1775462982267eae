/**
 * Sells packs through Lemon Squeezy. Plain fetch instead of the vendor's SDK, which has its address built in, knows
 * no time limit, rewrites the keys of our own data, keeps its key in a global, and reads no webhooks.
 */
import { z } from 'zod'
import type { Clock } from '#core/clock.ts'
import { type Log, logFailure } from '#core/log.ts'
import { readOrder, readReceipt, readWebhook } from './lemon-squeezy-order.ts'
import type { Pack } from './packs.ts'
import type { CheckoutRequest, OrderReport, Pages, WebProvider } from './provider.ts'
import { createProviderApi, readProviderAnswer } from './provider-api.ts'

export interface LemonSqueezyOptions {
  apiKey: string
  storeId: string
  /** 6 to 40 characters, as typed into the webhook's settings. */
  webhookSecret: string
  /** Every one with its variant. */
  packs: readonly Pack[]
  /** Takes test orders, and only those; otherwise live ones alone. The key must be of the same world. */
  testMode: boolean
  /** Up to and with `/v1`; default Lemon Squeezy's own. */
  baseUrl?: string
  clock: Clock
  log: Log
  /** Milliseconds one request may take; default 15,000. */
  timeout?: number
}

const title = 'Lemon Squeezy'

/** docs.lemonsqueezy.com/api/getting-started/requests. */
const mime = 'application/vnd.api+json'

/** The largest page (docs.lemonsqueezy.com/api/getting-started/pagination). */
const pageSize = 100

const checkoutSchema = z.object({
  data: z.object({ attributes: z.object({ url: z.url({ protocol: /^https?$/ }) }) }),
})
const orderSchema = z.object({ data: z.unknown() })
const pageSchema = z.object({
  meta: z.object({ page: z.object({ lastPage: z.int() }) }),
  data: z.array(z.unknown()),
})

export function createLemonSqueezy(options: LemonSqueezyOptions): WebProvider {
  const { storeId, webhookSecret, packs, testMode, log } = options
  const { baseUrl = 'https://api.lemonsqueezy.com/v1', timeout = 15_000 } = options
  const authorization = `Bearer ${options.apiKey}`
  const headers = { accept: mime, 'content-type': mime, authorization }
  const api = createProviderApi({ ...options, title, baseUrl, headers, timeout })
  const shop = { provider: 'lemonsqueezy', storeId, packs, testMode }

  /** Newest first is the vendor's own order (docs.lemonsqueezy.com/api/orders/list-all-orders). */
  async function* listOrders(since = 0, pages?: Pages): AsyncGenerator<OrderReport> {
    for (let page = Number(pages?.from ?? 1); ; page++) {
      const query = new URLSearchParams({
        'filter[store_id]': storeId,
        'page[number]': String(page),
        'page[size]': String(pageSize),
      })
      const { meta, data } = readProviderAnswer(title, pageSchema, await api.get(`/orders?${query}`))
      for (const value of data) {
        const order = readOrder(shop, value)
        if (order.kind === 'unreadable') {
          logFailure(
            log,
            order.cause,
            { page, order: order.order },
            'An order of Lemon Squeezy could not be read',
          )
        }
        if (order.kind !== 'order') continue
        if (order.report.createdAt < since) return
        yield order.report
      }
      if (page >= meta.page.lastPage) return
      await pages?.passed(String(page + 1))
    }
  }

  return {
    kind: 'web',
    name: shop.provider,
    title,
    packs,
    async createCheckout(request) {
      const answer = await api.post('/checkouts', renderCheckout(request, storeId, testMode))
      return readProviderAnswer(title, checkoutSchema, answer).data.attributes.url
    },
    listOrders,
    async findOrder(id) {
      const answer = await api.find(`/orders/${encodeURIComponent(id)}`)
      const order =
        answer === undefined
          ? undefined
          : readOrder(shop, readProviderAnswer(title, orderSchema, answer).data)
      return order?.kind === 'order' ? order.report : undefined
    },
    async findReceipt(id) {
      const answer = await api.find(`/orders/${encodeURIComponent(id)}`)
      const receipt = readReceipt(answer)
      if (!receipt)
        log.warn({ order: id }, 'Lemon Squeezy shows no receipt of an order at an address of its own')
      return receipt
    },
    secretVariable: 'LEMONSQUEEZY_WEBHOOK_SECRET',
    readWebhook: (body, header) => readWebhook(shop, webhookSecret, body, header),
  }
}

/**
 * docs.lemonsqueezy.com/api/checkouts/create-checkout. Without `enabled_variants` the page would offer all variants
 * of the product; our own data is in snake case and strings, the one form that comes back as it was sent.
 */
function renderCheckout(request: CheckoutRequest, storeId: string, testMode: boolean): object {
  const { account, payer, email, pack, returnUrl, expiresAt } = request
  const custom = { account_id: account, ...(payer !== undefined && { payer }) }
  const variant = pack.variant ?? ''
  return {
    data: {
      type: 'checkouts',
      attributes: {
        product_options: { enabled_variants: [Number(variant)], redirect_url: returnUrl },
        checkout_data: { ...(email && { email }), custom },
        expires_at: new Date(expiresAt).toISOString(),
        ...(testMode && { test_mode: true }),
      },
      relationships: {
        store: { data: { type: 'stores', id: storeId } },
        variant: { data: { type: 'variants', id: variant } },
      },
    },
  }
}
