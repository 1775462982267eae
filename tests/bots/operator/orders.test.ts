/** The operator's commands about orders and grants, as typed. */
import { expect, it, onTestFinished } from 'vitest'
import { systemClock } from '#core/clock.ts'
import { createUnclaimed } from '#core/payments/unclaimed.ts'
import { makeStore } from '#tests/fresh-store.ts'
import { startLemonSqueezyStandin } from '#tests/standins/lemonsqueezy/standin.ts'
import { createFolder } from '#tests/temporary-folder.ts'
import { leadTo } from '#tests/variables.ts'
import { createDesk, email, identity } from './desk.ts'

async function openShopDesk() {
  const standin = await startLemonSqueezyStandin()
  onTestFinished(() => standin.close())
  const folder = createFolder()
  await makeStore({ DATA_DIR: folder })
  const env = {
    ...leadTo.lemonSqueezy(standin),
    CREDIT_PACKS: 'starter:100:$5:101',
    WELCOME_CREDITS: '0',
  }
  const { operate, openStore } = createDesk(env, folder)
  await operate('link', identity, email)
  const order = {
    id: '90001',
    identifier: 'x',
    number: 1,
    storeId: standin.storeId,
    variant: 101,
    quantity: 1,
    email: 'elsewhere@example.org',
    custom: {},
    total: 500,
    refundedAmount: 0,
    status: 'paid' as const,
    testMode: true,
    createdAt: 1_790_000_000_000,
  }
  standin.orders.set(order.id, order)
  return { operate, openStore, standin, order }
}

it('lists an unclaimed order, settles it once, and then lists none', async () => {
  const { operate } = await openShopDesk()
  expect((await operate('orders', '--unclaimed')).stdout).toMatch(
    /^when .*\n.* lemonsqueezy:90001 +starter +100 .*nobody\n/,
  )
  const listed = await operate('orders', '--unclaimed', '--json')
  expect(JSON.parse(listed.stdout)).toMatchObject({
    wasAsked: true,
    orders: [{ order: '90001', refunded: 0 }],
  })
  expect(listed.stdout).not.toContain('elsewhere')
  expect(await operate('order', '90001', email)).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(
      /^Credited: 100 credits of 90001 to \w{16}\. The balance is 100 credits\.\n$/,
    ),
  })
  const again = await operate('order', '90001', email, '--json')
  expect(JSON.parse(again.stdout)).toMatchObject({ outcome: 'known', credits: 100, balance: 100 })
  expect((await operate('orders', '--unclaimed')).stdout).toBe('There are no unclaimed orders.\n')
  expect((await operate('orders')).stdout).toMatch(/90001 .* \w{16}\n$/)
  expect((await operate('verify')).code).toBe(0)
})

it('says in a sentence that the provider does not answer, and what is not understood', async () => {
  const { operate, standin } = await openShopDesk()
  standin.behave({ kind: 'error', status: 401 }, { kind: 'error', status: 401 })
  expect(await operate('orders', '--unclaimed')).toMatchObject({
    code: 1,
    stdout: expect.stringContaining('did not answer'),
  })
  const { code, stderr } = await operate('order', '90001', email)
  expect([code, stderr.includes('payment provider')]).toEqual([1, true])
  expect((await operate('order', '90001', email, '--credits', 'many')).code).toBe(2)
  expect((await operate('order', '90001', 'nobody@example.org')).code).toBe(1)
})

it('undoes a grant by the key that it shows', async () => {
  const { operate } = await openShopDesk()
  const given = await operate('grant', email, '25', '--reason', 'a slip')
  const [, account = '', key = ''] = /^undo-grant (\w+) (\w+) takes it back\.$/m.exec(given.stdout) ?? []
  expect(await operate('undo-grant', account, key)).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^Taken back: 25 credits from \w{16}\. The balance is 0 credits\.\n$/),
  })
  expect(JSON.parse((await operate('undo-grant', email, key, '--json')).stdout)).toMatchObject({
    outcome: 'known',
    taken: 25,
  })
  expect((await operate('undo-grant', email, 'other')).code).toBe(1)
  expect((await operate('verify')).code).toBe(0)
})

it('names the provider of each order that credits nobody, and asks which where several have one', async () => {
  const { operate, openStore } = await openShopDesk()
  const store = await openStore()
  const unclaimed = createUnclaimed({ records: store.records, clock: systemClock })
  const purchase = { pack: 'starter', credits: 100 }
  const report = { provider: 'test', order: '90001', purchase, refunded: 0, createdAt: 1 }
  await unclaimed.note(report, 'no-account')
  await store.close()
  expect((await operate('verify')).stdout).toContain(
    'Order test:90001 was paid and credits nobody: no account.',
  )
  const asked = await operate('order', '90001', email)
  expect([asked.code, `${asked.stdout}${asked.stderr}`]).toEqual([
    1,
    expect.stringContaining('lemonsqueezy:90001 and test:90001'),
  ])
  expect((await operate('order', 'test:90001', email)).code).toBe(0)
  expect((await operate('order', '90001', email)).code).toBe(0)
})
