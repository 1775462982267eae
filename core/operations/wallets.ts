/** Finds whom an operator means, and the wallets that are one person's. */
import type { AccountStore } from '#core/accounts/account-store.ts'
import type { Aliases } from '#core/accounts/aliases.ts'
import { readEmailAddress } from '#core/accounts/email-address.ts'
import { accountOf, walletOf } from '#core/credits/wallet.ts'

export interface Wallets {
  /** The account of an e-mail address, or the one that now holds the wallet of an account's id. */
  findAccount(who: string): Promise<string | undefined>
  /** The payer's own wallet, then those of the accounts it took over: their entries stay where they are. */
  list(payer: string): Promise<string[]>
  /** The same, given the wallet that is the payer's own. */
  listBeside(wallet: string): Promise<string[]>
}

export function createWallets(ports: { accounts: AccountStore; aliases: Aliases }): Wallets {
  const { accounts, aliases } = ports

  const list = async (account: string) => [account, ...(await aliases.list(account))].map(walletOf)
  /** Nothing takes a team's over. */
  const listBeside = async (wallet: string) => {
    const account = accountOf(wallet)
    return account === undefined ? [wallet] : await list(account)
  }

  return {
    async findAccount(who) {
      const email = readEmailAddress(who)
      return email ? (await accounts.findAccount({ emailKey: email.key }))?.id : aliases.resolve(who)
    },
    list: (payer) => listBeside(walletOf(payer)),
    listBeside,
  }
}
