/** MongoDB keeps the store's contract. */
import { describe } from 'vitest'
import { testStore } from '#tests/contracts/store.ts'
import { createMongoPlace } from '../places.ts'

describe.skipIf(!process.env.MONGODB_URI)('with a server', () => {
  testStore('MongoDB', createMongoPlace)
})
