/** What becomes of the records of every personal kind when their account is exported, taken over and deleted. */
import { describe, expect, it } from 'vitest'
import { createAliases } from '#core/accounts/aliases.ts'
import { createErase } from '#core/accounts/erase.ts'
import { createExport } from '#core/accounts/export.ts'
import { settleTime } from '#core/accounts/job.ts'
import { createMerge } from '#core/accounts/merge.ts'
import { createSessions } from '#core/accounts/sessions.ts'
import { createLedger } from '#core/credits/ledger.ts'
import { kinds, type PersonalKind } from '#core/records/kinds.ts'
import type { StorePlace } from '#tests/contracts/store.ts'
import { createMongoPlace, createSqlitePlace, openStore } from '#tests/core/store/places.ts'
import { createVirtualClock } from '#tests/crash/virtual-clock.ts'
import { silent } from '#tests/kept-log.ts'

const personal = (Object.keys(kinds) as (keyof typeof kinds)[]).filter(
  (kind): kind is PersonalKind => kinds[kind] !== undefined,
)
/** What is told of one kind or another is found in it. */
const body = { data: {}, order: { origin: { platform: 'slack' } }, createdAt: 1, seenAt: 1 }

/** An account with a record of every personal kind, and one that may take it over. */
async function setUp(openPlace: () => Promise<StorePlace>) {
  const store = await openStore(openPlace)
  const clock = createVirtualClock()
  const { accounts, records } = store
  const aliases = createAliases({ store: accounts, records, clock })
  const removed: string[] = []
  const common = {
    ...store,
    store: accounts,
    clock,
    aliases,
    host: { read: async () => undefined, remove: async (key: string) => void removed.push(key) },
    log: silent,
  }
  const ann = { id: 'ann', createdAt: 0 }
  await accounts.insertAccount(ann)
  await accounts.insertAccount({ id: 'bob', createdAt: 0 })
  for (const kind of personal) await records.insertRecord({ kind, key: `a ${kind}`, owner: 'ann', body }, 1)
  const list = async (owner: string) => {
    const found = await Promise.all(personal.map((kind) => records.listRecords(kind, owner, clock.now())))
    return new Set(found.flat().map(({ kind }) => kind))
  }
  return { common, ann, clock, removed, list }
}

const select = (fits: (kind: PersonalKind) => boolean) => new Set(personal.filter(fits))

function testKinds(openPlace: () => Promise<StorePlace>) {
  it('tells them in the file that is stated', async () => {
    const { common, ann } = await setUp(openPlace)
    const sessions = createSessions({ ...common, createId: () => 'id', hash: () => 'hash' })
    const files = new Map<string, string>()
    for await (const { name, content } of createExport({ ...common, sessions })(ann)) {
      let text = ''
      for await (const part of content) text += part
      files.set(name, text)
    }
    const told: { kind: PersonalKind }[] = JSON.parse(files.get('records.json') ?? '')
    expect(new Set(told.map(({ kind }) => kind))).toEqual(
      select((kind) => kinds[kind].exported === 'records'),
    )
    expect(JSON.parse(files.get('sessions.json') ?? '')).toHaveLength(1)
  })

  it('moves with a merge those that are stated to, and ends the rest', async () => {
    const { common, list } = await setUp(openPlace)
    const ledger = createLedger(common.ledger, common.clock)
    const merge = createMerge({ ...common, ledger, entries: common.ledger })
    expect(await merge.merge('ann', 'bob')).toBe('merged')
    expect(await list('ann')).toEqual(new Set())
    expect(await list('bob')).toEqual(select((kind) => kinds[kind].moved))
  })

  it('leaves none of a deleted account, and no picture that one names', async () => {
    const { common, clock, removed, list } = await setUp(openPlace)
    const erase = createErase({
      ...common,
      sources: { expectRelease: async () => undefined },
      merge: { isReceiving: async () => false },
      welcome: { forget: async () => undefined },
      outbound: { retract: async () => undefined },
    })
    await erase.erase('ann')
    const pictured = select((kind) => kinds[kind].erased === 'with-picture')
    expect(await list('ann')).toEqual(pictured)
    clock.advance(settleTime)
    await erase.run()
    expect(await list('ann')).toEqual(new Set())
    expect(new Set(removed)).toEqual(new Set([...pictured].map((kind) => `a ${kind}`)))
  })
}

describe('records of a person, on SQLite', () => testKinds(createSqlitePlace))
describe.skipIf(!process.env.MONGODB_URI)('on MongoDB', () => testKinds(createMongoPlace))
