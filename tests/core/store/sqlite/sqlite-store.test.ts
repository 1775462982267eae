/** SQLite keeps the store's contract. */
import { testStore } from '#tests/contracts/store.ts'
import { createSqlitePlace } from '../places.ts'

testStore('SQLite', createSqlitePlace)
