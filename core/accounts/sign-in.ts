/** Signing in by a code sent to an e-mail address; whoever proves a new address gets an account. */
import type { Asker, MailLimits, MailRefusal } from '#core/accounts/mail-limits.ts'
import type { Account } from './account.ts'
import type { Codes } from './codes.ts'
import { type EmailAddress, readEmailAddress } from './email-address.ts'
import type { Sessions } from './sessions.ts'

/** What became of asking for a code. Nothing in it, and nothing done for it, depends on who has an account. */
export type CodeRequest =
  | { outcome: 'issued'; email: string; code: string }
  | { outcome: 'bad-address' }
  | MailRefusal

export type SignInOutcome =
  | { outcome: 'signed-in'; account: Account; token: string; next: string }
  | { outcome: 'wrong'; triesLeft: number }
  | { outcome: 'no-code' }
  | { outcome: 'dead' }

export interface SignIn {
  /**
   * Makes the code that is to be mailed to `email`, and that only this browser can use; `next` is handed back at the
   * end.
   */
  request(request: Asker & { email: string; next: string }): Promise<CodeRequest>
  /** What this browser was sent a code for, while one can still be typed. */
  findPending(browser: string): Promise<{ email: string; next: string } | undefined>
  finish(browser: string, code: string): Promise<SignInOutcome>
}

export function createSignIn(ports: {
  codes: Codes
  limits: MailLimits
  sessions: Sessions
  openByEmail: (email: EmailAddress) => Promise<Account>
}): SignIn {
  const { codes, limits, sessions, openByEmail } = ports
  const nameOf = (browser: string) => ({ purpose: 'sign-in', subject: browser }) as const

  return {
    async request({ email, browser, networks, next }) {
      const read = readEmailAddress(email)
      if (!read) return { outcome: 'bad-address' }
      const refused = await limits.take([read.key], { networks, browser })
      if (refused) return refused
      const data = { email: read.address, next }
      const [code = ''] = await codes.issue(nameOf(browser), { data })
      return { outcome: 'issued', email: read.address, code }
    },
    async findPending(browser) {
      const data = await codes.find(nameOf(browser))
      return data && { email: data.email ?? '', next: data.next ?? '' }
    },
    async finish(browser, code) {
      const checked = await codes.check(nameOf(browser), [code])
      if (checked.outcome !== 'right') return checked
      const email = readEmailAddress(checked.data.email ?? '')
      if (!email) return { outcome: 'dead' }
      const account = await openByEmail(email)
      const token = await sessions.start(account)
      return { outcome: 'signed-in', account, token, next: checked.data.next ?? '' }
    },
  }
}
