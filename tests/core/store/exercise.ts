/** One call of every method of a store, in each of its forms, so that every query it has is made. */
import type { Store } from '#core/store/store.ts'
import {
  carry,
  createDelivered,
  createEntry,
  createGeneration,
  record,
} from '#tests/contracts/store-records.ts'

export async function exercise(store: Store): Promise<void> {
  const { accounts, ledger, generations, records } = store
  const identity = { platform: 'slack', user: 'T1:U1', name: 'Ada', account: 'ada', linkedAt: 1 } as const
  await accounts.insertAccount({ id: 'ada', email: 'ada@example.org', emailKey: 'ada@', createdAt: 1 })
  await accounts.findAccount({ id: 'ada' })
  await accounts.findAccount({ emailKey: 'ada@' })
  await accounts.listAccounts({ limit: 5 })
  await accounts.listAccounts({ after: 'a', limit: 5 })
  await accounts.changeEmail('ada', { email: 'a@example.org', emailKey: 'a@' })
  await accounts.insertIdentity(identity)
  await accounts.findIdentity(identity)
  await accounts.listIdentities('ada')
  await accounts.moveIdentities('ada', 'bob')
  await accounts.deleteIdentity(identity)
  await accounts.deleteAccount('ada')

  await ledger.insert(createEntry())
  await ledger.insertAll([createEntry({ wallet: 'bob' })])
  await ledger.findLast('ada')
  await ledger.findByKey('ada', 'welcome')
  await ledger.list('ada', { limit: 5 })
  await ledger.list('ada', { before: 9, limit: 5 })
  await ledger.listOrderEntries('shop:1')
  await ledger.findSpent('ada', { month: '2026-11', member: 'ada' })
  await ledger.findSpent('ada', { month: '2026-11', channel: 'slack:T1:C1' })
  await ledger.listTotals('ada', '2026-11')
  await ledger.listOfMember('ada', { limit: 5 })
  await ledger.listOfMember('ada', { after: { wallet: 'team:t', sequence: 1 }, limit: 5 })

  const first = await record(store, createGeneration())
  await generations.create(createGeneration({ call: first.call }), 9)
  await generations.find({ id: first.id })
  await generations.find({ call: first.call })
  await generations.find({ owner: 'ada', cacheKey: first.cacheKey })
  await generations.findEarlier('ada', first)
  await generations.change(first.id, { status: ['recorded'], leaseHolder: 'here:1:a' }, {})
  await generations.change(first.id, { status: ['recorded'] }, { runningSlot: 1 })
  await carry(store, first.id, 'delivered')
  await generations.create(createDelivered({ repeatOf: first.id }), 9)
  await generations.listUnfinished()
  await generations.listUnfinished('ada')
  await generations.listDelivered('ada', { limit: 5 })
  const after = { createdAt: 2 ** 45, id: 'g' }
  await generations.listDelivered('ada', { words: ['red', 'fox'], after, limit: 5 })
  await generations.listDelivered('ada', { favourites: true, limit: 5 })
  await generations.countDelivered('ada', { most: 5 })
  await generations.countDelivered('ada', { words: ['fox'], favourites: true, after, most: 5 })
  await generations.listLeaseHolders()
  const own = { owner: 'here:1:a', except: [first.id] }
  await generations.listUnheld({ now: 9, gone: ['there:2:b'], own })
  await generations.listWaiting({ now: 9, until: 9, except: 'here:1:a', limit: 5 })
  await generations.findAll([first.id])
  await generations.renewLeases([first.id], { owner: 'here:1:a', until: 9 })
  await generations.listChildren(first.id, 'ada', 5)
  await generations.countShowing(first.id)
  await generations.countShowing(first.id, 'k1')
  await generations.removePicture(first.id, 'ada', 'k1')
  await store.owned.list('ada', { limit: 5 })
  await store.owned.list('ada', { after: 'g', limit: 5 })
  await store.owned.move('bob', 'eve')
  await store.owned.remove('eve', ['g', 'h'])
  await store.scrub()
  await generations.remove(first.id, 'ada')

  await store.dump.findGenerations(['g', 'h'])
  await store.dump.findEntries(['ada', 'bob'], ['welcome', 'spend'])

  const kept = { kind: 'session' as const, key: 'k', owner: 'ada', expiresAt: 9, body: {} }
  await records.insertRecord(kept, 1)
  await records.insertRecord(kept, 10)
  await records.findRecord('session', 'k', 1)
  await records.listRecords('session', 'ada', 1)
  await records.listRecords('session', undefined, 1)
  await records.listRecordsBy('session', 'k', 1)
  await records.replaceRecord({ ...kept, version: 1 })
  await records.removeRecord('session', 'k', 1)
  await records.removeRecord('session', 'k')
  await records.removeOwned('ada')
  await records.sweepRecords(1)
  await store.check()
}
