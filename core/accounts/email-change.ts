/** Changing an account's e-mail address: codes go to the old and the new one, and both must come back. */
import type { Asker, MailLimits, MailRefusal } from '#core/accounts/mail-limits.ts'
import type { Account } from './account.ts'
import type { AccountStore } from './account-store.ts'
import type { Codes } from './codes.ts'
import { readEmailAddress } from './email-address.ts'
import type { Sessions } from './sessions.ts'

export type EmailChangeRequest =
  /** Mail each code to its address. */
  | { outcome: 'issued'; mails: readonly { email: string; code: string }[] }
  | { outcome: 'bad-address' }
  | { outcome: 'same-address' }
  | MailRefusal

export type EmailChangeOutcome =
  | { outcome: 'changed'; email: string; emailKey: string }
  /** Said only to whoever has proven to own it: another account has this address. */
  | { outcome: 'taken' }
  | { outcome: 'wrong'; triesLeft: number }
  | { outcome: 'no-code' }
  | { outcome: 'dead' }

export interface EmailChange {
  request(account: Account, email: string, asker: Asker): Promise<EmailChangeRequest>
  /** The new address, while the codes can still be typed. */
  findPending(account: Account): Promise<string | undefined>
  /**
   * `old` is empty for an account that had no address. Signs out everywhere but in the session that changes it: whoever
   * had the old mailbox may be signed in.
   */
  finish(account: Account, session: string, codes: { old: string; new: string }): Promise<EmailChangeOutcome>
}

export function createEmailChange(ports: {
  store: AccountStore
  codes: Codes
  limits: MailLimits
  sessions: Pick<Sessions, 'endOthers'>
}): EmailChange {
  const { store, codes, limits, sessions } = ports
  const nameOf = ({ id }: Account) => ({ purpose: 'email-change', subject: id }) as const

  return {
    async request(account, email, asker) {
      const read = readEmailAddress(email)
      if (!read) return { outcome: 'bad-address' }
      if (read.address === account.email) return { outcome: 'same-address' }
      const { emailKey } = account
      const others = emailKey === undefined || emailKey === read.key ? [] : [emailKey]
      const refused = await limits.take([read.key, ...others], asker)
      if (refused) return refused
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
    async finish(account, session, typed) {
      const checked = await codes.check(nameOf(account), [typed.new, typed.old])
      if (checked.outcome !== 'right') return checked
      const email = readEmailAddress(checked.data.email ?? '')
      if (!email) return { outcome: 'dead' }
      // First, so that a crash leaves none; and after, for one that was begun meanwhile by the old address.
      await sessions.endOthers(account.id, session)
      const changed = await store.changeEmail(account.id, { email: email.address, emailKey: email.key })
      await sessions.endOthers(account.id, session)
      return changed
        ? { outcome: 'changed', email: email.address, emailKey: email.key }
        : { outcome: 'taken' }
    },
  }
}
