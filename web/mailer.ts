/** The port through which mail is sent, and the mailer that only prints. */

export interface Mail {
  /** One address as its owner typed it; already checked. */
  to: string
  subject: string
  text: string
  html: string
  /** Without brackets; the same for a mail that is sent again. */
  messageId?: string
}

export interface Mailer {
  /** Resolves when the mail is somebody else's to deliver; rejects with `MailError`. */
  send(mail: Mail): Promise<void>
}

/** `refused`: the address takes no mail. `down`: it may go better next time. The cause may quote the address. */
export class MailError extends Error {
  readonly code: 'refused' | 'down'

  constructor(code: MailError['code'], cause: unknown) {
    super('A mail could not be sent', { cause })
    this.name = 'MailError'
    this.code = code
  }
}

/** Prints what would have been sent, for trying things out: whoever can read it can sign in as anybody. */
export function createPrintingMailer(print: (text: string) => void): Mailer {
  return {
    async send({ to, subject, text }) {
      print(
        `\n--- A mail, printed because no mail server is configured\nTo: ${to}\nSubject: ${subject}\n\n${text}---\n`,
      )
    },
  }
}
