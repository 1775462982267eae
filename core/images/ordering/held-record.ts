/** How an order that is held is kept, by this program and earlier ones. */
import type { StoredRecord } from '#core/records/record-store.ts'
import type { ImageOrder } from './order.ts'

export const heldKind = 'held' as const
/** As long as whoever is asked for more credits has to answer. Milliseconds. */
export const askedLife = 24 * 60 * 60_000

export interface Held {
  order: ImageOrder
  price: number
  claimedUntil?: number
  /** Of one that a cap keeps back. */
  id?: string
  /** The process that can still read what was brought with it: nothing of that is kept before it is paid for. */
  reader?: string
}

const callOfHeld = 'held:'
/** The call of what was held by that name: placed twice, it is one order. */
export const nameHeldCall = (id: string) => `${callOfHeld}${id}`
export const isHeldCall = (call: string) => call.startsWith(callOfHeld)

/** How an order is kept: its owner as `account`, as it was then; and, by an earlier program, all options of an earlier picture, to be fitted. */
type Kept = Omit<ImageOrder, 'owner'> & { account: string; fits?: boolean }

export const renderHeld = ({ order: { owner, ...order }, ...held }: Held) => ({
  ...held,
  order: { ...order, account: owner },
})

/** Whoever has taken its owner over since is its owner. */
export function readHeld({ body, owner: owns }: StoredRecord): Held {
  const { order, ...held } = body as unknown as Omit<Held, 'order'> & { order: Kept }
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
