/** What a server refuses because others were in the way is asked again; nothing else is. */
import { describe, expect, it } from 'vitest'
import { createEntry } from '#tests/contracts/store-records.ts'
import { openStoreAt } from '../places.ts'
import { createRefusingWay } from './refusing-way.ts'

const uri = process.env.MONGODB_URI ?? ''

async function open() {
  const way = await createRefusingWay(new URL(uri))
  const store = await openStoreAt(way.uri)
  return { way, store }
}

const conflict = 112

describe.skipIf(!uri)('with a server', () => {
  it('asks again after a conflict, reading or writing', async () => {
    const { way, store } = await open()
    way.refusals.push({ command: 'insert', code: conflict }, { command: 'insert', code: conflict })
    expect(await store.ledger.insert(createEntry())).toBe(true)
    way.refusals.push({ command: 'find', code: conflict })
    expect(await store.ledger.findLast('ada')).toStrictEqual(createEntry())
    expect(way.refusals).toEqual([])
    expect(way.seen.filter(({ insert }) => insert)).toHaveLength(3)
  })

  it('gives up at last', async () => {
    const { way, store } = await open()
    way.refusals.push(...Array.from({ length: 20 }, () => ({ command: 'insert', code: conflict })))
    await expect(store.ledger.insert(createEntry())).rejects.toMatchObject({ code: 'store-unavailable' })
    expect(way.seen.filter(({ insert }) => insert)).toHaveLength(5)
  })

  it('asks once where it is something else', async () => {
    const { way, store } = await open()
    way.refusals.push({ command: 'insert', code: 8 })
    await expect(store.ledger.insert(createEntry())).rejects.toMatchObject({ code: 'store-unavailable' })
    expect(way.seen.filter(({ insert }) => insert)).toHaveLength(1)
  })
})
