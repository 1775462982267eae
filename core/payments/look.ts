/** A look at a provider's orders that is kept, so that it goes on where it was: after trouble, and in any process. */
import { z } from 'zod'
import type { Clock } from '#core/clock.ts'
import { putRecord } from '#core/records/change-record.ts'
import type { RecordStore } from '#core/records/record-store.ts'

const kind = 'look' as const

const lookSchema = z.object({ startedAt: z.number(), since: z.number().optional(), from: z.string() })

/** One that has passed a page; `since` is absent where it goes through all orders. Milliseconds since 1970. */
export type Look = z.infer<typeof lookSchema>

export interface KeptLook {
  /** Undefined where none was broken off lately. */
  find(): Promise<Look | undefined>
  keep(look: Look): Promise<void>
  forget(): Promise<void>
}

/** `longest`: milliseconds after which one that was begun is begun anew. */
export function createKeptLook(
  provider: string,
  { records, clock }: { records: RecordStore; clock: Pick<Clock, 'now'> },
  longest: number,
): KeptLook {
  return {
    async find() {
      const found = await records.findRecord(kind, provider, clock.now())
      return lookSchema.safeParse(found?.body).data
    },
    keep: (look) =>
      putRecord(
        records,
        { kind, key: provider, expiresAt: look.startedAt + longest, body: look },
        clock.now(),
      ),
    async forget() {
      await records.removeRecord(kind, provider)
    },
  }
}
