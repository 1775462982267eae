/** What the steps of a process are called: by port and method, and by what they write where that matters. */
import type { LedgerStore } from '#core/credits/ledger-store.ts'
import type { GenerationStore } from '#core/images/generation-store.ts'
import type { RecordStore } from '#core/records/record-store.ts'
import type { Mailer } from '#web/mailer.ts'

/** By method, what a call of it is about. */
type Subjects<Port> = {
  [Method in keyof Port]?: Port[Method] extends (...parts: infer Parts) => unknown
    ? (...parts: Parts) => string | undefined
    : never
}

const subjects: {
  ledger: Subjects<LedgerStore>
  generations: Subjects<GenerationStore>
  records: Subjects<RecordStore>
  mailer: Subjects<Mailer>
} = {
  ledger: { insert: ({ kind }) => kind },
  generations: {
    create: ({ status }) => status,
    change: (_id, _guard, asked) => asked.status ?? Object.keys(asked)[0],
  },
  records: {
    insertRecord: ({ kind }) => kind,
    replaceRecord: ({ kind }) => kind,
    removeRecord: (kind) => kind,
  },
  mailer: { send: ({ subject }) => subject },
}

/** By port. */
const known: Readonly<Record<string, Record<string, unknown>>> = subjects

/** `<port>.<method>`, and the kind of entry or record, the status, or the subject, that is written; a port may have before it, and a slash, whose hand it is in. */
export function nameStep(port: string, method: string, parts: readonly unknown[]): string {
  const findSubject = known[port.slice(port.lastIndexOf('/') + 1)]?.[method]
  const subject: unknown = typeof findSubject === 'function' && Reflect.apply(findSubject, undefined, parts)
  return subject ? `${port}.${method} ${subject}` : `${port}.${method}`
}
