/** The mail that tells an account's owner of a new link, with a way to undo it. */
import type { Outbound } from '#core/index.ts'
import type { Mailer } from '../mailer.ts'
import { describeChatUser } from '../pages/words.ts'
import { renderMail } from './frame.ts'

/** Mails whoever the account's address belongs to. */
export function createLinkMail({
  mailer,
  publicUrl,
}: {
  mailer: Mailer
  publicUrl: string
}): Outbound['linked'] {
  return async ({ account, identity, unlinkToken, notification }) => {
    const { host, hostname } = new URL(publicUrl)
    const mail = {
      to: account.email,
      messageId: `${notification}@${hostname}`,
      subject: `A chat was linked to your account (${host})`,
      parts: [
        `${describeChatUser(identity)} is now linked to your imgsrc bot account and can spend its credits.`,
        'If that is you, all is well. If it is not, undo it here; you need not sign in:',
        { url: `${publicUrl}/unlink/${unlinkToken}`, label: 'Undo this link' },
        'The address works once, for 30 days. Whoever has it can only undo this link.',
      ],
    }
    await mailer.send(await renderMail(mail, publicUrl))
  }
}
