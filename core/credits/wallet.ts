/** Which balance sheet of the ledger is whose. */

const ofTeam = 'team:'

/** Pays for others: no account's id begins like it. */
export const payerOfTeam = (team: string): string => ofTeam + team

/** The wallet that a payer's credits are in: each account has one, of its own id, and each team. */
export const walletOf = (payer: string): string => payer

/** The account whose wallet it is, also where that is taken over or deleted by now; undefined for a team's. */
export const accountOf = (wallet: string): string | undefined =>
  teamOf(wallet) === undefined ? wallet : undefined

/** The team whose wallet it is; undefined for an account's. */
export const teamOf = (wallet: string): string | undefined =>
  wallet.startsWith(ofTeam) ? wallet.slice(ofTeam.length) : undefined
