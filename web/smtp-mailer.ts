/** Sends mail through an SMTP server. */
import { createTransport } from 'nodemailer'
import { OperatorFault } from '#core/index.ts'
import { MailError, type Mailer } from './mailer.ts'

export interface SmtpOptions {
  /** `smtp://` or `smtps://`, with user and password. */
  url: string
  /** An address, or a name and an address in angle brackets. */
  from: string
}

/** Milliseconds: somebody looks at a page meanwhile. Nodemailer's own limits are up to ten minutes. */
const limits = { connectionTimeout: 5_000, greetingTimeout: 5_000, socketTimeout: 10_000, dnsTimeout: 5_000 }

const loginRefused = 'The mail server refuses the user and password in SMTP_URL'

/** Without TLS it sends only to this machine. Nothing is connected before the first mail. */
export function createSmtpMailer({ url, from }: SmtpOptions): Mailer {
  const { protocol, hostname, port, username, password } = new URL(url)
  const secure = protocol === 'smtps:'
  const transport = createTransport({
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? (secure ? 465 : 587) : Number(port),
    secure,
    requireTLS: !secure && !isLoopback(hostname),
    ignoreTLS: !secure && isLoopback(hostname),
    ...(username !== '' && {
      auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
    }),
    ...limits,
    disableFileAccess: true,
    disableUrlAccess: true,
  })

  return {
    async send({ to, messageId, ...mail }) {
      try {
        await transport.sendMail({
          ...mail,
          from,
          to: { name: '', address: to },
          headers: { 'Auto-Submitted': 'auto-generated' },
          ...(messageId !== undefined && { messageId: `<${messageId}>` }),
        })
      } catch (error) {
        const { responseCode = 0, code } = error as { responseCode?: number; code?: string }
        if (code === 'EAUTH') throw new MailError('down', new OperatorFault(loginRefused, { cause: error }))
        throw new MailError(responseCode >= 500 ? 'refused' : 'down', error)
      }
    },
  }
}

function isLoopback(hostname: string): boolean {
  return /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname)
}
