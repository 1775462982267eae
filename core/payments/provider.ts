/** The port through which packs are sold. Several providers feed one ledger, each under its own name. */
import type { ChatUser, PlatformName } from '#core/chat.ts'
import type { Pack } from './packs.ts'

/** What is to be bought, by whom. */
export interface CheckoutRequest {
  account: string
  /** Whose credits they will be, where that is not the account: a team, as `payerOfTeam` names it. */
  payer?: string
  /** Filled in for the buyer, who may change it. */
  email?: string
  pack: Pack
  /** Where the buyer comes back to. */
  returnUrl: string
  /** After this nobody can pay any more; milliseconds since 1970. */
  expiresAt: number
}

/**
 * What an order is that is not paid: `unpaid` if it is not yet, or no longer, in whatever words; `fraudulent` if somebody
 * else's money was paid, all of which goes back.
 */
export type Doubt = 'unpaid' | 'fraudulent'

/** All that a provider says of one order at one moment; what was given back by then includes what was before. */
export interface OrderReport {
  provider: string
  /** Unique within the provider. */
  order: string
  /** As the checkout was given it; absent where the provider does not hand it back. */
  account?: string
  /** The team that it was bought for, as its checkout was given it. */
  payer?: string
  /** The buyer's address as the provider has it: only ever compared, never kept or shown. */
  buyer?: string
  /** Who bought it where they chat, as that platform says: the account that they are tied to is credited. */
  user?: Pick<ChatUser, 'platform' | 'user'>
  /** What was bought, by our own table; absent when it is not in there. */
  purchase?: { pack: string; credits: number }
  /** The part of the money given back so far, from 0 to 1; 1 for what is fraudulent. */
  refunded: number
  /** Absent for one that is paid, also if its money was given back since. */
  doubt?: Doubt
  /** Bought to try things out: no money moved. */
  isTest?: true
  /** Its seller waits to hear that it was handed over, and until then sells its buyer no other of its kind. */
  isOpen?: true
  /** Milliseconds since 1970. */
  createdAt: number
}

/** Why a genuine message changes nothing; sending it again cannot help. `not-bought`: it was given away, or is no pack's. */
export type Irrelevance = 'other-event' | 'other-store' | 'other-mode' | 'not-bought'

export interface Unreadable {
  kind: 'unreadable'
  order?: string
  cause?: Error
}

/** What the provider itself says, read. */
export type OrderReading =
  /** Not what the provider documents: `cause` tells which fields, `order` is there where it can be read. */
  | Unreadable
  | { kind: 'irrelevant'; reason: Irrelevance; order?: string }
  | { kind: 'order'; report: OrderReport }

/** `forged`: the provider did not send it. */
export type WebhookReading = { kind: 'forged' } | OrderReading

/** How a list that was broken off goes on. */
export interface Pages {
  /** A place that `passed` was told; from the newest where absent. */
  from?: string | undefined
  /** Told, whenever a page has been handed over and there is another, where that begins. */
  passed(place: string): Promise<void>
}

/** Knows the orders of what it sold. A request rejects with `provider-trouble` alone. */
export interface OrderSource {
  /** In addresses, ledger keys and records: letters, digits, hyphens. Never changes once something was sold. */
  name: string
  /** As people know it; shown where they can choose between several. */
  title: string
  /**
   * Orders created since then, newest first, without an account; all there are without `since`. What came while a list was
   * broken off stands before the place where it goes on.
   */
  listOrders(since?: number, pages?: Pages): AsyncIterable<OrderReport>
  /** The order as it is now, without an account; undefined when there is none of ours by that id. */
  findOrder(order: string): Promise<OrderReport | undefined>
}

/** Sells at an address, to whoever has a browser. */
export interface WebProvider extends OrderSource {
  kind: 'web'
  packs: readonly Pack[]
  /** Answers with the address where the pack is paid. Never sent twice: a repeat would be another checkout. */
  createCheckout(request: CheckoutRequest): Promise<string>
  /**
   * The address of an order's receipt at the provider itself, which may not last; undefined where it shows none. Rejects with
   * `provider-trouble`. Absent where none are given.
   */
  findReceipt?(order: string): Promise<string | undefined>
  /** The variable that webhooks' signatures are checked by; absent where nobody sets one. */
  secretVariable?: string
  /** Believes nothing before the signature over the very bytes holds. */
  readWebhook(body: Uint8Array, header: (name: string) => string | undefined): WebhookReading
}

/** A pack as a platform sells it; `sku` is the platform's own id of the thing sold. */
export interface SkuPack extends Pack {
  sku: string
}

/** A chat platform that sells by itself, to whoever is there. What it tells of orders reaches `Purchases` by the bot's connection. */
export interface PlatformProvider extends OrderSource {
  kind: 'platform'
  platform: PlatformName
  packs: readonly SkuPack[]
  /** Reads what the platform tells of an order, under its own name for the event. Rejects with `provider-trouble`. */
  readEvent(name: string, data: object): Promise<OrderReading>
  /** Tells the platform that an order was handed over, which may be said again. Rejects with `provider-trouble`. */
  consume(order: string): Promise<void>
}

export type Provider = WebProvider | PlatformProvider
