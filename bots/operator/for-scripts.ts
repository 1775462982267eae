/** What scripts read of wallets, owners and payers: all are `account` there, as when they could be told apart by nothing, or `team`. */
import { teamOf } from '#core/index.ts'

interface Named {
  wallet?: string
  owner?: string
  payer?: string
}

export function nameForScripts<Data extends object>({ wallet, owner, payer, ...data }: Data & Named) {
  const account = wallet ?? payer ?? owner
  const team = account === undefined ? undefined : teamOf(account)
  if (team !== undefined) return { team, ...data }
  return account === undefined ? data : { account, ...data }
}
