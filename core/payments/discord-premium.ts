/**
 * Sells packs through Discord's Premium Apps, as consumable one-time purchases. Plain fetch instead of the vendor's SDK, which
 * the bot's own calls use: its pauses are told by no clock that it is given.
 */
import { z } from 'zod'
import type { Clock } from '#core/clock.ts'
import { hasCode } from '#core/errors.ts'
import { type Log, logFailure } from '#core/log.ts'
import { firstIdAt, type Premium, readEntitlement, readMoment, snowflake } from './discord-entitlement.ts'
import type { OrderReading, OrderReport, Pages, PlatformProvider, SkuPack } from './provider.ts'
import { createProviderApi, type ProviderApi, readProviderAnswer } from './provider-api.ts'

export interface DiscordPremiumOptions {
  /** The bot's. */
  token: string
  packs: readonly SkuPack[]
  /** Takes test purchases, and only those; otherwise real ones alone. */
  testMode: boolean
  /** Up to and with `/api`; default Discord's own. */
  baseUrl?: string
  clock: Clock
  log: Log
  /** Milliseconds one request may take; default 15,000. */
  timeout?: number
}

const title = 'Discord'
/** The largest page (docs.discord.com/developers/resources/entitlement#list-entitlements). */
const pageSize = 100
/** How far Discord's clock may be ahead of ours. Milliseconds. */
const tolerance = 24 * 60 * 60_000
/** docs.discord.com/developers/reference#user-agent */
const userAgent = 'DiscordBot (https://imgsrc.pub, 1.0)'

const applicationSchema = z.object({ id: snowflake })
/** Whatever else stands in it is read one by one. */
const pageSchema = z.array(z.looseObject({ id: snowflake }))

type Shop = Omit<Premium, 'application'> & {
  api: ProviderApi
  log: Log
  clock: Clock
  asked?: Promise<string>
}

export function createDiscordPremium(options: DiscordPremiumOptions): PlatformProvider {
  const { token, packs, testMode, clock, log } = options
  const { baseUrl = 'https://discord.com/api', timeout = 15_000 } = options
  const headers = { authorization: `Bot ${token}`, 'user-agent': userAgent }
  const api = createProviderApi({ title, baseUrl: `${baseUrl}/v10`, headers, clock, timeout })
  const shop: Shop = { provider: 'discord', packs, testMode, api, log, clock }

  return {
    kind: 'platform',
    platform: 'discord',
    name: shop.provider,
    title,
    packs,
    listOrders: (since, pages) => listOrders(shop, since, pages),
    findOrder: (order) => findOrder(shop, order),
    readEvent: (name, data) => readEvent(shop, name, data),
    consume: (order) => consume(shop, order),
  }
}

/** Asked once: whatever is of another application is none of ours. */
async function findApplication(shop: Shop): Promise<string> {
  shop.asked ??= shop.api
    .get('/applications/@me')
    .then((answer) => readProviderAnswer(title, applicationSchema, answer).id)
  try {
    return await shop.asked
  } catch (error) {
    delete shop.asked
    throw error
  }
}

async function read(shop: Shop, entitlement: unknown): Promise<OrderReading> {
  return readEntitlement({ ...shop, application: await findApplication(shop) }, entitlement)
}

const findPath = async (shop: Shop, order: string) =>
  `/applications/${await findApplication(shop)}/entitlements/${encodeURIComponent(order)}`

/** Page by page from the newest to the oldest; in which order a page is, Discord does not say. */
async function* listOrders(shop: Shop, since = 0, pages?: Pages): AsyncGenerator<OrderReport> {
  const path = `/applications/${await findApplication(shop)}/entitlements`
  for (let before = pages?.from ?? firstIdAt(shop.clock.now() + tolerance); ; ) {
    const query = new URLSearchParams({ before, limit: String(pageSize), exclude_deleted: 'false' })
    const page = readProviderAnswer(title, pageSchema, await shop.api.get(`${path}?${query}`))
      .filter(({ id }) => BigInt(id) < BigInt(before))
      .sort((one, other) => (BigInt(one.id) < BigInt(other.id) ? 1 : -1))
    for (const entitlement of page) {
      if (readMoment(entitlement.id) < since) return
      const order = await read(shop, entitlement)
      if (order.kind === 'order') yield order.report
      if (order.kind !== 'unreadable') continue
      logFailure(shop.log, order.cause, { order: order.order }, 'An entitlement of Discord could not be read')
    }
    const last = page.at(-1)
    if (!last) return
    before = last.id
    await pages?.passed(before)
  }
}

async function findOrder(shop: Shop, order: string): Promise<OrderReport | undefined> {
  if (!snowflake.safeParse(order).success) return undefined
  const answer = await shop.api.find(await findPath(shop, order))
  const found = answer === undefined ? undefined : await read(shop, answer)
  return found?.kind === 'order' ? found.report : undefined
}

/** A deletion that does not say so of the entitlement itself is looked up: what it takes back is money. */
async function readEvent(shop: Shop, name: string, data: object): Promise<OrderReading> {
  const reading = await read(shop, data)
  if (name !== 'ENTITLEMENT_DELETE' || reading.kind !== 'order' || reading.report.refunded === 1)
    return reading
  const { isOpen: _, ...report } = reading.report
  const found = await findOrder(shop, report.order)
  return { kind: 'order', report: found ?? { ...report, refunded: 1 } }
}

/** What was consumed before, or is deleted, is refused; then there is nothing left to be told. */
async function consume(shop: Shop, order: string): Promise<void> {
  const path = await findPath(shop, order)
  try {
    await shop.api.post(`${path}/consume`)
  } catch (error) {
    if (!hasCode(error, 'provider-trouble') || error.data.problem !== 'refused') throw error
    if ((await findOrder(shop, order))?.isOpen) throw error
  }
}
