/** Where vendors repeat what they were told, in refusals and orders: nothing of a person gets into the log by that. */
import { expect, it, onTestFinished } from 'vitest'
import { traceFault } from '#bots/trace-fault.ts'
import { createMemoryStore } from '#tests/core/payments/memory.ts'
import { openPurchases, openShop, tell } from '#tests/core/payments/shop.ts'
import { createVirtualClock } from '#tests/crash/virtual-clock.ts'
import { createKeptLog, type Line } from '#tests/kept-log.ts'
import { startSmtpStandIn } from '#tests/standins/smtp/smtp-standin.ts'
import { createSmtpMailer } from '#web/smtp-mailer.ts'
import { createBrowser } from './browser.ts'
import { createRig } from './rig.ts'

const email = 'canary-ada@example.org'

/** The lines as the program writes them. */
const write = (lines: readonly Line[]) =>
  JSON.stringify(
    lines.map(({ fields, ...line }) => ({
      ...line,
      fields: 'err' in fields ? { ...fields, err: traceFault(fields.err) } : fields,
    })),
  )

it.each(['refuse', 'fail'] as const)('a mail server that would %s', async (trouble) => {
  const server = await startSmtpStandIn()
  onTestFinished(() => server.close())
  server.trouble = trouble
  const mailer = createSmtpMailer({ url: server.url, from: 'bot@bot.example' })
  const rig = await createRig({ app: { mailer } })
  const answer = await createBrowser(rig.app).post('/sign-in', { email })
  expect([answer.status, (await answer.text()).includes(email)]).toEqual([502, false])
  expect(rig.lines.map(({ message }) => message)).toContain('A page failed')
  expect(write(rig.lines)).not.toContain('canary')
})

it('orders with the buyer’s address, refused checkouts and webhooks that cannot be read', async () => {
  const clock = createVirtualClock()
  const { log, lines } = createKeptLog()
  const ann = { id: 'ann', email, createdAt: 0 }
  const store = createMemoryStore(ann)
  const { standin, payments } = await openShop({ clock })
  const purchases = openPurchases(store, [payments], { clock, log })
  const url = await purchases.openCheckout(ann, 'starter', 'https://bot.example/')
  standin.behave({ kind: 'error', status: 422 })
  await purchases.openCheckout(ann, 'starter', 'https://bot.example/')
  for (const order of [standin.pay(url), standin.pay(url, { email: 'canary-ben@example.org' })]) {
    for (const text of [standin.render('order_created', order), '{"data":"canary"}']) {
      await tell(purchases, standin, text)
      await purchases.receiveWebhook('lemonsqueezy', new TextEncoder().encode(text), () => 'forged')
    }
  }
  await purchases.stop()
  for (const words of ['Credits were bought', 'A webhook was refused', 'A checkout was refused'])
    expect(write(lines)).toContain(words)
  expect(write(lines)).not.toContain('canary')
})
