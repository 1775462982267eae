/** Every mail: one text for people with and without HTML, fit for a phone and the dark, and nothing in it that tells of its reader. */
import { describe, expect, it } from 'vitest'
import { speak } from '#core/index.ts'
import { silent } from '#tests/kept-log.ts'
import type { Mail } from '#web/mailer.ts'
import { type CodePurpose, renderCodeMail } from '#web/mails/code-mail.ts'
import { createLinkMail } from '#web/mails/link-mail.ts'
import { mailPolicy } from '#web/mails/policy-mail.ts'

const publicUrl = 'https://bot.example'
const to = 'ada@example.org'
const code = (purpose: CodePurpose) => () =>
  renderCodeMail(speak(undefined), { to, code: '12345678', purpose, receiver: 'bob@example.org' }, publicUrl)

/** What is handed to the mailer. */
async function catchMail(
  send: (mailer: { send(mail: Mail): Promise<void> }) => Promise<unknown>,
): Promise<Mail> {
  const mails: Mail[] = []
  await send({ send: async (mail) => void mails.push(mail) })
  const [mail] = mails
  if (!mail) throw new Error('No mail was sent')
  return mail
}

const all: Record<string, () => Promise<Mail>> = {
  'sign-in': code('sign-in'),
  'old-address': code('old-address'),
  'new-address': code('new-address'),
  merge: code('merge'),
  connected: () =>
    catchMail((mailer) =>
      createLinkMail({ findLanguages: async () => ({}), mailer, publicUrl })({
        account: { id: 'a', email: to },
        identity: {
          platform: 'discord',
          user: '1',
          name: '<b>Eve</b> https://evil.example',
          team: 'www.evil.example',
        },
        unlinkToken: 'ticket',
        notification: 'n',
      }),
    ),
  policy: () =>
    catchMail((mailer) =>
      mailPolicy({
        core: {
          accounts: { list: async () => [{ id: 'a', email: to, createdAt: 0 }] } as never,
          preferences: { findLanguages: async () => ({}) } as never,
          notifications: { sendOnce: async (_name, _account, send) => send().then(() => true) },
        },
        ...{ mailer, publicUrl, version: '2026-11-01', log: silent },
      }),
    ),
}

describe.each(Object.entries(all))('the mail %s', (_name, render) => {
  it('has a frame that fits a phone and the dark, and says behind the subject what it is about', async () => {
    const { html } = await render()
    expect(html).toContain('max-width:560px')
    expect(html).toContain('prefers-color-scheme:dark')
    expect(html).toMatch(/<body[^>]*>\s*<div style="display:none[^"]*">[\w“]/)
    expect(html.match(/<h1/g)).toHaveLength(1)
    expect(html.match(/class="(button|code)"/g)).toHaveLength(1)
  })

  it('leads nowhere but here, fetches nothing but the icon, which is the same for all, and runs nothing', async () => {
    const { html, text } = await render()
    const addresses = [...html.matchAll(/(?:href|src|action)="([^"]*)"/g)].map(([, address]) => address)
    expect(addresses.filter((address) => !`${address}/`.startsWith(`${publicUrl}/`))).toEqual([])
    expect([...html.matchAll(/src="([^"]*)"/g)]).toHaveLength(1)
    expect(html).toMatch(/src="https:\/\/bot\.example\/assets\/mails-icon\.[0-9a-f]{10}\.png"/)
    expect(html).not.toMatch(/<script|<form|url\(|@import|<b>/)
    expect(text).not.toMatch(/evil\.example|https?:\/\/(?!bot\.example[/\n])/)
  })

  it('says the same in plain text', async () => {
    const { html, text } = await render()
    const [, heading = ''] = /<h1[^>]*>([^<]+)</.exec(html) ?? []
    expect(text.startsWith(`${heading}\n\n`)).toBe(true)
    for (const [, said = ''] of html.matchAll(/<p class="(?:text|quiet)"[^>]*>([^<&]+)</g))
      expect(text).toContain(said)
  })
})

it.each(['sign-in', 'old-address', 'new-address', 'merge'] as const)(
  'shows the code of %s in the subject, and once, large, in the mail',
  async (purpose) => {
    const { subject, html, text } = await code(purpose)()
    expect(subject).toMatch(/^1234 5678 is your /)
    expect(html.match(/1234 ?5678/g)).toHaveLength(1)
    expect(text.match(/1234 ?5678/g)).toHaveLength(1)
  },
)
