/** Checks what teams paid: counted anew from the entries, beside what was asked of them. */
import type { Entry } from '#core/credits/ledger-store.ts'
import { teamOf } from '#core/credits/wallet.ts'
import type { Books } from './books.ts'
import { listHeirs } from './heirs.ts'
import type { World } from './world.ts'

export function findTeamFaults({ entries }: Books, world: Pick<World, 'claims' | 'heirs'>): string[] {
  const wallets = Map.groupBy(entries, ({ wallet }) => wallet)
  return [
    ...[...wallets.values()].flatMap((each) => findCapFaults(each, world)),
    ...findRefundFaults(entries, world),
  ]
}

/** No month of a member, with those whose accounts they took over, or of a channel, came to more than the cap of its spend. */
function findCapFaults(entries: readonly Entry[], { claims }: Pick<World, 'claims'>): string[] {
  const sums = new Map<string, number>()
  const find = (month: string, name: string) => sums.get(`${month} ${name}`) ?? 0
  return entries.flatMap(({ wallet, sequence, kind, amount, reference, budget }) => {
    if (!budget) return []
    const { month, member, channel = '' } = budget
    for (const name of [member, channel]) sums.set(`${month} ${name}`, find(month, name) - amount)
    const { tookOver = [], caps } = claims.get(reference) ?? {}
    if (kind !== 'spend') return []
    const spent = {
      member: [member, ...tookOver].reduce((sum, each) => sum + find(month, each), 0),
      channel: find(month, channel),
    }
    return (['member', 'channel'] as const)
      .filter((of) => spent[of] > (caps?.[of] ?? Number.POSITIVE_INFINITY))
      .map((of) => `${wallet} ${sequence}: ${spent[of]} spent of the ${of}'s ${caps?.[of]} in ${month}`)
  })
}

/** To whoever paid, or has their account by now; to a team, in the month, of the member and of the channel of the spend. */
function findRefundFaults(entries: readonly Entry[], { heirs }: Pick<World, 'heirs'>): string[] {
  const spends = new Map(
    entries.filter(({ kind }) => kind === 'spend').map((spend) => [spend.reference, spend]),
  )
  return entries.flatMap(({ kind, wallet, reference, budget }) => {
    const spend = spends.get(reference)
    if (kind !== 'refund' || !spend) return []
    const paid = teamOf(spend.wallet) === undefined ? listHeirs(spend.wallet, heirs) : [spend.wallet]
    const isSame = (['month', 'member', 'channel'] as const).every(
      (field) => budget?.[field] === spend.budget?.[field],
    )
    return paid.includes(wallet) && isSame
      ? []
      : [`${reference} was paid by ${spend.wallet}, not by ${wallet}`]
  })
}
