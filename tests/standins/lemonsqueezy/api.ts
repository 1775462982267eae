/** The API's routes: checkouts and orders, strict about headers and form. */
import { type Context, Hono } from 'hono'
import type { Clock } from '../clock.ts'
import { Fault, mime, respond, respondWithFault } from './answer.ts'
import { type Behaviour, limitRate, misbehave } from './behaviour.ts'
import { type Checkout, readCheckout, renderCheckout } from './checkouts.ts'
import { type Order, renderOrder } from './orders.ts'

export interface ApiOptions {
  apiKey: string
  storeId: string
  prices: Readonly<Record<number, number>>
  testMode: boolean
  perMinute: number
  clock: Clock
  checkouts: Map<string, Checkout>
  orders: Map<string, Order>
  refund(order: string, cents?: number): Order
  origin(): string
  requests: string[]
  next(): Behaviour
}

export function createApi(options: ApiOptions): Hono {
  const { storeId, clock, checkouts, orders, origin, requests } = options
  const api = new Hono()
  api.use(async (c, next) => {
    const { pathname, search } = new URL(c.req.url)
    requests.push(`${c.req.method} ${pathname.slice('/v1'.length)}${search}`)
    await next()
  })
  api.use(
    misbehave(options.next),
    limitRate(() => clock.now(), options.perMinute),
  )
  api.use(async (c, next) => {
    if (c.req.header('accept') !== mime) throw new Fault(400, `Accept must be ${mime}`)
    if (c.req.header('content-type') !== mime) throw new Fault(415, `Content-Type must be ${mime}`)
    if (c.req.header('authorization') !== `Bearer ${options.apiKey}`) throw new Fault(401, 'Unauthenticated.')
    await next()
  })
  api.onError((error, c) => {
    if (error instanceof Fault) return respondWithFault(c, error)
    throw error
  })

  api.post('/checkouts', async (c) => {
    const variants = Object.keys(options.prices).map(Number)
    const checkout = readCheckout(await readBody(c), { ...options, variants, now: clock.now() })
    checkouts.set(checkout.id, checkout)
    return respond(c, 201, { data: renderCheckout(checkout, storeId, origin()) })
  })

  api.get('/orders', (c) => {
    const { size, number, filters } = readQuery(c.req.query())
    const found = [...orders.values()]
      .filter((order) => (filters.store_id ?? order.storeId) === order.storeId)
      .filter((order) => (filters.user_email ?? order.email) === order.email)
      .filter((order) => (filters.order_number ?? String(order.number)) === String(order.number))
      .sort((one, other) => other.createdAt - one.createdAt || Number(other.id) - Number(one.id))
    const from = (number - 1) * size
    const shown = found.slice(from, from + size)
    const lastPage = Math.max(Math.ceil(found.length / size), 1)
    const place = shown.length > 0 ? { from: from + 1, to: from + shown.length } : { from: null, to: null }
    return respond(c, 200, {
      meta: { page: { currentPage: number, lastPage, perPage: size, total: found.length, ...place } },
      links: { first: `${origin()}/v1/orders?page%5Bnumber%5D=1` },
      data: shown.map((order) => renderOrder(order, origin())),
    })
  })

  api.get('/orders/:id', (c) => {
    const order = orders.get(c.req.param('id'))
    if (!order) throw new Fault(404, 'The resource does not exist.')
    return respond(c, 200, { data: renderOrder(order, origin()) })
  })

  api.post('/orders/:id/refund', async (c) => {
    const body = (await readBody(c)) as { data?: { type?: string; attributes?: { amount?: number } } }
    if (body.data?.type !== 'orders') throw new Fault(422, 'Must be orders', '/data/type')
    const order = options.refund(c.req.param('id'), body.data.attributes?.amount)
    return respond(c, 200, { data: renderOrder(order, origin()) })
  })
  return api
}

async function readBody(c: Context): Promise<unknown> {
  return await c.req.json().catch(() => {
    throw new Fault(400, 'The body is not JSON')
  })
}

function readQuery(query: Record<string, string>) {
  const filters: { store_id?: string; user_email?: string; order_number?: string } = {}
  let [number, size] = [1, 10]
  for (const [name, value] of Object.entries(query)) {
    const [, group, field] = /^(page|filter)\[(\w+)\]$/.exec(name) ?? []
    if (group === 'page' && field === 'number') number = Number(value)
    else if (group === 'page' && field === 'size') size = Number(value)
    else if (
      group === 'filter' &&
      (field === 'store_id' || field === 'user_email' || field === 'order_number')
    ) {
      filters[field] = value
    } else throw new Fault(400, `Unknown parameter ${name}`)
  }
  if (!(size >= 1 && size <= 100)) throw new Fault(400, 'page[size] is 1 to 100')
  return { filters, number, size }
}
