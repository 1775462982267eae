/** Orders, shown with all the fields the vendor shows: docs.lemonsqueezy.com/api/orders. */

export interface Order {
  id: string
  identifier: string
  number: number
  storeId: string
  variant: number
  quantity: number
  email: string
  /** Goes into webhooks alone: the API's own orders do not have it. */
  custom: Readonly<Record<string, string>>
  /** Cents. */
  total: number
  refundedAmount: number
  status: 'pending' | 'failed' | 'paid' | 'refunded' | 'partial_refund' | 'fraudulent'
  testMode: boolean
  /** Milliseconds since 1970. */
  createdAt: number
  refundedAt?: number
  /** In place of the address that the vendor signs whenever the order is asked for. */
  receipt?: string | null
}

export function renderOrder(order: Order, origin: string): object {
  const { total, refundedAmount, status } = order
  const at = renderTime(order.createdAt)
  const dollars = (cents: number) => `$${(cents / 100).toFixed(2)}`
  const links = (name: string) => ({
    links: {
      related: `${origin}/v1/orders/${order.id}/${name}`,
      self: `${origin}/v1/orders/${order.id}/relationships/${name}`,
    },
  })
  return {
    type: 'orders',
    id: order.id,
    attributes: {
      store_id: Number(order.storeId),
      customer_id: 7,
      identifier: order.identifier,
      order_number: order.number,
      user_name: 'Ann Buyer',
      user_email: order.email,
      currency: 'USD',
      currency_rate: '1.00000000',
      subtotal: total,
      setup_fee: 0,
      discount_total: 0,
      tax: 0,
      total,
      refunded_amount: refundedAmount,
      subtotal_usd: total,
      setup_fee_usd: 0,
      discount_total_usd: 0,
      tax_usd: 0,
      total_usd: total,
      refunded_amount_usd: refundedAmount,
      tax_name: null,
      tax_rate: 0,
      tax_inclusive: false,
      status,
      status_formatted: `${status[0]?.toUpperCase()}${status.slice(1)}`,
      refunded: status === 'refunded',
      refunded_at: order.refundedAt === undefined ? null : renderTime(order.refundedAt),
      subtotal_formatted: dollars(total),
      setup_fee_formatted: dollars(0),
      discount_total_formatted: dollars(0),
      tax_formatted: dollars(0),
      total_formatted: dollars(total),
      refunded_amount_formatted: dollars(refundedAmount),
      first_order_item: {
        id: Number(order.id),
        order_id: Number(order.id),
        product_id: 3,
        variant_id: order.variant,
        price_id: 11,
        product_name: 'Credits',
        variant_name: 'Pack',
        price: total / order.quantity,
        quantity: order.quantity,
        created_at: at,
        updated_at: at,
        deleted_at: null,
        test_mode: order.testMode,
      },
      urls: { receipt: order.receipt === undefined ? signReceipt(order) : order.receipt },
      created_at: at,
      updated_at: at,
      test_mode: order.testMode,
    },
    relationships: Object.fromEntries(
      ['store', 'customer', 'order-items', 'subscriptions', 'license-keys', 'discount-redemptions'].map(
        (name) => [name, links(name)],
      ),
    ),
    links: { self: `${origin}/v1/orders/${order.id}` },
  }
}

let signed = 0

/** Another one each time, on the vendor's own host. */
const signReceipt = ({ identifier }: Order) =>
  `https://app.lemonsqueezy.com/my-orders/${identifier}?signature=standin-${++signed}`

/** The vendor's times have six digits behind the second. */
function renderTime(at: number): string {
  return new Date(at).toISOString().replace('Z', '000Z')
}

/** The body of a webhook about it: docs.lemonsqueezy.com/help/webhooks/webhook-requests. */
export function renderWebhook(event: string, order: Order, origin: string): string {
  return JSON.stringify({
    meta: {
      test_mode: order.testMode,
      event_name: event,
      webhook_id: '6f0c9f4c-5a53-4c4e-8d8e-1a2b3c4d5e6f',
      ...(Object.keys(order.custom).length > 0 && { custom_data: order.custom }),
    },
    data: renderOrder(order, origin),
  })
}
