/** Budgets: what each member and each channel of a team may cost its wallet in a month, and what they have cost it. */

/** Whole credits per month. */
export interface Caps {
  member?: number
  channel?: number
}

/** Whose budgets an entry of a team's wallet is of. */
export interface Budget {
  /** In which it was spent, as `findMonth` answers. */
  month: string
  /** The account that spent it, as it was called then: it may be taken over or deleted by now. */
  member: string
  /** `<platform>:<place>:<channel>`; absent outside of the team's channels. */
  channel?: string
  /** What a spend had to keep to, the channel's only where there is a channel; a refund has none. */
  caps?: Caps
}

/** What is to be counted, and held to the caps. */
export interface BudgetClaim extends Budget {
  /** Accounts that the member took over: what they spent counts together with its own. */
  tookOver?: readonly string[]
}

/** What the entries of a wallet and month come to, the one that has this among them; refunds are taken off. */
export interface CountedBudget extends Budget {
  /** Of that member by that very name. */
  memberSpent: number
  /** Where there is a channel. */
  channelSpent?: number
}

/** One running total. */
export type BudgetName = Pick<Budget, 'month'> & ({ member: string } | { channel: string })

/** What is given at least when somebody asks for more, and what all of it is a multiple of; whole credits. */
const leastMore = 50
const step = 10

/** How many more credits to ask for, so that the price fits. */
export const findMore = ({ limit, spent, price }: { limit: number; spent: number; price: number }): number =>
  Math.max(leastMore, Math.ceil((spent + price - limit) / step) * step)
