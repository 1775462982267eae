/** A process that, once told to, races others for slots and for places in one wallet, and prints what it got. */
import { once } from 'node:events'
import { createSqliteStore } from '#core/store/sqlite/sqlite-store.ts'
import { createEntry, createGeneration } from '#tests/contracts/store-records.ts'

const [file = '', name = ''] = process.argv.slice(2)
process.stdout.write('ready\n')
await once(process.stdin.resume(), 'end')
const store = await createSqliteStore({ file, patience: 20_000 })
const report = { created: 0, full: 0, inserted: 0 }
for (let turn = 0; turn < 20; turn++) {
  const parts = { id: `${name}${turn}`, call: `call:${name}${turn}`, cacheKey: `spec:${name}${turn}` }
  const creation = await store.generations.create(createGeneration(parts), 5)
  if (creation.outcome === 'created') report.created++
  if (creation.outcome === 'full') report.full++
  if (await store.ledger.insert(createEntry({ sequence: turn + 1, key: `key:${turn}` }))) report.inserted++
}
await store.close()
process.stdout.write(JSON.stringify(report))
