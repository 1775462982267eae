/** Reads Lemon Squeezy's orders and webhooks: of all they hold, what decides about credits. */
import { z } from 'zod'
import { teamOf } from '#core/credits/wallet.ts'
import { isSigned } from '#core/secrets/signature.ts'
import type { Pack } from './packs.ts'
import type { Doubt, Irrelevance, OrderReading, WebhookReading } from './provider.ts'

/** The only two events that move credits (docs.lemonsqueezy.com/help/webhooks/event-types). */
const events = ['order_created', 'order_refunded']

/** `partial_refund` means what `paid` with a refunded amount means. `pending`, `failed` and unknown words are not paid. */
const paidStatuses: readonly unknown[] = ['paid', 'refunded', 'partial_refund']

const cents = z.int().min(0)

/** docs.lemonsqueezy.com/api/orders. */
const orderSchema = z.object({
  id: z.string().regex(/^[a-z0-9]{1,40}$/),
  attributes: z.object({
    store_id: z.int(),
    user_email: z.string().nullish(),
    status: z.unknown().optional(),
    total: cents,
    refunded: z.boolean().nullish(),
    refunded_at: z.unknown().optional(),
    refunded_amount: cents.nullish(),
    created_at: z.iso.datetime({ offset: true }).transform((text) => Date.parse(text)),
    first_order_item: z
      .object({ variant_id: z.int(), quantity: z.int().min(1).max(10_000).default(1) })
      .nullish(),
    test_mode: z.boolean(),
  }),
})

/** What names an order of which something cannot be read, be it that its number is a number. */
const namedSchema = z.object({ id: z.union([orderSchema.shape.id, z.int().min(0).transform(String)]) })

function findName(value: unknown): { order?: string } {
  const named = namedSchema.safeParse(value)
  return named.success ? { order: named.data.id } : {}
}

/** A sale that did not begin here has other data of its own, or none. */
const customData = z
  .object({
    account_id: z.union([z.string().max(100), z.int().transform(String)]),
    payer: z
      .string()
      .max(300)
      .refine((payer) => teamOf(payer) !== undefined)
      .optional(),
  })
  .optional()
  .catch(undefined)

const webhookSchema = z.object({
  meta: z.object({ event_name: z.string(), custom_data: customData }),
  data: z.unknown(),
})

/** What is ours, as configuration says. */
export interface Shop {
  provider: string
  storeId: string
  packs: readonly Pack[]
  /** Test orders are taken, and only those. */
  testMode: boolean
}

export function readOrder(shop: Shop, value: unknown): OrderReading {
  const read = orderSchema.safeParse(value)
  if (!read.success) return { kind: 'unreadable', cause: read.error, ...findName(value) }
  const { id: order, attributes } = read.data
  const reason = findIrrelevance(shop, attributes)
  if (reason) return { kind: 'irrelevant', reason, order }
  const item = attributes.first_order_item
  const doubt = findDoubt(attributes)
  const pack = item && shop.packs.find(({ variant }) => variant === String(item.variant_id))
  return {
    kind: 'order',
    report: {
      provider: shop.provider,
      order,
      ...(attributes.user_email && { buyer: attributes.user_email }),
      ...(pack && { purchase: { pack: pack.name, credits: pack.credits * item.quantity } }),
      refunded: findRefundedPart(attributes),
      ...(doubt && { doubt }),
      createdAt: attributes.created_at,
    },
  }
}

const receiptSchema = z.object({
  data: z.object({ attributes: z.object({ urls: z.object({ receipt: z.url().max(2_000) }) }) }),
})

/** The receipt's address, which is signed; nobody is led anywhere but to Lemon Squeezy itself. */
export function readReceipt(answer: unknown): string | undefined {
  const read = receiptSchema.safeParse(answer)
  const address = read.success ? URL.parse(read.data.data.attributes.urls.receipt) : null
  if (!address) return undefined
  const { protocol, hostname, port, username, password } = address
  const isTheirs = /^(?:.+\.)?lemonsqueezy\.com$/.test(hostname) && `${port}${username}${password}` === ''
  return protocol === 'https:' && isTheirs ? address.href : undefined
}

type Attributes = z.infer<typeof orderSchema>['attributes']

function findIrrelevance(shop: Shop, { store_id, test_mode }: Attributes): Irrelevance | undefined {
  if (String(store_id) !== shop.storeId) return 'other-store'
  return test_mode === shop.testMode ? undefined : 'other-mode'
}

function findDoubt({ status }: Attributes): Doubt | undefined {
  if (status === 'fraudulent') return 'fraudulent'
  return paidStatuses.includes(status) ? undefined : 'unpaid'
}

/**
 * A partial refund leaves status and `refunded` as they were (docs.lemonsqueezy.com/api/orders/issue-refund). One of which
 * only the time is known is taken for whole.
 */
function findRefundedPart({ status, refunded, refunded_amount, refunded_at, total }: Attributes): number {
  const isPart = status === 'partial_refund' && Boolean(refunded_amount)
  if ((refunded && !isPart) || status === 'refunded' || status === 'fraudulent') return 1
  if (!refunded_amount) return refunded_at ? 1 : 0
  return total === 0 ? 1 : Math.min(refunded_amount / total, 1)
}

/** The event's name is taken from the signed body, not from its header, which nothing vouches for. */
export function readWebhook(
  shop: Shop,
  secret: string,
  body: Uint8Array,
  header: (name: string) => string | undefined,
): WebhookReading {
  if (!isSigned(secret, body, header('x-signature') ?? '')) return { kind: 'forged' }
  const said = readJson(body)
  const message = webhookSchema.safeParse(said)
  if (!message.success) {
    const named = z.object({ data: z.unknown() }).safeParse(said)
    return { kind: 'unreadable', cause: message.error, ...findName(named.data?.data) }
  }
  const { meta, data } = message.data
  if (!events.includes(meta.event_name)) return { kind: 'irrelevant', reason: 'other-event' }
  const reading = readOrder(shop, data)
  if (reading.kind !== 'order' || !meta.custom_data) return reading
  const { account_id: account, payer } = meta.custom_data
  return { kind: 'order', report: { ...reading.report, account, ...(payer !== undefined && { payer }) } }
}

function readJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
  } catch {
    return undefined
  }
}
