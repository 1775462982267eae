/** Mail over SMTP, to a server that takes it, refuses it, or does not answer. */
import { once } from 'node:events'
import { createServer } from 'node:net'
import { setImmediate as turn } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { traceFault } from '#bots/trace-fault.ts'
import { mustAct, speak } from '#core/index.ts'
import { listen } from '#tests/standins/loopback.ts'
import { type SmtpStandIn, startSmtpStandIn } from '#tests/standins/smtp/smtp-standin.ts'
import { createPrintingMailer } from '#web/mailer.ts'
import { renderCodeMail } from '#web/mails/code-mail.ts'
import { createSmtpMailer } from '#web/smtp-mailer.ts'

let server: SmtpStandIn
beforeEach(async () => {
  server = await startSmtpStandIn()
})
afterEach(() => server.close())

const from = 'imgsrc bot <bot@bot.example>'
const render = (to: string) =>
  renderCodeMail(speak(undefined), { to, code: '12345678', purpose: 'sign-in' }, 'https://bot.example')

describe('mail by SMTP', () => {
  it('goes to the address, whose domain alone may change its case, as text and HTML', async () => {
    const mailer = createSmtpMailer({ url: server.url, from })
    await mailer.send({ ...(await render('Ada.L+x@Example.org')), messageId: 'one@bot.example' })
    const [mail] = server.mails
    expect(mail).toMatchObject({ to: ['Ada.L+x@example.org'], from: 'bot@bot.example' })
    for (const line of [
      /^To: Ada\.L\+x@example\.org\r$/m,
      /^From: imgsrc bot <bot@bot\.example>\r$/m,
      /^Message-ID: <one@bot\.example>\r$/im,
      /^Auto-Submitted: auto-generated\r$/im,
      ...[/text\/plain/, /text\/html/],
    ])
      expect(mail?.source).toMatch(line)
    expect(mail?.source.replaceAll('=\r\n', '').match(/1234 5678/g)).toHaveLength(3)
  })

  const odd = ["o'hara@example.org", 'a!#$%&*-/=?^_`{|}~@example.org', '"a\\"b"@example.org']
  it.each(odd)('takes %s as it is', async (to) => {
    await createSmtpMailer({ url: server.url, from }).send(await render(to))
    expect(server.mails.map((mail) => mail.to)).toEqual([[to]])
  })

  it.each([
    ['refuse', 'refused'],
    ['fail', 'down'],
  ] as const)('that the server would %s is %s', async (trouble, code) => {
    server.trouble = trouble
    const sent = createSmtpMailer({ url: server.url, from }).send(await render('ada@example.org'))
    await expect(sent).rejects.toMatchObject({ name: 'MailError', code })
  })

  const refusals = [535, 530, 534]
  it.each(refusals)(
    'a server that refuses the login with %i is down, and the operator’s to mend',
    async (status) => {
      const refusal = `${status} 5.7.8 No such ada@example.org\r\n`
      const strict = createServer((socket) => {
        socket.on('error', () => undefined).write('220 strict ESMTP\r\n')
        socket.on('data', (data) => {
          socket.write(/^AUTH/i.test(String(data)) ? refusal : '250-strict\r\n250 AUTH PLAIN\r\n')
        })
      })
      onTestFinished(() => void strict.close())
      const mailer = createSmtpMailer({ url: `smtp://bot:secret-word@${await listen(strict)}`, from })
      const failure = await mailer.send(await render('ada@example.org')).catch((error) => error)
      expect(failure).toMatchObject({ name: 'MailError', code: 'down' })
      const told = JSON.stringify(traceFault(failure))
      for (const words of ['SMTP_URL', `"status":${status}`]) expect(told).toContain(words)
      expect(told).not.toMatch(/ada@|secret-word/)
      expect(mustAct(failure)).toBe(true)
    },
  )

  it('a server that says nothing is down, after five seconds', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
    onTestFinished(() => void vi.useRealTimers())
    const mute = createServer((socket) => void socket.on('error', () => undefined))
    onTestFinished(() => void mute.close())
    const mailer = createSmtpMailer({ url: `smtp://${await listen(mute)}`, from })
    const sent = mailer.send(await render('ada@example.org')).catch((error) => error)
    await once(mute, 'connection')
    // What waits for a connection is over, and what waits for a greeting has begun.
    for (let turns = 0; turns < 100; turns++) await turn()
    await vi.advanceTimersByTimeAsync(4_999)
    expect(await Promise.race([sent, turn('waiting')])).toBe('waiting')
    await vi.advanceTimersByTimeAsync(1)
    expect(await sent).toMatchObject({ name: 'MailError', code: 'down' })
  })

  it('without a server is down', async () => {
    await server.close()
    const sent = createSmtpMailer({ url: server.url, from }).send(await render('ada@example.org'))
    await expect(sent).rejects.toMatchObject({ name: 'MailError', code: 'down' })
    server = await startSmtpStandIn()
  })
})

it('prints what it would send', async () => {
  const printed: string[] = []
  await createPrintingMailer((text) => printed.push(text)).send(await render('ada@example.org'))
  expect(printed.join()).toContain('ada@example.org')
  expect(printed.join()).toContain('1234 5678')
})
