/** Decides whose credits an order takes: by what the team has settled, and by nothing that whoever asks can say. */
import type { Origin } from '#core/chat.ts'
import type { BudgetClaim, Caps } from '#core/credits/budget.ts'
import type { Ledger } from '#core/credits/ledger.ts'
import { findMonth } from '#core/credits/month.ts'
import { payerOfTeam, walletOf } from '#core/credits/wallet.ts'
import { type BlockPorts, isBlocked } from './blocks.ts'
import { findTeamId } from './find-team-id.ts'
import { findMember } from './members.ts'
import { findRaise } from './raises.ts'
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
  const month = findMonth(ports.clock.now(), settings.timeZone)
  const given = { member: member?.cap ?? settings.memberCap, channel: channelCap }
  const caps = await raiseCaps(ports, team, given, { month, members: [owner, ...tookOver], channel })
  return {
    payer,
    budget: { month, member: owner, ...(tookOver.length > 0 && { tookOver }), channel, caps },
  }
}

/** With what was added to them for that month, also for whoever a member took over. */
async function raiseCaps(
  ports: ChoosePayerPorts,
  team: string,
  given: { [Cap in keyof Caps]: Caps[Cap] | undefined },
  { month, members, channel }: { month: string; members: readonly string[]; channel: string },
): Promise<Caps> {
  const names = { member: members, channel: [channel] }
  const caps: Caps = {}
  for (const cap of ['member', 'channel'] as const) {
    const limit = given[cap]
    if (limit === undefined) continue
    const raises = await Promise.all(names[cap].map((name) => findRaise(ports, team, { month, cap, name })))
    caps[cap] = raises.reduce((sum, raise) => sum + raise, limit)
  }
  return caps
}
