/** Changing an account's e-mail address: codes go to the old and the new one, and both must come back. */
import type { MailLimits } from '#core/limits/mail-limits.ts'
import type { Account } from './account.ts'
import type { AccountStore } from './account-store.ts'
import type { Codes } from './codes.ts'
import { readEmailAddress } from './email-address.ts'
import type { Networks } from './networks.ts'

export type EmailChangeRequest =
  /** Mail each code to its address. */
  | { outcome: 'issued'; mails: readonly { email: string; code: string }[] }
  | { outcome: 'bad-address' }
  | { outcome: 'same-address' }
  | { outcome: 'too-many'; wait: number }

export type EmailChangeOutcome =
  | { outcome: 'changed'; email: string }
  /** Said only to whoever has proven to own it: another account has this address. */
  | { outcome: 'taken' }
  | { outcome: 'wrong'; triesLeft: number }
  | { outcome: 'dead' }

export interface EmailChange {
  request(account: Account, email: string, networks: Networks): Promise<EmailChangeRequest>
  /** The new address, while the codes can still be typed. */
  findPending(account: Account): Promise<string | undefined>
  /** `oldCode` is empty for an account that had no address. */
  finish(account: Account, newCode: string, oldCode: string): Promise<EmailChangeOutcome>
}

export function createEmailChange(ports: {
  store: AccountStore
  codes: Codes
  limits: MailLimits
}): EmailChange {
  const { store, codes, limits } = ports
  const nameOf = ({ id }: Account) => ({ purpose: 'email-change', subject: id }) as const

  return {
    async request(account, email, networks) {
      const read = readEmailAddress(email)
      if (!read) return { outcome: 'bad-address' }
      if (read.address === account.email) return { outcome: 'same-address' }
      const { emailKey } = account
      const others = emailKey === undefined || emailKey === read.key ? [] : [emailKey]
      const wait = await limits.take([read.key, ...others], networks)
      if (wait > 0) return { outcome: 'too-many', wait }
      const addresses = [read.address, ...(account.email === undefined ? [] : [account.email])]
      const issued = await codes.issue(nameOf(account), {
        count: addresses.length,
        owner: account.id,
        data: { email: read.address },
      })
      const mails = addresses.map((address, index) => ({ email: address, code: issued[index] ?? '' }))
      return { outcome: 'issued', mails }
    },
    async findPending(account) {
      return (await codes.find(nameOf(account)))?.email
    },
    async finish(account, newCode, oldCode) {
      const checked = await codes.check(nameOf(account), [newCode, oldCode])
      if (checked.outcome !== 'right') return checked
      const email = readEmailAddress(checked.data.email ?? '')
      if (!email) return { outcome: 'dead' }
      const changed = await store.changeEmail(account.id, { email: email.address, emailKey: email.key })
      return changed ? { outcome: 'changed', email: email.address } : { outcome: 'taken' }
    },
  }
}
