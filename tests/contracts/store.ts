/** The contract of the store port, for every database that claims to be one. */
import { afterEach, beforeEach, describe } from 'vitest'
import type { Store } from '#core/store/store.ts'
import { testAccountStore } from './store-accounts.ts'
import { testBudgetStore } from './store-budgets.ts'
import { testGenerationChange } from './store-change.ts'
import { testGenerationCreation } from './store-creation.ts'
import { testDumpStore } from './store-dump.ts'
import { testHistoryStore } from './store-history.ts'
import { testRecordStore } from './store-keyed.ts'
import { testLedgerStore } from './store-ledger.ts'
import { testOwnedGenerations } from './store-owned.ts'
import { testSharedStore } from './store-shared.ts'

/** An empty database of its own. */
export interface StorePlace {
  /** Opens it, again or for the first time; may be open more than once. */
  open(): Promise<Store>
  remove(): Promise<void>
}

const partNames = ['accounts', 'ledger', 'generations', 'owned', 'records', 'dump'] as const

/** What a test of the contract works with: a store on an empty place. */
export interface StoreRig {
  readonly store: Store
  /** Its parts; those of the store of whichever test is running. */
  readonly parts: Pick<Store, (typeof partNames)[number]>
  /** Opens the same place once more; closed after the test. */
  open(): Promise<Store>
}

export function testStore(name: string, createPlace: () => Promise<StorePlace>): void {
  describe(`${name}, as a store`, () => {
    const rig = useStore(createPlace)
    testAccountStore(rig)
    testLedgerStore(rig)
    testBudgetStore(rig)
    testGenerationCreation(rig)
    testGenerationChange(rig)
    testHistoryStore(rig)
    testOwnedGenerations(rig)
    testRecordStore(rig)
    testDumpStore(rig)
    testSharedStore(rig)
  })
}

/** Gives every test of the enclosing `describe` a place and a store of its own. */
export function useStore(createPlace: () => Promise<StorePlace>): StoreRig {
  let place: StorePlace
  let stores: Store[]
  const open = async () => {
    const store = await place.open()
    stores.push(store)
    return store
  }
  beforeEach(async () => {
    place = await createPlace()
    stores = []
    await open()
  })
  afterEach(async () => {
    await Promise.all(stores.map((store) => store.close()))
    await place.remove()
  })
  const find = (): Store => {
    const [store] = stores
    if (!store) throw new Error('No test is running')
    return store
  }
  const follow = (name: (typeof partNames)[number]) =>
    new Proxy({}, { get: (_, key) => Reflect.get(find()[name], key) })
  return {
    open,
    get store() {
      return find()
    },
    parts: Object.fromEntries(partNames.map((name) => [name, follow(name)])) as StoreRig['parts'],
  }
}
