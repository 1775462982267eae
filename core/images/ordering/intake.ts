/** Takes in the pictures that come with orders: one order of an account at a time, few overall, so that memory is bounded. */
import { createHash } from 'node:crypto'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { CoreError, hasCode } from '#core/errors.ts'
import { createGate } from '#core/gate.ts'
import type { PreparePicture } from '#core/hosting/image-host.ts'
import { createTurns } from '#core/turns.ts'

/** A picture that somebody brings along with an order: read when its turn comes, if at all. */
export interface Brought {
  /** Bytes, as its platform says. */
  size: number
  /** Rejects when it cannot be had or is larger than `limit` bytes. */
  read(limit: number): Promise<Uint8Array<ArrayBuffer>>
}

/** A picture as it came. */
export interface Read {
  /** The same picture of the same account has the same key, so that editing it alike again is a free repeat. */
  key: string
  bytes: Uint8Array<ArrayBuffer>
}

/** A picture as it is hosted. */
export type Prepared = Awaited<ReturnType<PreparePicture>> & { key: string }

export type Intake = ReturnType<typeof createIntake>

/** The most that may come along with one order, in bytes, all its pictures together; OpenAI takes 50 MB an image (API reference, "Create image edit"). */
export const largestSource = 25_000_000
/** The most pictures that may come along with one order; OpenAI takes 16. */
export const mostReferences = 4

/** How many orders may hold what they brought in memory at once, and how many of these are decoded. */
const heldAtOnce = 4
const decodedAtOnce = 2
/** How many orders with pictures may wait for that, all accounts together. */
const mostWaiting = 100
/** Bytes digested before others have their turn; a millisecond's work. */
const digestedAtOnce = 1_000_000

export function createIntake(ports: { prepare: PreparePicture; mostPerAccount: number }) {
  const { prepare, mostPerAccount } = ports
  const takeTurn = createTurns()
  const hold = createGate(heldAtOnce)
  const decode = createGate(decodedAtOnce)
  const counts = new Map<string, number>()
  let waiting = 0

  function enter(account: string): void {
    const own = counts.get(account) ?? 0
    if (own >= mostPerAccount) throw new CoreError('too-many-running', { limit: mostPerAccount })
    if (waiting >= mostWaiting) throw new CoreError('queue-full', {})
    counts.set(account, own + 1)
    waiting++
  }

  function leave(account: string): void {
    const own = (counts.get(account) ?? 1) - 1
    if (own > 0) counts.set(account, own)
    else counts.delete(account)
    waiting--
  }

  /** `room`: bytes that the order may still hold. */
  async function read(account: string, { size, read }: Brought, room: number): Promise<Read> {
    const tooLarge = () => new CoreError('attachment-too-large', { limit: largestSource })
    if (size > room) throw tooLarge()
    const bytes = await read(room).catch((cause: unknown) => {
      if (hasCode(cause, 'attachment-too-large')) throw tooLarge()
      throw cause instanceof CoreError ? cause : new CoreError('attachment-unreadable', {}, { cause })
    })
    if (bytes.byteLength > room) throw tooLarge()
    return { key: await findKey(account, bytes), bytes }
  }

  return {
    /**
     * Does the work in the account's turn. Rejects with `too-many-running` or `queue-full` where too many wait; what
     * waits holds no picture.
     */
    async take<Answer>(account: string, work: () => Promise<Answer>): Promise<Answer> {
      enter(account)
      try {
        return await takeTurn(account, () => hold(work))
      } finally {
        leave(account)
      }
    },
    /** Within the account's turn. Rejects with `attachment-too-large`, `attachment-unreadable` or `too-many-attachments`. */
    async readAll(account: string, brought: readonly Brought[]): Promise<Read[]> {
      if (brought.length > mostReferences) {
        throw new CoreError('too-many-attachments', { limit: mostReferences })
      }
      const pictures: Read[] = []
      let room = largestSource
      for (const picture of brought) {
        const taken = await read(account, picture, room)
        pictures.push(taken)
        room -= taken.bytes.byteLength
      }
      return pictures
    },
    /** Rejects as `PreparePicture` does. */
    async prepareAll(pictures: readonly Read[]): Promise<Prepared[]> {
      const prepared: Prepared[] = []
      for (const { key, bytes } of pictures) {
        prepared.push({ key, ...(await decode(() => prepare(bytes, 'brought'))) })
      }
      return prepared
    },
  }
}

async function findKey(account: string, bytes: Uint8Array): Promise<string> {
  const hash = createHash('sha256').update(account)
  for (let at = 0; at < bytes.byteLength; at += digestedAtOnce) {
    hash.update(bytes.subarray(at, at + digestedAtOnce))
    await nextTurn()
  }
  return hash.digest('hex').slice(0, 32)
}
