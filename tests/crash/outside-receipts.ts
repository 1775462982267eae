/** Keeping who bought something for a team, as work to be cut off. */

import { noteTeamOrder } from '#core/payments/receipts.ts'
import type { RecordStore } from '#core/records/record-store.ts'
import type { Work } from './outside.ts'

const clock = { now: () => Date.UTC(2100, 0, 1), sleep: async () => undefined }
const report = { provider: 'lemonsqueezy', order: '1', account: 'ann', refunded: 0, createdAt: 1 }
const bought = { payer: 'team:slack:T1', credits: 100, at: 1, isNew: true }

export const receiptWorks: readonly Work[] = [
  {
    act: (records: RecordStore) =>
      noteTeamOrder(
        {
          records,
          clock,
          resolveAlias: async (account) => account,
          checkouts: { findAccount: async () => undefined },
        },
        report,
        { outcome: 'settled', left: 100, bought },
      ),
    read: async (records) =>
      (await records.listRecords('team-order', 'ann', clock.now())).map(({ key }) => key),
  },
]
