/** In which language somebody is spoken to. */
import type { Clock } from '#core/clock.ts'
import { changeRecord } from '#core/records/change-record.ts'
import type { RecordStore } from '#core/records/record-store.ts'
import { createShortMemory } from '#core/records/short-memory.ts'

/** Tags of languages (BCP 47). */
export interface Languages {
  /** What the person has chosen. */
  chosen?: string
  /** What their chat platform speaks with them, as it said last. */
  heard?: string
}

export interface Preferences {
  /** Asked at every call: what another process was told a few seconds ago may not be known here. */
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
  const memory = createShortMemory<Languages>(clock)

  async function read(account: string): Promise<Languages> {
    const found = await records.findRecord(kind, account, clock.now())
    const { chosen, heard } = found?.body ?? {}
    return {
      ...(typeof chosen === 'string' && { chosen }),
      ...(typeof heard === 'string' && { heard }),
    }
  }

  async function change(account: string, languages: { [Name in keyof Languages]: string | undefined }) {
    try {
      await changeRecord(records, { kind, key: account }, clock, (found) => ({
        ...{ kind, key: account, owner: account },
        body: { ...found?.body, ...languages },
      }))
    } finally {
      memory.forget(account)
    }
  }

  return {
    findLanguages: (account) => memory.find(account, () => read(account)),
    chooseLanguage: (account, chosen) => change(account, { chosen }),
    hearLanguage: (account, heard) => change(account, { heard }),
  }
}
