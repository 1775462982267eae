/** The mail that tells an account's owner of a new link, with a way to undo it. */
import type { Outbound } from '#core/index.ts'
import type { Mailer } from '../mailer.ts'
import { describeChatUser } from '../pages/words.ts'
import { renderMail } from './frame.ts'
import { type FindLanguages, findMailWords } from './mail-words.ts'

/** Mails whoever the account's address belongs to. */
export function createLinkMail({
  findLanguages,
  mailer,
  publicUrl,
}: {
  findLanguages: FindLanguages
  mailer: Mailer
  publicUrl: string
}): Outbound['linked'] {
  return async ({ account, identity, unlinkToken, notification }) => {
    const words = await findMailWords(findLanguages, account.id)
    const { subject, heading, who, next, button, rules } = words.mails.connected
    const { host, hostname } = new URL(publicUrl)
    const told = who(describeChatUser(words, identity))
    const mail = {
      to: account.email,
      messageId: `${notification}@${hostname}`,
      subject: `${subject} (${host})`,
      heading,
      preheader: told,
      parts: [
        told,
        next,
        { url: `${publicUrl}/unlink/${unlinkToken}`, label: button, isButton: true as const },
        { note: rules },
      ],
    }
    await mailer.send(await renderMail(words, mail, publicUrl))
  }
}
