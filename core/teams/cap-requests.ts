/** Asking a team's admins for more credits where a cap keeps something back, and their answer: one, whoever gives it. */
import type { Origin, Post } from '#core/chat.ts'
import { findMore } from '#core/credits/budget.ts'
import { CoreError } from '#core/errors.ts'
import { logFailure } from '#core/log.ts'
import type { StoredRecord } from '#core/records/record-store.ts'
import { createRounds } from '#core/records/rounds.ts'
import { answerRequest, type CapRequest, countOpen, findRequest, insertRequest } from './cap-request.ts'
import {
  type CapRequestJob,
  type CapRequestJobPorts,
  findOver,
  type KeptForRequest,
  listAdminsChannels,
  renderAnswer,
  workOn,
} from './cap-request-job.ts'

/**
 * `asked`: `isTold` where an admin can read it by now. `known`: it was asked before. `room`: it can be paid now, and is drawn.
 * `unpaid`: the team pays for it no more. `no-channel`: the admins have chosen none where they could be asked.
 */
export type AskOutcome =
  | { outcome: 'asked'; credits: number; isTold: boolean }
  | { outcome: 'known'; request: CapRequest }
  | { outcome: 'too-many'; limit: number }
  | { outcome: 'room' | 'unpaid' | 'no-channel' }

/** `isNew`: by this very call. */
export interface Answered {
  request: CapRequest
  isNew: boolean
}

export interface CapRequests {
  /** For what is kept by that name; once. Rejects with `press-refused` where the account has nothing of that name kept. */
  ask(member: { account: string; name: string }, id: string): Promise<AskOutcome>
  /**
   * Whether they may is the caller's to ask before; `team` is theirs. Rejects with `press-refused` for a request of another
   * team, and one that is no more.
   */
  answer(
    id: string,
    given: {
      how: 'approved' | 'declined'
      by: { account: string; name: string }
      team: string
      pressed?: Post
    },
  ): Promise<Answered>
  /** Finishes what was left, and goes on looking for what lapses. */
  start(): Promise<void>
  stop(): Promise<void>
}

export interface CapRequestPorts extends CapRequestJobPorts {
  kept: KeptForRequest & {
    find(account: string, id: string): Promise<Kept | undefined>
    keepUntil(account: string, id: string, until: number): Promise<void>
    /** How long it can be kept, and so be answered. Milliseconds. */
    life: number
  }
}

interface Kept {
  origin: Origin
  price: number
  prompt?: string
  paying?: { team: string; month: string; reached: CapRequest['caps'] }
}

/** `pressed`: one more post that is to say what became of it. `isOurs`: whoever calls has claimed it. */
interface Working {
  pressed?: Post | undefined
  isOurs?: boolean
}

const kind = 'cap-note' as const
/** Milliseconds. */
const lookEvery = 15_000
/** How long whoever works on one keeps others away. Milliseconds. */
const claimLife = 30_000
/** After it can be answered no more, it is still tried to say so. Milliseconds. */
const afterlife = 3 * 24 * 60 * 60_000
/** Of one account, until one is answered. */
const mostOpen = 5

