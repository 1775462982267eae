/** Orders that wait for a payment: kept for a while, and claimed by one process when the credits are there. */
import { createHash } from 'node:crypto'
import type { Clock } from '#core/clock.ts'
import { findMore } from '#core/credits/budget.ts'
import { CoreError, hasCode } from '#core/errors.ts'
import type { Job } from '#core/images/tasks/task.ts'
import { type Log, logFailure } from '#core/log.ts'
import { putRecord } from '#core/records/change-record.ts'
import type { RecordStore, StoredRecord } from '#core/records/record-store.ts'
import { askedLife, heldKind, nameHeldCall, readHeld, renderHeld } from './held-record.ts'
import type { Brought } from './intake.ts'
import type { ImageOrder } from './order.ts'
import { findPriceRefusal, findReachedCaps, type PayerPorts } from './payer.ts'

/** An order that this process alone may place for now. */
export interface HeldOrder {
  /** Its call is one of its own, the same at every attempt: placing it again does nothing more. */
  order: ImageOrder
  record: StoredRecord
}

export interface HeldOrders {
  /**
   * Does as `place` does. An order that the balance does not cover, or that a team's cap keeps back, is kept in place of the
   * account's last one: `insufficient-credits` then says until when, and `cap-reached` by what name. What a cap keeps back
   * waits for its team alone.
   */
  placeOrHold(order: ImageOrder, place: (order: ImageOrder) => Promise<Job>): Promise<Job>
  /** Claims those whose price the balance now covers: of one account, or of all. */
  claim(account?: string): Promise<HeldOrder[]>
  /** Whether another process is placing one of this account's, or will: one that is paid for now, and that it alone can read. */
  isElsewhere(account: string): Promise<boolean>
  /** What a cap keeps back of this account's, as its owner is to pay for it themselves. */
  findKept(account: string, id: string): Promise<HeldOrder | undefined>
  /** Forgets one, unless a later one has taken its place. */
  drop(held: HeldOrder): Promise<void>
}

/** As long as a reply can still be delivered (Discord's interaction tokens live 15 minutes). Milliseconds. */
const orderLife = 15 * 60_000
/** Of one account, as many as may wait for an answer, and one more. */
const mostReadable = 6
/** How long a claim keeps others away: placing an order takes far less. Milliseconds. */
const claimLife = 30_000

/** How to read what was brought with an order that is held. */
interface Readable {
  account: string
  brought: readonly Brought[]
  until: number
}

export interface HoldingPorts extends PayerPorts {
  records: RecordStore
  clock: Clock
  /** Names this process. */
  owner: string
  /** Whether the process of that name may still be working. */
  isAlive(owner: string): boolean
  log: Log
}

