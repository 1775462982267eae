/** Orders that wait for a payment: kept for a while, and claimed by one process when the credits are there. */
import { createHash } from 'node:crypto'
import type { Clock } from '#core/clock.ts'
import { CoreError, hasCode } from '#core/errors.ts'
import type { Job } from '#core/images/tasks/task.ts'
import { type Log, logFailure } from '#core/log.ts'
import { putRecord } from '#core/records/change-record.ts'
import type { RecordStore, StoredRecord } from '#core/records/record-store.ts'
import type { Brought } from './intake.ts'
import type { ImageOrder } from './order.ts'
import { findPriceRefusal, type PayerPorts } from './payer.ts'

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
  /** What a cap keeps back of this account's, as its owner is to pay for it themselves. */
  findKept(account: string, id: string): Promise<HeldOrder | undefined>
  /** Forgets one, unless a later one has taken its place. */
  drop(held: HeldOrder): Promise<void>
}

/** As long as a reply can still be delivered (Discord's interaction tokens live 15 minutes). Milliseconds. */
const orderLife = 15 * 60_000
/** How long a claim keeps others away: placing an order takes far less. Milliseconds. */
const claimLife = 30_000
const kind = 'held'

interface Body {
  order: ImageOrder
  price: number
  claimedUntil?: number
  /** Of one that a cap keeps back. */
  id?: string
  /** The process that can still read what was brought with it: nothing of that is kept before it is paid for. */
  reader?: string
}

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
    const { order, reader } = readBody(record)
    if (reader === undefined) return []
    const known = readable.get(order.call)
    if (known) return known.brought
    if (reader === owner || !isAlive(reader)) await records.removeRecord(kind, key, version)
    return undefined
  }

  async function claim(record: StoredRecord): Promise<HeldOrder | undefined> {
    const { order, price, claimedUntil = 0 } = readBody(record)
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
    keepReadable(readable, call, { account, brought, until: expiresAt }, clock.now())
    const reader = brought.length > 0 && { reader: owner }
    const waits = id !== undefined && { id }
    const pays = id !== undefined && ({ pays: 'team' } as const)
    const body = renderBody({ order: { ...order, ...pays, call }, price, ...waits, ...reader })
    await putRecord(records, { kind, key: account, owner: account, expiresAt, body }, clock.now())
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
          const held = { id: nameHeld(order.call), private: order.private ?? false }
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
      const found = await records.listRecords(kind, account, clock.now())
      const record = found.find(({ body }) => body.id === id)
      const brought = record && (await findBrought(record))
      if (!brought) return undefined
      const { order } = readBody(record)
      return { order: { ...order, ...(brought.length > 0 && { brought }), pays: 'own' }, record }
    },
    async claim(account) {
      const held = await records.listRecords(kind, account, clock.now())
      const claimed = await Promise.all(held.map(claim))
      return claimed.filter((held) => held !== undefined)
    },
    async drop({ order, record }) {
      readable.delete(order.call)
      await records.removeRecord(kind, record.key, record.version)
    },
  }
}

/** The same for the same call, and nobody's to guess from it. */
const nameHeld = (call: string) => createHash('sha256').update(call).digest('hex').slice(0, 20)

/** The call of what was held by that name: placed twice, it is one order. */
export const nameHeldCall = (id: string) => `held:${id}`

/** Keeps it in place of what was brought with the account's last order, and nothing that is too old. */
function keepReadable(readable: Map<string, Readable>, call: string, given: Readable, now: number): void {
  for (const [key, { account, until }] of readable) {
    if (until <= now || account === given.account) readable.delete(key)
  }
  if (given.brought.length > 0) readable.set(call, given)
}

/** How an order is kept: its owner as `account`, as it was then; and, by an earlier program, all options of an earlier picture, to be fitted. */
type Kept = Omit<ImageOrder, 'owner'> & { account: string; fits?: boolean }

const renderBody = ({ order: { owner, ...order }, ...held }: Body) => ({
  ...held,
  order: { ...order, account: owner },
})

/** Whoever has taken its owner over since is its owner. */
function readBody({ body, owner: owns }: StoredRecord): Body {
  const { order, ...held } = body as unknown as Omit<Body, 'order'> & { order: Kept }
  const { account, fits = false, ...rest } = order
  const owner = owns ?? account
  return { ...held, order: fits ? readFitted({ ...rest, owner }) : ({ ...rest, owner } as ImageOrder) }
}

function readFitted(order: Omit<Kept, 'account'> & { owner: string }): ImageOrder {
  const { prompt = '', size = '', quality = 'standard', count = 1, background = 'auto', ...rest } = order
  const [width = 0, height = 0] = size.split('x').map(Number)
  const options = { prompt, size: { width, height }, quality, count, background }
  return { ...rest, like: { tool: 'imagine', ...options, sources: rest.sources ?? [] } }
}