export function createCapRequests(ports: CapRequestPorts): CapRequests {
  const { records, clock, kept, log } = ports
  const underWay = new Set<Promise<unknown>>()

  async function work(id: string, given: Working): Promise<CapRequestJob | undefined> {
    const claimed = await claim(ports, id, given)
    if (!claimed) return undefined
    const job = await workOn(ports, id, readJob(claimed))
    if (job) await records.replaceRecord({ ...claimed, body: { ...job } })
    else await records.removeRecord(kind, id, claimed.version)
    return job
  }

  /** What fails is done again later. */
  async function tryWork(id: string, given: Working = {}): Promise<CapRequestJob | undefined> {
    const working = work(id, given).catch((error) => {
      logFailure(log, error, { request: id }, 'A request for credits goes on later')
      return undefined
    })
    underWay.add(working)
    return await working.finally(() => underWay.delete(working))
  }

  const rounds = createRounds({
    async round() {
      for (const { key } of await records.listRecords(kind, undefined, clock.now())) await tryWork(key)
    },
    every: lookEvery,
    failure: 'Looking for requests for credits failed',
    clock,
    log,
  })

  return {
    async ask({ account, name }, id) {
      const known = await findRequest(ports, id)
      if (known && known.owner !== account) throw new CoreError('press-refused', {})
      if (known) return { outcome: 'known', request: known }
      const order = await kept.find(account, id)
      if (!order) throw new CoreError('press-refused', {})
      const refusal = await findRefusal(ports, account, order)
      if (refusal?.outcome === 'room') await ports.placeFor(account)
      if (refusal) return refusal
      const request = renderNew(ports, { id, owner: account, name }, order)
      await kept.keepUntil(account, id, request.until)
      // Claimed before there is anything to work on: else whoever looks takes it for one whose asker is no more.
      await records.insertRecord(renderJob(request, clock.now()), clock.now())
      const isNew = await insertRequest(ports, request)
      if (!isNew) return { outcome: 'known', request }
      const job = await tryWork(id, { isOurs: true })
      return { outcome: 'asked', credits: request.credits, isTold: (job?.posts.length ?? 0) > 0 }
    },
    async answer(id, { how, by, team, pressed }) {
      const request = await findRequest(ports, id)
      if (request?.team !== team) throw new CoreError('press-refused', {})
      // Where there is room by now, such as in a new month, it is drawn, and nothing is given for it.
      if (how === 'approved' && !request.answer) await ports.placeFor(request.owner)
      const over = request.answer ? undefined : await findOver(ports, request)
      const answer = over ?? { ...(await renderAnswer(ports, team, how)), by }
      const answered = await answerRequest(ports, id, answer)
      if (!answered) throw new CoreError('press-refused', {})
      await tryWork(id, { pressed })
      return answered
    },
    start: rounds.start,
    async stop() {
      await rounds.stop()
      await Promise.all(underWay)
    },
  }
}

async function findRefusal(
  ports: CapRequestPorts,
  account: string,
  { paying }: Kept,
): Promise<AskOutcome | undefined> {
  if (!paying) return { outcome: 'unpaid' }
  if (paying.reached.length === 0) return { outcome: 'room' }
  if ((await listAdminsChannels(ports, paying.team)).length === 0) return { outcome: 'no-channel' }
  const isFull = (await countOpen(ports, account)) >= mostOpen
  return isFull ? { outcome: 'too-many', limit: mostOpen } : undefined
}

function renderNew(
  { clock, kept: { life } }: CapRequestPorts,
  who: Pick<CapRequest, 'id' | 'owner' | 'name'>,
  { origin, price, prompt, paying: { team, month, reached } = { team: '', month: '', reached: [] } }: Kept,
): CapRequest {
  const askedAt = clock.now()
  const credits = Math.max(...reached.map((each) => findMore({ ...each, price })))
  return {
    ...{ ...who, team, month, origin, price, credits, caps: reached, askedAt, until: askedAt + life },
    ...(prompt !== undefined && { prompt }),
  }
}

const renderJob = ({ id, until }: CapRequest, now: number) => ({
  ...{ kind, key: id, expiresAt: until + afterlife },
  body: { posts: [], changed: [], claimedUntil: now + claimLife },
})

const readJob = ({ body }: StoredRecord) => {
  const { claimedUntil: _, ...job } = body
  return job as unknown as CapRequestJob
}

/** Undefined where it is over, or another works on it. */
async function claim(
  { records, clock }: CapRequestPorts,
  id: string,
  { pressed, isOurs = false }: Working,
): Promise<StoredRecord | undefined> {
  const found = await records.findRecord(kind, id, clock.now())
  if (!found || (!isOurs && Number(found.body.claimedUntil ?? 0) > clock.now())) return undefined
  const { posts, ...job } = readJob(found)
  const isNew = pressed && !posts.some(({ message }) => message === pressed.message)
  const body = { ...job, posts: isNew ? [...posts, pressed] : posts, claimedUntil: clock.now() + claimLife }
  if (!(await records.replaceRecord({ ...found, body }))) return undefined
  return { ...found, body, version: found.version + 1 }
}
