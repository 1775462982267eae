/** Which balance sheet of the ledger is whose. */

/** The wallet that a payer's credits are in: each account has one, of its own id. */
export const walletOf = (payer: string): string => payer

/** The account whose wallet it is, also where that is taken over or deleted by now. */
export const accountOf = (wallet: string): string => wallet
