/** The port through which packs are sold. Several providers may feed one ledger, each under its own name. */
import type { Pack } from './packs.ts'

/** What is to be bought, by whom. */
export interface CheckoutRequest {
  account: string
  /** Filled in for the buyer, who may change it. */
  email?: string
  pack: Pack
  /** Where the buyer comes back to. */
  returnUrl: string
  /** After this nobody can pay any more; milliseconds since 1970. */
  expiresAt: number
}

/** All that a provider says of one paid order at one moment; what it says later includes it. */
export interface OrderReport {
  provider: string
  /** Unique within the provider. */
  order: string
  /** As the checkout was given it; absent where the provider does not hand it back. */
  account?: string
  /** The buyer's address as the provider has it: only ever compared, never kept or shown. */
  buyer?: string
  /** What was bought, by our own table; absent when it is not in there. */
  purchase?: { pack: string; credits: number }
  /** The part of the money given back so far, from 0 to 1. */
  refunded: number
  /** Milliseconds since 1970. */
  createdAt: number
}

/** Why a genuine message changes nothing; sending it again cannot help. */
export type Irrelevance = 'other-event' | 'other-store' | 'other-mode' | 'unpaid'

export type WebhookReading =
  /** The provider did not send it. */
  | { kind: 'forged' }
  /** Signed, and yet not what the provider documents. */
  | { kind: 'unreadable' }
  | { kind: 'irrelevant'; reason: Irrelevance; order?: string }
  | { kind: 'order'; report: OrderReport }

/** The vendor-errors of `CoreError` are all that a request rejects with. */
export interface Payments {
  /** In addresses, ledger keys and records; never changes once something was sold. */
  provider: string
  /** Answers with the address where the pack is paid. Never sent twice: a repeat would be another checkout. */
  createCheckout(request: CheckoutRequest): Promise<string>
  /** Paid orders created since then, newest first, without an account; all there are without `since`. */
  listOrders(since?: number): AsyncIterable<OrderReport>
  /** Believes nothing before the signature over the very bytes holds. */
  readWebhook(body: Uint8Array, header: (name: string) => string | undefined): WebhookReading
}
