/** Proves that a second account is the same person's, by a code sent to its address, and has it merged. */
import type { Asker, MailLimits } from '#core/accounts/mail-limits.ts'
import type { Account } from './account.ts'
import type { AccountStore } from './account-store.ts'
import type { Codes } from './codes.ts'
import { readEmailAddress } from './email-address.ts'
import type { Merge, MergeOutcome } from './merge.ts'
import type { CodeRequest } from './sign-in.ts'

export interface Merging {
  /** The code is to be mailed to the second account's address, whether or not there is such an account. */
  request(account: Account, email: string, asker: Asker): Promise<CodeRequest>
  /** The second address, while its code can still be typed. */
  findPending(account: Account): Promise<string | undefined>
  /** On the right code, ends the second account and gives all it had to this one. `none`: that address has no account. */
  finish(
    account: Account,
    code: string,
  ): Promise<
    | { outcome: MergeOutcome | 'none' }
    | { outcome: 'wrong'; triesLeft: number }
    | { outcome: 'no-code' }
    | { outcome: 'dead' }
  >
}

export function createMerging(ports: {
  store: AccountStore
  codes: Codes
  limits: MailLimits
  merge: Merge['merge']
}): Merging {
  const { store, codes, limits, merge } = ports
  const nameOf = ({ id }: Account) => ({ purpose: 'merge', subject: id }) as const

  return {
    async request(account, email, asker) {
      const read = readEmailAddress(email)
      if (!read) return { outcome: 'bad-address' }
      const refused = await limits.take([read.key], asker)
      if (refused) return refused
      const data = { email: read.address }
      const [code = ''] = await codes.issue(nameOf(account), { owner: account.id, data })
      return { outcome: 'issued', email: read.address, code }
    },
    async findPending(account) {
      return (await codes.find(nameOf(account)))?.email
    },
    async finish(account, code) {
      const checked = await codes.check(nameOf(account), [code])
      if (checked.outcome !== 'right') return checked
      const email = readEmailAddress(checked.data.email ?? '')
      const second = email && (await store.findAccount({ emailKey: email.key }))
      return { outcome: second ? await merge(second.id, account.id) : 'none' }
    },
  }
}
