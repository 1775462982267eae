/** Tells every account that the privacy policy has changed. */
import { createHash } from 'node:crypto'
import { type Core, type Log, logFailure, type Words } from '#core/index.ts'
import type { Mailer } from '../mailer.ts'
import { renderMail } from './frame.ts'
import { findMailWords } from './mail-words.ts'

export interface PolicyMailing {
  core: Pick<Core, 'accounts' | 'notifications' | 'preferences'>
  mailer: Mailer
  publicUrl: string
  /** Names the change, such as the policy's date; each account is told once of each. */
  version: string
  log: Log
}

const isDay = /^\d{4}-\d\d-\d\d$/

/** How many accounts are read at a time. */
const pageSize = 100

/**
 * Mails all accounts that have an address and were not told of this version yet. Done again, it goes on where it was
 * cut off; `failed` counts those to whom the mail could not be handed over, who are tried again then.
 */
export async function mailPolicy(mailing: PolicyMailing): Promise<{ sent: number; failed: number }> {
  const { core, mailer, publicUrl, version, log } = mailing
  const outcome = { sent: 0, failed: 0 }
  let after: string | undefined
  for (;;) {
    const page = await core.accounts.list({ limit: pageSize, ...(after !== undefined && { after }) })
    for (const { id, email } of page) {
      if (email === undefined) continue
      const messageId = nameMessage(version, id, publicUrl)
      const words = await findMailWords(core.preferences.findLanguages, id)
      const content = render(words, email, version, messageId, publicUrl)
      const mail = await renderMail(words, content, publicUrl)
      try {
        const went = await core.notifications.sendOnce(`policy:${version}`, id, () => mailer.send(mail))
        if (went) outcome.sent += 1
      } catch (err) {
        outcome.failed += 1
        logFailure(log, err, { account: id }, 'An account could not be told of the policy')
      }
    }
    after = page.at(-1)?.id
    if (page.length < pageSize) return outcome
  }
}

function render(words: Words, to: string, version: string, messageId: string, publicUrl: string) {
  const { subject, heading, text, button, next, account } = words.mails.policy
  const told = text(isDay.test(version) ? words.day(Date.parse(version)) : version)
  return {
    ...{ to, messageId, heading },
    subject: `${subject} (${new URL(publicUrl).host})`,
    preheader: told,
    parts: [
      told,
      { url: `${publicUrl}/privacy`, label: button, isButton: true as const },
      next,
      { url: `${publicUrl}/account/settings`, label: account },
    ],
  }
}

function nameMessage(version: string, account: string, publicUrl: string): string {
  const digest = createHash('sha256').update(`policy:${version}:${account}`).digest('hex').slice(0, 32)
  return `${digest}@${new URL(publicUrl).hostname}`
}
