/** What every store promises of small keyed things. */
import { expect, it } from 'vitest'
import type { RecordPage } from '#core/records/record-store.ts'
import type { StoreRig } from './store.ts'

const now = Date.UTC(2026, 0, 1)
const session = { kind: 'session' as const, key: 'k', owner: 'ada', body: { name: 'Ada', tries: 0 } }

/** Registers the tests. */
export function testRecordStore(rig: StoreRig): void {
  const { records } = rig.parts

  it('keeps a record and answers with all of it', async () => {
    expect(await records.insertRecord({ ...session, expiresAt: now + 1 }, now)).toBe(true)
    const kept = { ...session, expiresAt: now + 1, version: 1 }
    expect(await records.findRecord('session', 'k', now)).toEqual(kept)
    expect(await records.findRecord('code', 'k', now)).toBeUndefined()
  })

  it('inserts a key once, also when twenty try at once', async () => {
    const tries = Array.from({ length: 20 }, (_, index) =>
      records.insertRecord({ ...session, body: { index } }, now),
    )
    expect((await Promise.all(tries)).filter(Boolean)).toHaveLength(1)
  })

  it('knows nothing of what has expired, and lets its key be taken again', async () => {
    await records.insertRecord({ ...session, expiresAt: now }, now - 5)
    expect(await records.findRecord('session', 'k', now)).toBeUndefined()
    expect(await records.listRecords('session', 'ada', now)).toEqual([])
    const again = { ...session, body: { again: true } }
    expect(await records.insertRecord(again, now)).toBe(true)
    expect(await records.findRecord('session', 'k', now)).toEqual({ ...again, version: 1 })
  })

  it('replaces a version once, also when twenty try at once', async () => {
    await records.insertRecord(session, now)
    const tries = Array.from({ length: 20 }, (_, index) =>
      records.replaceRecord({ ...session, version: 1, body: { index } }),
    )
    const outcomes = await Promise.all(tries)
    expect(outcomes.filter(Boolean)).toHaveLength(1)
    const found = await records.findRecord('session', 'k', now)
    expect(found).toMatchObject({ version: 2, body: { index: outcomes.indexOf(true) } })
  })

  it('replaces owner and expiry too', async () => {
    await records.insertRecord({ ...session, expiresAt: now + 1 }, now)
    const bare = { kind: 'session', key: 'k', body: {} } as const
    await records.replaceRecord({ ...bare, version: 1 })
    expect(await records.findRecord('session', 'k', now + 9)).toEqual({ ...bare, version: 2 })
    expect(await records.listRecords('session', 'ada', now)).toEqual([])
  })

  it('lists by owner and kind, or by kind alone, in the order of keys', async () => {
    for (const [kind, key, owner] of [
      ['session', 'b', 'ada'],
      ['session', 'a', 'ada'],
      ['session', 'c', 'bob'],
      ['code', 'a', 'ada'],
    ] as const) {
      await records.insertRecord({ kind, key, owner, body: {} }, now)
    }
    const list = async (owner?: string) =>
      (await records.listRecords('session', owner, now)).map(({ key }) => key)
    expect(await list('ada')).toEqual(['a', 'b'])
    expect(await list()).toEqual(['a', 'b', 'c'])
  })

  it('lists what has the beginning of a key, whosever it is, and nothing of its neighbours', async () => {
    for (const key of ['a/1', 'a/2', 'a', 'a/\u{fffd}', 'a0', 'b/1', 'A/1', 'a/_', 'a/%']) {
      await records.insertRecord({ ...session, key, owner: key }, now)
    }
    await records.insertRecord({ ...session, key: 'a/3', expiresAt: now }, now - 1)
    await records.insertRecord({ ...session, kind: 'code', key: 'a/4' }, now)
    const found = await records.listRecordsBy('session', 'a/', now)
    expect(found.map(({ key }) => key)).toEqual(['a/%', 'a/1', 'a/2', 'a/_', 'a/\u{fffd}'])
    const list = async (page: RecordPage) =>
      (await records.listRecordsBy('session', 'a/', now, page)).map(({ key }) => key)
    expect(await list({ limit: 2 })).toEqual(['a/%', 'a/1'])
    expect(await list({ after: 'a/1', limit: 2 })).toEqual(['a/2', 'a/_'])
    expect(await list({ after: 'a/_', limit: 2 })).toEqual(['a/\u{fffd}'])
    expect(await list({ after: 'a', limit: 1 })).toEqual(['a/%'])
    expect(await list({ after: 'b/', limit: 9 })).toEqual([])
  })

  it('removes one, one of a version, all of an owner, and what has expired', async () => {
    await records.insertRecord(session, now)
    expect(await records.removeRecord('session', 'k', 2)).toBe(false)
    expect(await records.removeRecord('session', 'k', 1)).toBe(true)
    expect(await records.removeRecord('session', 'k')).toBe(false)
    await records.insertRecord(session, now)
    await records.insertRecord({ ...session, kind: 'code', owner: 'bob', expiresAt: now + 1 }, now)
    await records.removeOwned('ada', ['team', 'session'])
    expect(await records.findRecord('session', 'k', now)).toBeDefined()
    await records.removeOwned('ada', ['team'])
    expect(await records.findRecord('session', 'k', now)).toBeUndefined()
    await records.sweepRecords(now)
    expect(await records.findRecord('code', 'k', now)).toBeDefined()
    await records.sweepRecords(now + 1)
    expect(await records.findRecord('code', 'k', now)).toBeUndefined()
  })

  it('keeps any text, in keys and bodies', async () => {
    const text = 'a\0b\ud800c\ufdd0d"\u2028e 🦊'
    const body = { text, 'a.b': { $c: [text, null, 1.5, true] } }
    const record = { kind: 'code', key: text, owner: text, body } as const
    await records.insertRecord(record, now)
    expect(await records.findRecord('code', text, now)).toEqual({ ...record, version: 1 })
    expect(await records.listRecords('code', text, now)).toHaveLength(1)
  })
}
