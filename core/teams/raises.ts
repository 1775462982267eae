/** What a team's admins add to a cap for one month, asked by one of its people: each request once. */
import type { Clock } from '#core/clock.ts'
import { changeRecord } from '#core/records/change-record.ts'
import type { RecordStore, StoredRecord } from '#core/records/record-store.ts'
import { keyOf } from './team-name.ts'

/** Whose cap, of which month; `name` is an account's id, or what `nameChannel` answers. */
export interface RaisedBudget {
  month: string
  cap: 'member' | 'channel'
  name: string
}

const kind = 'cap-raise' as const
/** Longer than a month lasts, wherever its clock is. Milliseconds. */
const life = 40 * 24 * 60 * 60_000

export interface RaisePorts {
  records: RecordStore
  clock: Pick<Clock, 'now'>
}

/** Whole credits; by the same request again, nothing more. */
export async function raiseCap(
  { records, clock }: RaisePorts,
  team: string,
  budget: RaisedBudget,
  { request, credits }: { request: string; credits: number },
): Promise<void> {
  const record = { kind, key: nameRaise(team, budget) }
  await changeRecord(records, record, clock, (found, now) =>
    found?.body[request] === undefined
      ? { ...record, expiresAt: now + life, body: { ...found?.body, [request]: credits } }
      : undefined,
  )
}

/** By how many whole credits its cap is higher that month. */
export async function findRaise(
  { records, clock }: RaisePorts,
  team: string,
  budget: RaisedBudget,
): Promise<number> {
  const found = await records.findRecord(kind, nameRaise(team, budget), clock.now())
  return sum(found?.body ?? {})
}

/** Of all budgets of a month, as far as they are kept: whole credits each. */
export async function listRaises(
  { records, clock }: RaisePorts,
  team: string,
  month: string,
): Promise<(Pick<RaisedBudget, 'cap' | 'name'> & { credits: number })[]> {
  const begin = keyOf(team, `${month}:`)
  return (await records.listRecordsBy(kind, begin, clock.now())).map(({ key, body }) => {
    const [cap, ...name] = key.slice(begin.length).split(':')
    return { cap: cap === 'channel' ? cap : 'member', name: name.join(':'), credits: sum(body) }
  })
}

const sum = (credits: StoredRecord['body']) =>
  Object.values(credits).reduce<number>((before, each) => before + Number(each), 0)

const nameRaise = (team: string, { month, cap, name }: RaisedBudget) => keyOf(team, `${month}:${cap}:${name}`)
