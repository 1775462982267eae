/** The mails that carry a code. */
import type { Mail } from '../mailer.ts'
import { type MailPart, renderMail } from './frame.ts'

/** What the code is for. */
export type CodePurpose = 'sign-in' | 'old-address' | 'new-address' | 'merge'

const purposes: Record<CodePurpose, { subject: string; reason: (host: string) => string }> = {
  'sign-in': {
    subject: 'Your code to sign in',
    reason: (host) => `Type this code on ${host} to sign in to imgsrc bot:`,
  },
  'old-address': {
    subject: 'Your code to change your address',
    reason: (host) =>
      `Somebody signed in to your account on ${host} wants to change its e-mail address from this one. If that is you, type this code there:`,
  },
  'new-address': {
    subject: 'Your code to confirm this address',
    reason: (host) => `Type this code on ${host} to make this the e-mail address of your imgsrc bot account:`,
  },
  merge: {
    subject: 'Your code to merge two accounts',
    reason: (host) =>
      `Type this code on ${host} to give all that the account of this address has to the account you are signed in to there. The account of this address then ends:`,
  },
}

/** `code` is shown in two groups of four digits, which the page takes as well. */
export function renderCodeMail(
  { to, code, purpose }: { to: string; code: string; purpose: CodePurpose },
  publicUrl: string,
): Promise<Mail> {
  const { host } = new URL(publicUrl)
  const { subject, reason } = purposes[purpose]
  const parts: MailPart[] = [
    reason(host),
    { code: `${code.slice(0, 4)} ${code.slice(4)}` },
    `It works once, for ten minutes, and only in the browser that asked for it. Type it on ${host} and nowhere else, and give it to nobody: no one who works for the site will ever ask you for it.`,
    'If you did not ask for a code, somebody typed your address by mistake. You need do nothing: without the code nothing happens.',
  ]
  return renderMail({ to, subject: `${subject} (${host})`, parts }, publicUrl)
}
