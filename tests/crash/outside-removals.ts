/** A free repeat of what is deleted meanwhile, settled as work to be cut off. */
import { createRemovals } from '#core/images/removals.ts'
import type { RecordStore } from '#core/records/record-store.ts'
import { createGeneration, createPicture } from '#tests/contracts/store-records.ts'
import { silent } from '#tests/kept-log.ts'
import type { Work } from './outside.ts'

const clock = { now: () => Date.UTC(2100, 0, 1), sleep: async () => undefined }
const picture = createPicture('p')
const fox = createGeneration<'delivered'>({ id: 'fox', status: 'delivered' })
const again = createGeneration<'delivered'>({ id: 'again', status: 'delivered', repeatOf: 'fox' })

/** Where neither is there any more. */
const open = (records: RecordStore) =>
  createRemovals({
    ...{ records, clock, log: silent, onRemoved() {} },
    generations: {
      find: async () => undefined,
      remove: async () => false,
      removePicture: async () => undefined,
      countShowing: async () => 0,
    },
    host: { remove: async () => undefined },
    sources: { expectRelease: async () => undefined, release: async () => undefined },
  })

export const removalWorks: readonly Work[] = [
  {
    before: (records) => open(records).expect({ ...again, pictures: [picture] }, fox),
    act: (records) => open(records).settle(again),
    read: async (records) => (await records.listRecords('removal', undefined, clock.now())).length,
  },
]
