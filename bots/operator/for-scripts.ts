/** How scripts read of a wallet: by the name it had when each was an account's. */
export function nameForScripts<Data extends object>({ wallet, ...data }: Data & { wallet?: string }) {
  return wallet === undefined ? data : { account: wallet, ...data }
}
