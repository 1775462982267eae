/** What an operator does to accounts and their books, beside the running bot. */
import { createOpenByEmail } from '#core/accounts/accounts.ts'
import { createAliases } from '#core/accounts/aliases.ts'
import { createMerge } from '#core/accounts/merge.ts'
import { createWelcome, type WelcomeRules } from '#core/accounts/welcome.ts'
import type { Clock, CreateId } from '#core/clock.ts'
import { createLedger } from '#core/credits/ledger.ts'
import { createOrderBook } from '#core/payments/orders.ts'
import { claimOrders } from '#core/payments/platform-sales.ts'
import type { Provider } from '#core/payments/provider.ts'
import { createUnclaimed } from '#core/payments/unclaimed.ts'
import type { DurableSecret } from '#core/secrets/durable-secret.ts'
import { createDurableHash } from '#core/secrets/keyed-hash.ts'
import type { Store } from '#core/store/store.ts'
import { type Books, createBooks } from './books.ts'
import { createGrant, type Grant } from './grant.ts'
import { createLink, type Link } from './link.ts'
import { createOrders, type Orders } from './orders.ts'
import { createRefund, type Refund } from './refund.ts'
import { createUndoGrant, type UndoGrant } from './undo-grant.ts'
import { createReportUsage, type ReportUsage } from './usage.ts'
import { createVerify, type Verify } from './verify.ts'
import { createWallets } from './wallets.ts'

export interface Operations {
  link: Link
  grant: Grant
  undoGrant: UndoGrant
  orders: Orders
  refund: Refund
  books: Books
  verify: Verify
  usage: ReportUsage
  /** Copies the store to a new file, as `Store` says; false where the database has its own tools. */
  backUp(file: string): Promise<boolean>
  close(): Promise<void>
}

export interface OperationsPorts {
  store: Store
  providers: readonly Provider[]
  clock: Clock
  createId: CreateId
  /** Keys the digests of addresses that were welcomed. */
  durableSecret: DurableSecret
}

export function createOperations(ports: OperationsPorts, rules: WelcomeRules): Operations {
  const { store, clock } = ports
  const common = {
    ...ports,
    ledger: createLedger(store.ledger, clock),
    hash: createDurableHash(ports.durableSecret),
    accounts: store.accounts,
    generations: store.generations,
    entries: store.ledger,
    records: store.records,
    owned: store.owned,
    dump: store.dump,
  }
  const aliases = createAliases({ ...common, store: store.accounts })
  const merge = createMerge({ ...common, store: store.accounts, aliases })
  const welcome = createWelcome(common, rules)
  const openByEmail = createOpenByEmail({ ...common, store: store.accounts })
  const wallets = createWallets({ ...common, aliases })
  const unclaimed = createUnclaimed(common)
  const resolveAlias = aliases.resolve
  const book = createOrderBook({ ...common, unclaimed, resolveAlias, findBuyer: async () => undefined })
  const link = createLink({ ...common, openByEmail, welcome, merge: merge.merge })
  return {
    async link(user, email) {
      const ended = await link(user, email)
      if (ended.outcome === 'linked') {
        const account = ended.account.id
        await claimOrders(unclaimed, user, (report) => book.settle({ ...report, account }))
      }
      return ended
    },
    grant: createGrant({ ...common, wallets }),
    undoGrant: createUndoGrant({ ...common, wallets }),
    orders: createOrders({ ...common, wallets, aliases, unclaimed, book }),
    refund: createRefund({ ...common, wallets }),
    books: createBooks({ ...common, wallets }),
    verify: createVerify({ ...common, wallets }),
    usage: createReportUsage({ ...common, wallets }),
    async backUp(file) {
      if (!store.backUp) return false
      await store.backUp(file)
      return true
    },
    close: store.close,
  }
}
