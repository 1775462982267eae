/** Mail over SMTP, to a server that takes it, refuses it, or does not answer. */
import { once } from 'node:events'
import { createServer } from 'node:net'
import { setImmediate as turn } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { traceFault } from '#bots/trace-fault.ts'
import { mustAct } from '#core/index.ts'
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
  renderCodeMail({ to, code: '12345678', purpose: 'sign-in' }, 'https://bot.example')

describe('mail by SMTP', () => {
  it('goes to the address, whose domain alone may change its case, as text and HTML', async () => {
    const mailer = createSmtpMailer({ url: server.url, from })
    await mailer.send({ ...(await render('Ada.L+x@Example.org')), messageId: 'one@bot.example' })
    const [mail] = server.mails
    expect(mail).toMatchObject({ to: ['Ada.L+x@example.org'], from: 'bot@bot.example' })
    expect(mail?.source).toMatch(/^To: Ada\.L\+x@example\.org\r$/m)
    expect(mail?.source).toMatch(/^From: imgsrc bot <bot@bot\.example>\r$/m)
    expect(mail?.source).toMatch(/^Message-ID: <one@bot\.example>\r$/im)
    expect(mail?.source).toMatch(/^Auto-Submitted: auto-generated\r$/im)
    expect(mail?.source).toContain('text/plain')
    expect(mail?.source).toContain('text/html')
    expect(mail?.source.replaceAll('=\r\n', '').match(/1234 5678/g)).toHaveLength(2)
  })

  it.each(["o'hara@example.org", 'a!#$%&*-/=?^_`{|}~@example.org', '"a\\"b"@example.org'])(
    'takes %s as it is',
    async (to) => {
      await createSmtpMailer({ url: server.url, from }).send(await render(to))
      expect(server.mails.map((mail) => mail.to)).toEqual([[to]])
    },
  )

  it.each([
    ['refuse', 'refused'],
    ['fail', 'down'],
  ] as const)('that the server would %s is %s', async (trouble, code) => {
    server.trouble = trouble
    const sent = createSmtpMailer({ url: server.url, from }).send(await render('ada@example.org'))
    await expect(sent).rejects.toMatchObject({ name: 'MailError', code })
  })

  it.each([535, 530, 534])(
    'a server that refuses the login with %i is down, and the operator’s to mend',
    async (status) => {
      const strict = createServer((socket) => {
        socket.on('error', () => undefined).write('220 strict ESMTP\r\n')
        socket.on('data', (data) => {
          const isLogin = /^AUTH/i.test(String(data))
          socket.write(
            isLogin ? `${status} 5.7.8 No such ada@example.org\r\n` : '250-strict\r\n250 AUTH PLAIN\r\n',
          )
        })
      })
      await new Promise<void>((resolve) => strict.listen(0, '127.0.0.1', resolve))
      const { port } = strict.address() as { port: number }
      const mailer = createSmtpMailer({ url: `smtp://bot:secret-word@127.0.0.1:${port}`, from })
      const failure = await mailer.send(await render('ada@example.org')).catch((error) => error)
      expect(failure).toMatchObject({ name: 'MailError', code: 'down' })
      const told = JSON.stringify(traceFault(failure))
      expect(told).toContain('SMTP_URL')
      expect(told).toContain(`"status":${status}`)
      expect(told).not.toMatch(/ada@|secret-word/)
      expect(mustAct(failure)).toBe(true)
      strict.close()
    },
  )

  it('a server that says nothing is down, after five seconds', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
    onTestFinished(() => void vi.useRealTimers())
    const mute = createServer((socket) => void socket.on('error', () => undefined)).listen(0, '127.0.0.1')
    onTestFinished(() => void mute.close())
    await once(mute, 'listening')
    const { port } = mute.address() as { port: number }
    const mailer = createSmtpMailer({ url: `smtp://127.0.0.1:${port}`, from })
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
