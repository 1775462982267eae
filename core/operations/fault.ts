/** What can be wrong with the books. */
import type { EntryKind } from '#core/credits/ledger-store.ts'
import type { Status } from '#core/images/generation.ts'

export type Fault =
  /** The entry does not follow the one before it. */
  | { fault: 'sequence'; wallet: string; sequence: number; expected: number }
  /** The entry's balance is not the sum of all amounts so far. */
  | { fault: 'balance'; wallet: string; sequence: number; balance: number; sum: number }
  /** That kind cannot have such an amount. */
  | { fault: 'amount'; wallet: string; sequence: number; kind: EntryKind; amount: number }
  /** More was taken than there was. */
  | { fault: 'overdrawn'; wallet: string; sequence: number; balance: number }
  /** A spend or refund whose key is not its generation's. */
  | { fault: 'key'; wallet: string; sequence: number; key: string; reference: string }
  /** A spend or refund of another amount than its generation's price. */
  | { fault: 'price'; wallet: string; generation: string; amount: number; price: number }
  /** A refund of what was never taken. */
  | { fault: 'refund'; wallet: string; generation: string }
  /** A refund that counts in another budget than its spend. */
  | { fault: 'refund-budget'; wallet: string; generation: string }
  /** Of a team's wallet, and of nobody's budget; or the other way round. */
  | { fault: 'budget'; wallet: string; sequence: number }
  /** What a member, or a channel, has spent in a month is not the sum of the entries. */
  | {
      fault: 'total'
      wallet: string
      sequence: number
      month: string
      of: string
      spent: number
      sum: number
    }
  /** More was spent than the cap that it was held to. */
  | {
      fault: 'cap'
      wallet: string
      sequence: number
      month: string
      of: string
      spent: number
      limit: number
    }
  /** More of an order was taken back than it brought. */
  | { fault: 'order'; wallet: string; order: string; credits: number }
  /** More of a grant was taken back than it gave. */
  | { fault: 'taken-back'; wallet: string; sequence: number; amount: number; granted: number }
  /** Transfers that do not cancel each other out, though no merge is under way. */
  | { fault: 'transfers'; sum: number }
  /** A gift of which only one half is written, or another than was given, though none is under way. */
  | { fault: 'gift'; wallet: string; gift: string; sum: number }
  /** A generation that nobody ends. */
  | { fault: 'no-end'; owner: string; generation: string; status: Status }
  /** A generation that was not taken or given back as often as its end says. */
  | {
      fault: 'generation'
      owner: string
      generation: string
      status: Status
      price: number
      spends: number
      refunds: number
    }
