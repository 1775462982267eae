/** Opens the checkout of a pack at whoever sells it, and notes it, so that its order is known by its address. */
import type { Account } from '#core/accounts/account.ts'
import type { Clock } from '#core/clock.ts'
import { payerOfTeam } from '#core/credits/wallet.ts'
import { CoreError, hasCode } from '#core/errors.ts'
import { type Log, logFailure } from '#core/log.ts'
import type { Checkouts } from './checkouts.ts'
import type { WebProvider } from './provider.ts'

export interface Offer {
  site: WebProvider
  pack: WebProvider['packs'][number]
}

export interface CheckoutWishes {
  /** By its name; the first that sells the pack, where none is named. */
  provider?: string | undefined
  /** The id of the team that it is for, whose wallet is credited. */
  team?: string | undefined
}

/** How long a checkout can be paid, in milliseconds. */
const checkoutLife = 24 * 60 * 60_000

/** The pack at the first provider that sells it, or at the one that is named. Throws `no-pack`. */
export function requireOffer(
  sites: readonly WebProvider[],
  name: string,
  provider: string | undefined,
): Offer {
  const named = sites.filter((site) => provider === undefined || site.name === provider)
  const [offer] = named.flatMap((site) =>
    site.packs.filter((pack) => pack.name === name).map((pack) => ({ site, pack })),
  )
  if (!offer) throw new CoreError('no-pack', { pack: name })
  return offer
}

/** Answers with where it is paid. */
export async function openCheckout(
  { clock, log, checkouts }: { clock: Clock; log: Log; checkouts: Checkouts },
  { id, email }: Account,
  { site, pack }: Offer,
  returnUrl: string,
  team: string | undefined,
): Promise<string> {
  const expiresAt = clock.now() + checkoutLife
  const payer = team === undefined ? undefined : payerOfTeam(team)
  const request = { account: id, ...(payer !== undefined && { payer }), pack, returnUrl, expiresAt }
  if (!email) return await site.createCheckout(request)
  await checkouts.note({ provider: site.name, account: id, payer, email, pack: pack.name, expiresAt })
  try {
    return await site.createCheckout({ ...request, email })
  } catch (error) {
    // What it refuses may be the address, which is only filled in for the buyer's ease.
    if (!hasCode(error, 'provider-trouble') || error.data.problem !== 'refused') throw error
    const why = 'A checkout was refused, and is asked for without an address'
    logFailure(log, error, { provider: site.name }, why)
    return await site.createCheckout(request)
  }
}
