/** In which language somebody is spoken to. */
import type { Clock } from '#core/clock.ts'
import { changeRecord } from '#core/records/change-record.ts'
import type { RecordStore } from '#core/records/record-store.ts'

/** Tags of languages (BCP 47). */
export interface Languages {
  /** What the person has chosen. */
  chosen?: string
  /** What their chat platform speaks with them, as it said last. */
  heard?: string
}

export interface Preferences {
  findLanguages(account: string): Promise<Languages>
  /** `undefined`: whatever they are heard in. */
  chooseLanguage(account: string, tag: string | undefined): Promise<void>
  hearLanguage(account: string, tag: string): Promise<void>
}

const kind = 'preferences' as const

export function createPreferences({
  records,
  clock,
}: {
  records: RecordStore
  clock: Pick<Clock, 'now'>
}): Preferences {
  async function change(account: string, languages: { [Name in keyof Languages]: string | undefined }) {
    await changeRecord(records, { kind, key: account }, clock, (found) => ({
      ...{ kind, key: account, owner: account },
      body: { ...found?.body, ...languages },
    }))
  }

  return {
    async findLanguages(account) {
      const found = await records.findRecord(kind, account, clock.now())
      const { chosen, heard } = found?.body ?? {}
      return {
        ...(typeof chosen === 'string' && { chosen }),
        ...(typeof heard === 'string' && { heard }),
      }
    },
    chooseLanguage: (account, chosen) => change(account, { chosen }),
    hearLanguage: (account, heard) => change(account, { heard }),
  }
}
