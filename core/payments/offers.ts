/** What can be bought, and in which ways: the packs of all providers, for whoever can use them. */
import type { PlatformName } from '#core/chat.ts'
import type { Pack } from './packs.ts'
import type { Provider } from './provider.ts'

/** One provider's way to buy one pack. */
export type Offer = {
  provider: string
  /** As people know the provider; absent where there is no other to tell it from. */
  seller?: string
} & (
  | {
      kind: 'address'
      /** A page of the web module, which opens the checkout and leads there. */
      path: string
    }
  /** To be bought in the platform's own way, and there alone. */
  | { kind: 'platform'; platform: PlatformName; sku: string }
)

/** Never without an offer. */
export interface OfferedPack extends Pick<Pack, 'name' | 'credits' | 'price'> {
  offers: readonly Offer[]
}

/**
 * In the order of configuration. `platform`: where the buyer chats; without it, what can be used on the web. Providers
 * that differ in what a pack is worth or costs have packs of their own.
 */
export function listPacks(providers: readonly Provider[], platform?: PlatformName): OfferedPack[] {
  const usable = providers.filter((provider) => provider.kind === 'web' || provider.platform === platform)
  const isOnlySite = providers.filter(({ kind }) => kind === 'web').length === 1
  const found = new Map<string, OfferedPack & { offers: Offer[] }>()
  for (const provider of usable) {
    const seller = usable.length > 1 && { seller: provider.title }
    for (const { pack, way } of listWays(provider, isOnlySite)) {
      const { name, credits, price } = pack
      const key = JSON.stringify([name, credits, price])
      const offered = found.get(key) ?? { name, credits, price, offers: [] }
      offered.offers.push({ provider: provider.name, ...seller, ...way })
      found.set(key, offered)
    }
  }
  return [...found.values()]
}

/** The address of a site's pack needs no name of the site where there is no other. */
function listWays(provider: Provider, isOnlySite: boolean) {
  if (provider.kind === 'web') {
    const end = isOnlySite ? '' : `/${provider.name}`
    return provider.packs.map((pack) => ({
      pack,
      way: { kind: 'address', path: `/checkout/${pack.name}${end}` } as const,
    }))
  }
  const { platform } = provider
  return provider.packs.map((pack) => ({ pack, way: { kind: 'platform', platform, sku: pack.sku } as const }))
}
