/** The mails that carry a code. */
import type { Asker, Core, Words } from '#core/index.ts'
import type { Mail, Mailer } from '../mailer.ts'
import { renderMail } from './frame.ts'

/** What the code is for. */
export type CodePurpose = keyof Words['mails']['codes']

export interface CodeMail {
  to: string
  code: string
  purpose: CodePurpose
  /** Whose account takes the other one over. */
  receiver?: string
}

/** `code` is shown in two groups of four digits, which the page takes as well. */
export function renderCodeMail(
  words: Words,
  { to, code, purpose, receiver = '' }: CodeMail,
  publicUrl: string,
): Promise<Mail> {
  const { host } = new URL(publicUrl)
  const { codes, codeRules } = words.mails
  const { subject, heading, reason, where, otherwise } = codes[purpose]
  const shown = `${code.slice(0, 4)} ${code.slice(4)}`
  const why = reason(host, receiver)
  const parts = [why, { code: shown }, codeRules(host, where), { note: otherwise(host) }]
  return renderMail(words, { to, subject: subject(shown), heading, preheader: why, parts }, publicUrl)
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
}): (words: Words, mail: CodeMail, asker: Asker) => Promise<void> {
  return async (words, mail, asker) => {
    try {
      await mailer.send(await renderCodeMail(words, mail, publicUrl))
    } catch (error) {
      await core.mailLimits.giveBack(mail.to, asker)
      throw error
    }
  }
}
