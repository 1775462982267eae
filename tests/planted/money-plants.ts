/** Bugs in the ledger, in what payments come to, and in merging wallets. */
import type { Plant } from './plant.ts'

const ledger = { file: 'core/credits/ledger.ts', caughtBy: ['tests/core/credits/ledger.test.ts'] }
const orders = { file: 'core/payments/orders.ts', caughtBy: ['tests/core/payments/orders.test.ts'] }
const webhooks = {
  file: 'core/payments/lemon-squeezy-order.ts',
  caughtBy: ['tests/core/payments/lemon-squeezy.test.ts', 'tests/core/payments/contract.test.ts'],
}

export const moneyPlants: readonly Plant[] = [
  {
    ...ledger,
    bug: 'a spend may be larger than the balance',
    search: "const covered: readonly Entry['kind'][] = ['spend', 'transfer']",
    replace: "const covered: readonly Entry['kind'][] = ['transfer']",
  },
  {
    ...ledger,
    bug: 'a repeated spend is refused when the balance no longer covers it',
    search: `        if (written) return written
        throw`,
    replace: '        throw',
  },
  {
    ...ledger,
    bug: 'an entry that lost the race for its place counts as written',
    search: 'if (await store.insert(next)) return next',
    replace: 'await store.insert(next)\n    if (next.sequence > 0) return next',
  },
  {
    ...ledger,
    bug: 'a balance does not follow from the entry before',
    search: 'const balance = before + entry.amount',
    replace: 'const balance = Math.max(before, 0) + entry.amount',
  },
  {
    ...orders,
    bug: 'every report of a refund takes credits again',
    search: 'let reversed = made.reduce((sum, { amount }) => sum - amount, 0)',
    replace: 'let reversed = 0',
  },
  {
    ...orders,
    bug: 'a refund that comes before its payment is forgotten',
    search: 'for (let number = made.length + 1; reversed < wanted; number++) {',
    replace: 'for (let number = made.length + 1; made.length > 0 && reversed < wanted; number++) {',
  },
  {
    ...orders,
    bug: 'a late webhook credits an account that is deleted',
    search: 'const account = buyer && (await findHolder(buyer))',
    replace: 'const account = buyer',
  },
  {
    ...orders,
    bug: 'an order is credited anew for each account it is said to be of',
    search: 'const known = before.find(isPurchase)',
    replace: 'const known = before.find((entry) => isPurchase(entry) && entry.wallet === report.account)',
  },
  {
    ...orders,
    bug: 'what is not paid is credited',
    search: "if (report.doubt === 'unpaid') return 'unpaid'",
    replace: '',
  },
  {
    ...orders,
    bug: 'what was given back before anybody is credited is forgotten',
    search: 'const refunded = Math.max(report.refunded, noted?.refunded ?? 0)',
    replace: 'const refunded = report.refunded',
  },
  {
    ...orders,
    bug: 'what is given back after its buyer has left is not booked',
    search: 'const noted = await unclaimed.find(provider, order)',
    replace:
      "if (!holder) return { outcome: 'settled', left: purchase.amount }\n    const noted = await unclaimed.find(provider, order)",
  },
  {
    file: 'core/operations/undo-grant.ts',
    caughtBy: ['tests/core/operations/orders.test.ts'],
    bug: 'a grant is taken back again where the account was taken over',
    search: 'const known = await findFirst(all, back.key)',
    replace: 'const known = await findFirst([grant.wallet], back.key)',
  },
  {
    ...webhooks,
    bug: 'any signature of the right length is believed',
    file: 'core/secrets/is-same.ts',
    search: 'return timingSafeEqual(one, other)',
    replace: 'return given.length === right.length || timingSafeEqual(one, other)',
  },
  {
    ...webhooks,
    bug: 'test orders are worth real credits',
    search: "return test_mode === shop.testMode ? undefined : 'other-mode'",
    replace: '',
  },
  {
    ...webhooks,
    bug: "another store's orders are worth credits here",
    search: "if (String(store_id) !== shop.storeId) return 'other-store'",
    replace: '',
  },
  {
    ...webhooks,
    bug: 'an unpaid order is worth credits',
    search: "return paidStatuses.includes(status) ? undefined : 'unpaid'",
    replace: 'return paidStatuses.includes(status) ? undefined : undefined',
  },
  {
    ...webhooks,
    bug: 'a partial refund takes nothing back',
    search: 'return total === 0 ? 1 : Math.min(refunded_amount / total, 1)',
    replace: 'return total === 0 ? 1 : 0',
  },
  {
    bug: 'what was paid on the day of the last look is not looked at again',
    file: 'core/payments/reconciler.ts',
    search: 'provider.listOrders(lookedAt - overlap)',
    replace: 'provider.listOrders(lookedAt)',
    caughtBy: ['tests/core/payments/purchases.test.ts'],
  },
  {
    bug: 'two processes compare orders at once',
    file: 'core/records/lease.ts',
    search: 'if (!held || (holder !== owner && isAlive(holder))) return false',
    replace: 'if (!held) return false',
    caughtBy: ['tests/core/payments/purchases.test.ts'],
  },
  {
    bug: 'a merge cut off between its two entries loses the credits',
    file: 'core/accounts/merge.ts',
    search: 'if (!known && balance <= 0) return',
    replace: 'if (balance <= 0) return',
    caughtBy: ['tests/web/merging.test.ts'],
  },
  {
    bug: 'a merge takes the wallet while its pictures are still being drawn',
    file: 'core/accounts/merge.ts',
    search: 'if (isSettled(clock, body.since)) await records.removeRecord(kind, from)',
    replace: 'await records.removeRecord(kind, from)',
    caughtBy: ['tests/crash/late.test.ts'],
  },
  {
    bug: 'whoever deletes the account is welcomed with credits again',
    file: 'core/accounts/welcome.ts',
    search: 'return found !== undefined && found.body.account !== id',
    replace: 'return found !== undefined && id === undefined',
    caughtBy: ['tests/web/erasing.test.ts'],
  },
]
