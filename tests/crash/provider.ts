/** A payment provider that outlives every process: it knows all orders, and says of each what it knows at the time. */
import type { Clock } from '#core/clock.ts'
import type { Pack } from '#core/payments/packs.ts'
import type { CheckoutRequest, OrderReport, WebProvider } from '#core/payments/provider.ts'

export interface Order {
  /** All that was ever said of it, oldest first; a webhook may bring any of these at any time. */
  reports: OrderReport[]
  account: string
  credits: number
}

export type Provider = ReturnType<typeof createProvider>

/** Money given back is a quarter of the price, or all of it. */
const refundStep = 0.25

export function createProvider(packs: readonly Pack[], clock: Clock, work: () => Promise<void>) {
  const orders: Order[] = []
  const checkouts = new Map<string, CheckoutRequest>()

  /** As a list of orders says it: without the account and the team, where there is an address to know the buyer by. */
  function renderListed({ reports }: Order): OrderReport | undefined {
    const report = reports.at(-1)
    if (!report?.buyer) return report
    const { account, payer, ...listed } = report
    return listed
  }

  /** What a process asks of it over the network. */
  const api = {
    async createCheckout(request: CheckoutRequest) {
      const url = `http://pay.test/${checkouts.size}`
      checkouts.set(url, request)
      return url
    },
    findOrder: async (id: string) => {
      const order = orders.find(({ reports }) => reports[0]?.order === id)
      return order && renderListed(order)
    },
    async fetchOrders() {
      await work()
      return [...orders].reverse().flatMap((order) => renderListed(order) ?? [])
    },
  }

  return {
    orders,
    api,
    /** The port of one process, whose requests go through `asked`. */
    openFor: (asked: typeof api): WebProvider => ({
      kind: 'web',
      name: 'world',
      title: 'World',
      packs,
      createCheckout: asked.createCheckout,
      findOrder: asked.findOrder,
      /** A page an order. */
      async *listOrders(_since, { from = '0', passed } = { passed: async () => undefined }) {
        const listed = await asked.fetchOrders()
        for (let at = Number(from); at < listed.length; at++) {
          yield* listed.slice(at, at + 1)
          if (at + 1 < listed.length) await passed(String(at + 1))
        }
      },
      readWebhook(body) {
        return { kind: 'order', report: JSON.parse(new TextDecoder().decode(body)) as OrderReport }
      },
    }),
    /** Somebody pays at a checkout. */
    pay(url: string): void {
      const { account, payer, email, pack } = checkouts.get(url) ?? {}
      if (!account || !pack) throw new Error('No such checkout')
      const { name, credits } = pack
      const report: OrderReport = {
        provider: 'world',
        order: String(orders.length),
        account,
        ...(payer !== undefined && { payer }),
        ...(email && { buyer: email }),
        purchase: { pack: name, credits },
        refunded: 0,
        createdAt: clock.now(),
      }
      orders.push({ reports: [report], account, credits })
    },
    refund(order: Order, whole: boolean): void {
      const last = order.reports.at(-1)
      if (!last) return
      const refunded = whole ? 1 : Math.min(last.refunded + refundStep, 1)
      order.reports.push({ ...last, refunded })
    },
    doubt(order: Order, fraud: boolean): void {
      const last = order.reports.at(-1)
      if (!last) return
      const refunded = fraud ? 1 : last.refunded
      order.reports.push({ ...last, refunded, doubt: fraud ? 'fraudulent' : 'unpaid' })
    },
    packs,
  }
}
