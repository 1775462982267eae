/** Reads what a generation is drawn from, as far as its account may. */
import type { Clock } from '#core/clock.ts'
import { CoreError } from '#core/errors.ts'
import type { ImageHost } from '#core/hosting/image-host.ts'
import type { Generation } from '#core/images/generation.ts'
import type { GenerationStore } from '#core/images/generation-store.ts'
import { showTo } from '#core/images/visible.ts'
import type { RecordStore } from '#core/records/record-store.ts'
import { type Result, readResult } from './source-names.ts'
import { isUsedBy } from './source-uses.ts'

type Drawn = Pick<Generation, 'id' | 'owner' | 'asked'>

/** Answers with the bytes of each source. Rejects with `source-gone`. */
export type ReadSources = (generation: Drawn) => Promise<Uint8Array<ArrayBuffer>[]>

export function createReadSources(ports: {
  records: Pick<RecordStore, 'findRecord'>
  generations: Pick<GenerationStore, 'find'>
  host: Pick<ImageHost, 'read'>
  clock: Clock
}): ReadSources {
  const { records, generations, host, clock } = ports

  async function readPicture(account: string, { id, index }: Result) {
    const generation = await generations.find({ id })
    const seen = generation?.status === 'delivered' ? showTo(account, generation, index + 1) : undefined
    const [picture] = seen?.pictures ?? []
    return picture && (await host.read(picture.key))
  }

  async function readBrought(generation: Drawn, key: string) {
    const record = await records.findRecord('source', key, clock.now())
    // Of what was ordered before the account was taken over, the picture is the other account's by now.
    const isForeign = record && record.owner !== generation.owner && !isUsedBy(record, generation)
    return isForeign ? undefined : await host.read(key, 'brought')
  }

  return async (generation) => {
    const found = await Promise.all(
      generation.asked.sources.map((source) => {
        const result = readResult(source)
        return result ? readPicture(generation.owner, result) : readBrought(generation, source)
      }),
    )
    return found.map((picture) => {
      if (!picture) throw new CoreError('source-gone', {})
      return picture.bytes
    })
  }
}
