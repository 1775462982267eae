/** Reads Discord's entitlements: of all they hold, what decides about credits. */
import { z } from 'zod'
import type { Irrelevance, OrderReading, SkuPack } from './provider.ts'

export const snowflake = z.string().regex(/^\d{1,20}$/)

/** docs.discord.com/developers/resources/entitlement#entitlement-object */
const entitlementSchema = z.object({
  id: snowflake,
  sku_id: snowflake,
  application_id: snowflake,
  user_id: snowflake.nullish(),
  type: z.int(),
  deleted: z.boolean().nullish(),
  consumed: z.boolean().nullish(),
})

type Entitlement = z.infer<typeof entitlementSchema>

/** Of docs.discord.com/developers/resources/entitlement#entitlement-object-entitlement-types, those that somebody paid for. */
const paid = { purchase: 1, userGift: 6 } as const
const testModePurchase = 4

/** What is ours, as configuration and Discord say. */
export interface Premium {
  provider: string
  application: string
  packs: readonly SkuPack[]
  /** Test purchases are taken, and only those. */
  testMode: boolean
}

export function readEntitlement(premium: Premium, value: unknown): OrderReading {
  const read = entitlementSchema.safeParse(value)
  if (!read.success) return { kind: 'unreadable', cause: read.error, ...findName(value) }
  const { id: order, sku_id, user_id, type, consumed, deleted } = read.data
  const reason = findIrrelevance(premium, read.data)
  if (reason) return { kind: 'irrelevant', reason, order }
  const pack = premium.packs.find(({ sku }) => sku === sku_id)
  return {
    kind: 'order',
    report: {
      provider: premium.provider,
      order,
      ...(user_id && { user: { platform: 'discord', user: user_id } }),
      ...(pack && { purchase: { pack: pack.name, credits: pack.credits } }),
      refunded: deleted ? 1 : 0,
      ...(type === testModePurchase && { isTest: true }),
      ...(!consumed && !deleted && { isOpen: true }),
      createdAt: readMoment(order),
    },
  }
}

function findName(value: unknown): { order?: string } {
  const named = z.object({ id: snowflake }).safeParse(value)
  return named.success ? { order: named.data.id } : {}
}

/** What is given away is worth no credits: whoever makes a SKU free for a day would mint them without end. */
function findIrrelevance(
  { application, testMode }: Premium,
  { application_id, type }: Entitlement,
): Irrelevance | undefined {
  if (application_id !== application) return 'other-store'
  const isPaid = type === paid.purchase || type === paid.userGift
  if (!isPaid && type !== testModePurchase) return 'not-bought'
  return isPaid === testMode ? 'other-mode' : undefined
}

/** Milliseconds between the epochs of Discord and of 1970: docs.discord.com/developers/reference#snowflakes */
const discordEpoch = 1_420_070_400_000

/** When that id was made, in milliseconds since 1970. One-time purchases have no `starts_at`. */
export const readMoment = (snowflake: string) => Number(BigInt(snowflake) >> 22n) + discordEpoch

/** The first id that could be made at that moment. */
export const firstIdAt = (moment: number) => String(BigInt(Math.max(moment - discordEpoch, 0)) << 22n)
