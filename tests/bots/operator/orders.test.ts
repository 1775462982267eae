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
  const desk = createDesk(env, folder)
  await desk.operate('link', identity, email)
  const about = { id: '90001', identifier: 'x', number: 1, storeId: standin.storeId, custom: {} }
  const paid = { total: 500, refundedAmount: 0, status: 'paid', createdAt: 1_790_000_000_000 } as const
  const bought = { variant: 101, quantity: 1, email: 'elsewhere@example.org', testMode: true }
  standin.orders.set(about.id, { ...about, ...paid, ...bought })
  return { ...desk, standin }
}

it('lists an unclaimed order, settles it once, and then lists none', async () => {
  const { operate, expectEnd } = await openShopDesk()
  const line = /^when .*\n.* lemonsqueezy:90001 +starter +100 .*nobody\n/
  expect((await operate('orders', '--unclaimed')).stdout).toMatch(line)
  const listed = await operate('orders', '--unclaimed', '--json')
  const orders = [{ order: '90001', refunded: 0 }]
  expect(JSON.parse(listed.stdout)).toMatchObject({ wasAsked: true, orders })
  expect(listed.stdout).not.toContain('elsewhere')
  const credited = /^Credited: 100 credits of 90001 to \w{16}\. The balance is 100 credits\.\n$/
  await expectEnd(0, credited, ['order', '90001', email])
  const again = await operate('order', '90001', email, '--json')
  expect(JSON.parse(again.stdout)).toMatchObject({ outcome: 'known', credits: 100, balance: 100 })
  expect((await operate('orders', '--unclaimed')).stdout).toBe('There are no unclaimed orders.\n')
  expect((await operate('orders')).stdout).toMatch(/90001 .* \w{16}\n$/)
  expect((await operate('verify')).code).toBe(0)
})

it('says in a sentence that the provider does not answer, and what is not understood', async () => {
  const { operate, expectEnd, standin } = await openShopDesk()
  standin.behave({ kind: 'error', status: 401 }, { kind: 'error', status: 401 })
  await expectEnd(1, 'didn’t answer', ['orders', '--unclaimed'])
  await expectEnd(1, 'payment provider', ['order', '90001', email], 'stderr')
  expect((await operate('order', '90001', email, '--credits', 'many')).code).toBe(2)
  expect((await operate('order', '90001', 'nobody@example.org')).code).toBe(1)
})

it('undoes a grant by the key that it shows', async () => {
  const { operate, expectEnd } = await openShopDesk()
  const given = await operate('grant', email, '25', '--reason', 'a slip')
  const [, account = '', key = ''] = /^undo-grant (\w+) (\w+) takes it back\.$/m.exec(given.stdout) ?? []
  const taken = /^Taken back: 25 credits from \w{16}\. The balance is 0 credits\.\n$/
  await expectEnd(0, taken, ['undo-grant', account, key])
  const again = await operate('undo-grant', email, key, '--json')
  expect(JSON.parse(again.stdout)).toMatchObject({ outcome: 'known', taken: 25 })
  expect((await operate('undo-grant', email, 'other')).code).toBe(1)
  expect((await operate('verify')).code).toBe(0)
})

it('names the provider of each order that credits nobody, and asks which where several have one', async () => {
  const { operate, openStore } = await openShopDesk()
  const store = await openStore()
  const unclaimed = createUnclaimed({ records: store.records, clock: systemClock, hash: async () => '' })
  const purchase = { pack: 'starter', credits: 100 }
  const report = { provider: 'test', order: '90001', purchase, refunded: 0, createdAt: 1 }
  await unclaimed.note(report, 'no-account')
  await store.close()
  const told = 'Order test:90001 was paid and credits nobody: no account.'
  expect((await operate('verify')).stdout).toContain(told)
  const { code, stdout, stderr } = await operate('order', '90001', email)
  expect(`${code}: ${stdout}${stderr}`).toMatch(/^1: .*lemonsqueezy:90001 or test:90001/s)
  expect((await operate('order', 'test:90001', email)).code).toBe(0)
  expect((await operate('order', '90001', email)).code).toBe(0)
})
