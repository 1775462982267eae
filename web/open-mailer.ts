/** Makes the mailer that is configured, and loads nothing for one that is not. */
import type { Config, Secrets } from '#core/config.ts'
import { createPrintingMailer, type Mailer } from './mailer.ts'

/** `print` takes whole mails where no mail server is configured. */
export async function openMailer(
  { mailer }: Pick<Config, 'mailer'>,
  { smtpUrl = '' }: Pick<Secrets, 'smtpUrl'>,
  print: (text: string) => void,
): Promise<Mailer> {
  if (mailer.kind === 'print') return createPrintingMailer(print)
  const { createSmtpMailer } = await import('./smtp-mailer.ts')
  return createSmtpMailer({ url: smtpUrl, from: mailer.from })
}
