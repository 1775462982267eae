/** One member's request for more credits than a cap gives, as it is kept until some time after its answer. */
import type { Origin } from '#core/chat.ts'
import type { Clock } from '#core/clock.ts'
import type { CapAnswer, CapRequestNote } from '#core/outbound.ts'
import { changeRecord } from '#core/records/change-record.ts'
import type { RecordStore, StoredRecord } from '#core/records/record-store.ts'
import { findMember } from './members.ts'
import { readChannelName } from './settings.ts'

export interface CapRequest {
  id: string
  /** The account of whoever asked, or the one that has taken it over. */
  owner: string
  team: string
  /** As the platform showed whoever asked. */
  name: string
  origin: Origin
  /** Whole credits: how many more, and what is to be paid with them. */
  credits: number
  price: number
  /** In which it was asked. */
  month: string
  /** `name`: an account, or what `nameChannel` answers. */
  caps: readonly { cap: 'member' | 'channel'; name: string; limit: number; spent: number }[]
  prompt?: string
  /** Milliseconds since 1970. */
  askedAt: number
  /** Until then it can be answered, and what is to be drawn is kept. */
  until: number
  answer?: CapRequestAnswer
}

export interface CapRequestAnswer {
  how: CapAnswer
  /** Milliseconds since 1970. */
  at: number
  /** In which it was answered: what is given is for that month. */
  month: string
  by?: { account: string; name: string }
}

export interface CapRequestStore {
  records: RecordStore
  clock: Pick<Clock, 'now'>
}

const kind = 'cap-request' as const
/** After it can be answered no more, buttons go on saying what became of it. Milliseconds. */
const life = 30 * 24 * 60 * 60_000

/** False where there is one of that id. */
export async function insertRequest(
  { records, clock }: CapRequestStore,
  { id, owner, ...body }: CapRequest,
): Promise<boolean> {
  const record = { kind, key: id, owner, expiresAt: body.until + life, body }
  return await records.insertRecord(record, clock.now())
}

export async function findRequest(store: CapRequestStore, id: string): Promise<CapRequest | undefined> {
  const found = await store.records.findRecord(kind, id, store.clock.now())
  return found && (await nameAdmin(store, read(found)))
}

/** Whoever answered is named as the team knows them: of who is gone no name stays. */
async function nameAdmin(store: CapRequestStore, request: CapRequest): Promise<CapRequest> {
  const { team, answer } = request
  if (!answer?.by) return request
  const { account } = answer.by
  const { name = '' } = (await findMember(store, team, account)) ?? {}
  return { ...request, answer: { ...answer, by: { account, name } } }
}

/** The account's that are not answered. */
export async function countOpen({ records, clock }: CapRequestStore, account: string): Promise<number> {
  const found = await records.listRecords(kind, account, clock.now())
  return found.filter((each) => !read(each).answer).length
}

/** Once: a later answer changes nothing. Undefined where the request is no more. */
export async function answerRequest(
  { records, clock }: CapRequestStore,
  id: string,
  { by, ...given }: CapRequestAnswer,
): Promise<{ request: CapRequest; isNew: boolean } | undefined> {
  let isNew = false
  const answer = { ...given, ...(by && { by: { account: by.account } }) }
  await changeRecord(records, { kind, key: id }, clock, (found) => {
    isNew = found !== undefined && !read(found).answer
    return found && isNew ? { ...found, kind, body: { ...found.body, answer } } : undefined
  })
  const request = await findRequest({ records, clock }, id)
  return request && { request, isNew }
}

const read = ({ key, owner, body }: StoredRecord) => ({ ...body, id: key, owner }) as unknown as CapRequest

export function renderRequest(request: CapRequest): CapRequestNote {
  const { id, name, credits, price, month, caps, answer } = request
  return {
    ...{ kind: 'cap-request', id, name, credits, price, month: answer?.month ?? month },
    caps: caps.map(({ cap, name: of, limit, spent }) => ({
      ...(cap === 'channel' && { channel: readChannelName(of) }),
      limit,
      spent,
    })),
    ...(answer && { answer: { how: answer.how, ...(answer.by && { by: answer.by.name }) } }),
  }
}