export function createHeldOrders(ports: HoldingPorts): HeldOrders {
  const { records, clock, owner, isAlive, log } = ports
  // By call.
  const readable = new Map<string, Readable>()

  /** Undefined when another process alone can read it, or no process any more: then it is forgotten. */
  async function findBrought(record: StoredRecord) {
    const { key, version } = record
    const { order, reader } = readHeld(record)
    if (reader === undefined) return []
    const known = readable.get(order.call)
    if (known) return known.brought
    if (reader === owner || !isAlive(reader)) await records.removeRecord(heldKind, key, version)
    return undefined
  }

  async function claim(record: StoredRecord): Promise<HeldOrder | undefined> {
    const { order, price, claimedUntil = 0 } = readHeld(record)
    if (claimedUntil > clock.now() || (await findPriceRefusal(ports, order, price))) return undefined
    const brought = await findBrought(record)
    if (!brought) return undefined
    const body = { ...record.body, claimedUntil: clock.now() + claimLife }
    if (!(await records.replaceRecord({ ...record, body }))) return undefined
    const whole = brought.length > 0 ? { ...order, brought } : order
    return { order: whole, record: { ...record, version: record.version + 1 } }
  }

  /** Answers with until when, in milliseconds since 1970. */
  async function hold({ brought = [], ...order }: ImageOrder, price: number, id?: string): Promise<number> {
    const expiresAt = clock.now() + orderLife
    const account = order.owner
    const call = nameHeldCall(id ?? order.call)
    const until = id === undefined ? expiresAt : clock.now() + askedLife
    keepReadable(readable, call, { account, brought, until }, clock.now())
    const reader = brought.length > 0 && { reader: owner }
    const waits = id !== undefined && { id }
    const pays = id !== undefined && ({ pays: 'team' } as const)
    const body = renderHeld({ order: { ...order, ...pays, call }, price, ...waits, ...reader })
    await putRecord(records, { kind: heldKind, key: account, owner: account, expiresAt, body }, clock.now())
    return expiresAt
  }

  return {
    async placeOrHold(order, place) {
      const tryToHold = (price: number, id?: string) =>
        hold(order, price, id).catch((err) => {
          logFailure(log, err, { account: order.owner }, 'An order could not be held')
        })
      try {
        return await place(order)
      } catch (error) {
        if (hasCode(error, 'cap-reached')) {
          const more = await findMoreFor(ports, order, error.data)
          const held = { id: nameHeld(order.call), private: order.private ?? false, more }
          const isHeld = (await tryToHold(error.data.price, held.id)) !== undefined
          throw new CoreError('cap-reached', { ...error.data, ...(isHeld && { held }) }, { cause: error })
        }
        if (!hasCode(error, 'insufficient-credits')) throw error
        const heldUntil = await tryToHold(error.data.price)
        const data = { ...error.data, ...(heldUntil !== undefined && { heldUntil }) }
        throw new CoreError('insufficient-credits', data, { cause: error })
      }
    },
    async findKept(account, id) {
      const found = await records.listRecords(heldKind, account, clock.now())
      const record = found.find(({ body }) => body.id === id)
      const brought = record && (await findBrought(record))
      if (!brought) return undefined
      const { order } = readHeld(record)
      return { order: { ...order, ...(brought.length > 0 && { brought }), pays: 'own' }, record }
    },
    async claim(account) {
      const held = await records.listRecords(heldKind, account, clock.now())
      const claimed = await Promise.all(held.map(claim))
      return claimed.filter((held) => held !== undefined)
    },
    async isElsewhere(account) {
      const held = await records.listRecords(heldKind, account, clock.now())
      return (await Promise.all(held.map((each) => isOthers(ports, each)))).includes(true)
    },
    async drop({ order, record }) {
      readable.delete(order.call)
      await records.removeRecord(heldKind, record.key, record.version)
    },
  }
}

async function isOthers(ports: HoldingPorts, record: StoredRecord): Promise<boolean> {
  const { order, price, claimedUntil = 0, reader } = readHeld(record)
  if (claimedUntil > ports.clock.now()) return true
  if (reader !== undefined && (reader === ports.owner || !ports.isAlive(reader))) return false
  return (await findPriceRefusal(ports, order, price)) === undefined
}

/** The same for the same call, and nobody's to guess from it. */
const nameHeld = (call: string) => createHash('sha256').update(call).digest('hex').slice(0, 20)

/** Keeps it with the account's last ones that may still be asked for, and nothing that is too old. */
function keepReadable(readable: Map<string, Readable>, call: string, given: Readable, now: number): void {
  for (const [key, { until }] of readable) if (until <= now) readable.delete(key)
  if (given.brought.length > 0) readable.set(call, given)
  const own = [...readable].filter(([, { account }]) => account === given.account).map(([key]) => key)
  for (const key of own.slice(0, -mostReadable)) readable.delete(key)
}

/** By what caps it is kept back as things stand, of which there may be two; else by the one that refused it. */
async function findMoreFor(
  ports: HoldingPorts,
  order: ImageOrder,
  refused: { limit: number; spent: number; price: number },
): Promise<number> {
  const { price } = refused
  const paying = await findReachedCaps(ports, order, price).catch(() => undefined)
  return Math.max(...[refused, ...(paying?.reached ?? [])].map((each) => findMore({ ...each, price })))
}
