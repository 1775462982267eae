/** The mails that carry a code. */
import type { Asker, Core } from '#core/index.ts'
import type { Mail, Mailer } from '../mailer.ts'
import { type MailPart, renderMail } from './frame.ts'

/** What the code is for. */
export type CodePurpose = 'sign-in' | 'old-address' | 'new-address' | 'merge'

const mistake =
  'If you did not ask for a code, somebody typed your address by mistake. You need do nothing: without the code nothing happens.'
const intruder = (host: string) =>
  `If that is not you, somebody else is signed in to your account. Do not pass the code on: without it your address stays. Sign in on ${host}, and sign out everywhere on the settings page.`

interface Words {
  subject: string
  reason: (host: string, receiver: string) => string
  where: string
  otherwise: (host: string) => string
}

const inBrowser = 'in the browser that asked for it'
const inAccount = 'for whoever is signed in to the account that asked for it'

const purposes: Record<CodePurpose, Words> = {
  'sign-in': {
    subject: 'Your code to sign in',
    reason: (host) => `Type this code on ${host} to sign in to imgsrc bot:`,
    where: inBrowser,
    otherwise: () => mistake,
  },
  'old-address': {
    subject: 'Your code to change your address',
    reason: (host) =>
      `Somebody signed in to your account on ${host} wants to change its e-mail address from this one. If that is you, type this code there:`,
    where: inAccount,
    otherwise: intruder,
  },
  'new-address': {
    subject: 'Your code to confirm this address',
    reason: (host) => `Type this code on ${host} to make this the e-mail address of your imgsrc bot account:`,
    where: inAccount,
    otherwise: () => mistake,
  },
  merge: {
    subject: 'Your code to merge two accounts',
    reason: (host, receiver) =>
      `Somebody signed in on ${host} to the account of ${receiver} wants to take over all that the account of this address has: its credits, pictures and linked chats. The account of this address then ends. If both accounts are yours, type this code there:`,
    where: inAccount,
    otherwise: () =>
      'If they are not both yours, do nothing, and give the code to nobody: without it your account stays as it is.',
  },
}

export interface CodeMail {
  to: string
  code: string
  purpose: CodePurpose
  /** Whose account takes the other one over. */
  receiver?: string
}

/** `code` is shown in two groups of four digits, which the page takes as well. */
export function renderCodeMail(
  { to, code, purpose, receiver = '' }: CodeMail,
  publicUrl: string,
): Promise<Mail> {
  const { host } = new URL(publicUrl)
  const { subject, reason, where, otherwise } = purposes[purpose]
  const parts: MailPart[] = [
    reason(host, receiver),
    { code: `${code.slice(0, 4)} ${code.slice(4)}` },
    `It works once, for ten minutes, and only ${where}. Type it on ${host} and nowhere else, and give it to nobody: no one who works for the site will ever ask you for it.`,
    otherwise(host),
  ]
  return renderMail({ to, subject: `${subject} (${host})`, parts }, publicUrl)
}

/** Sends code mails. One that cannot be handed over does not count against its address, nor against who asked. */
export function createCodeMailer({
  core,
  mailer,
  publicUrl,
}: {
  core: Pick<Core, 'mailLimits'>
  mailer: Mailer
  publicUrl: string
}): (mail: CodeMail, asker: Asker) => Promise<void> {
  return async (mail, asker) => {
    try {
      await mailer.send(await renderCodeMail(mail, publicUrl))
    } catch (error) {
      await core.mailLimits.giveBack(mail.to, asker)
      throw error
    }
  }
}
