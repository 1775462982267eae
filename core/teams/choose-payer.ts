/** Decides whose credits an order takes: by what the team has settled, and by nothing that whoever asks can say. */
import type { Origin } from '#core/chat.ts'
import type { BudgetClaim } from '#core/credits/budget.ts'
import type { Ledger } from '#core/credits/ledger.ts'
import { findMonth } from '#core/credits/month.ts'
import { payerOfTeam, walletOf } from '#core/credits/wallet.ts'
import { type BlockPorts, isBlocked } from './blocks.ts'
import { findTeamId } from './find-team-id.ts'
import { findMember } from './members.ts'
import { findSettings, nameChannel } from './settings.ts'

/** What is to be paid for. */
export interface Priced {
  /** The account that it is for. */
  owner: string
  origin: Origin
  /** Whole credits. */
  price: number
}

export interface ChoosePayerPorts extends BlockPorts {
  ledger: Pick<Ledger, 'findBalance'>
  /** The accounts that this one took over. */
  listTakenOver(account: string): Promise<string[]>
}

/** Whose credits; what a team pays for is of somebody's budget. */
export type ChoosePayer = (priced: Priced) => Promise<{ payer: string; budget?: BudgetClaim }>

export const createChoosePayer =
  (ports: ChoosePayerPorts): ChoosePayer =>
  (priced) =>
    choosePayer(ports, priced)

/**
 * The team, where it pays in that channel and has enough for all of it, unless it has blocked whoever asks; else themselves.
 * What the team pays counts in its month of now, and is held to the caps of now.
 */
async function choosePayer(
  ports: ChoosePayerPorts,
  { owner, origin, price }: Priced,
): ReturnType<ChoosePayer> {
  const own = { payer: owner }
  const { platform, team: place, channel: id } = origin
  if (place === undefined || id === undefined) return own
  const team = await findTeamId(ports, { platform, id: place })
  const payer = payerOfTeam(team)
  if ((await ports.ledger.findBalance(walletOf(payer))) < price) return own
  const channel = nameChannel({ platform, team: place, channel: id })
  const [settings, member, tookOver] = await Promise.all([
    findSettings(ports, team),
    findMember(ports, team, owner),
    ports.listTakenOver(owner),
  ])
  const { pays = settings.pays, cap: channelCap = settings.channelCap } = settings.channels[channel] ?? {}
  if (pays === 'own') return own
  const user = { platform, user: String(origin.address.user ?? '') }
  if (await isBlocked(ports, team, { user, accounts: [owner, ...tookOver] })) return own
  const memberCap = member?.cap ?? settings.memberCap
  const caps = {
    ...(memberCap !== undefined && { member: memberCap }),
    ...(channelCap !== undefined && { channel: channelCap }),
  }
  const month = findMonth(ports.clock.now(), settings.timeZone)
  return {
    payer,
    budget: { month, member: owner, ...(tookOver.length > 0 && { tookOver }), channel, caps },
  }
}
