/** Orders that a team's cap keeps back, as far as whoever asks for more credits and whoever answers must know of them. */
import type { Origin } from '#core/chat.ts'
import type { Clock } from '#core/clock.ts'
import type { GenerationStore } from '#core/images/generation-store.ts'
import type { RecordStore } from '#core/records/record-store.ts'
import { findAttempt } from './attempts.ts'
import { askedLife, heldKind, nameHeldCall, readHeld } from './held-record.ts'
import { findReachedCaps, type PayerPorts, type ReachedCap } from './payer.ts'

export interface KeptOrder {
  origin: Origin
  /** Whole credits. */
  price: number
  /** What its owner would have shown to others there anyway. */
  prompt?: string
  /** The team that is to pay, and its caps that keep it back as things stand; absent where no team would pay. */
  paying?: { team: string; month: string; reached: readonly ReachedCap[] }
}

export interface KeptOrders {
  /** The longest that one can be kept. Milliseconds. */
  life: number
  find(account: string, id: string): Promise<KeptOrder | undefined>
  isKept(account: string, id: string): Promise<boolean>
  /** Keeps it until then, whatever else of its account's is held meanwhile. */
  keepUntil(account: string, id: string, until: number): Promise<void>
  drop(account: string, id: string): Promise<void>
  /** Whether it is drawn, was, or came to an end in the attempt. */
  isPlaced(id: string): Promise<boolean>
}

export interface KeptOrderPorts extends PayerPorts {
  records: RecordStore
  generations: Pick<GenerationStore, 'find'>
  clock: Pick<Clock, 'now'>
}

export function createKeptOrders(ports: KeptOrderPorts): KeptOrders {
  const { records, generations, clock } = ports

  /** More than one only where a crash came in between. */
  async function listOwn(account: string, id: string) {
    const held = await records.listRecords(heldKind, account, clock.now())
    return held.filter(({ body }) => body.id === id)
  }

  /** Also what was asked for of an account that another is only just taking over: of the two, it may be either's. */
  async function list(account: string, id: string) {
    const own = await listOwn(account, id)
    const asked = own.some(({ key }) => key === id)
      ? undefined
      : await records.findRecord(heldKind, id, clock.now())
    return asked ? [...own, asked] : own
  }

  return {
    life: askedLife,
    async find(account, id) {
      const [record] = await listOwn(account, id)
      if (!record) return undefined
      const { order, price } = readHeld(record)
      const paying = await findReachedCaps(ports, order, price)
      const prompt = order.private ? undefined : (order.prompt ?? order.like?.prompt)
      return {
        origin: order.origin,
        price,
        ...(paying && { paying }),
        ...(prompt !== undefined && { prompt }),
      }
    },
    isKept: async (account, id) => (await list(account, id)).length > 0,
    async keepUntil(account, id, until) {
      for (const { key, version, body } of await list(account, id)) {
        if (key === id) continue
        const { claimedUntil: _, ...held } = body
        const asked = { kind: heldKind, key: id, owner: account, expiresAt: until, body: held }
        await records.insertRecord(asked, clock.now())
        await records.removeRecord(heldKind, key, version)
      }
    },
    async drop(account, id) {
      for (const { key } of await list(account, id)) await records.removeRecord(heldKind, key)
    },
    async isPlaced(id) {
      return (await findAttempt(generations, nameHeldCall(id))).known !== undefined
    },
  }
}
