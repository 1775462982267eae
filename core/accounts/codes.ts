/** One-time codes: eight digits that prove somebody reads a mailbox, or sits on both sides of a link. */
import type { Clock } from '#core/clock.ts'
import { putRecord } from '#core/records/change-record.ts'
import type { RecordStore, StoredRecord } from '#core/records/record-store.ts'
import { isSameSecret } from '#core/secrets/is-same.ts'
import type { KeyedHash } from '#core/secrets/keyed-hash.ts'
import { readDigits } from './read-typed.ts'

/** A whole number from 0 up to, and without, `below`; as unforeseeable as `crypto.randomInt`. */
export type RandomInt = (below: number) => number

/** What a code is for, and who alone may use it. */
export interface CodeName {
  purpose: 'sign-in' | 'email-change' | 'merge' | 'link'
  /** The browser, account or chat user that asked. */
  subject: string
}

export type CodeData = Readonly<Record<string, string>>

/** `dead`: expired, used, replaced, tried too often, or never there. */
export type CodeOutcome =
  | { outcome: 'right'; data: CodeData }
  | { outcome: 'wrong'; triesLeft: number }
  /** What was typed can be no code at all, which costs no try. */
  | { outcome: 'no-code' }
  | { outcome: 'dead' }

export interface Codes {
  /** Makes `count` codes that must be given together, and ends any made before for the same name. Only digests are kept. */
  issue(name: CodeName, request: { count?: number; owner?: string; data: CodeData }): Promise<string[]>
  /** What was handed to `issue`, while its codes can still be used. */
  find(name: CodeName): Promise<CodeData | undefined>
  /** Evaluates five tries at most, however many come at once and wherever; right only once. */
  check(name: CodeName, typed: readonly string[]): Promise<CodeOutcome>
  /** Ends what was issued. */
  end(name: CodeName): Promise<void>
}

/** Milliseconds; NIST SP 800-63B allows ten minutes. */
export const codeLife = 10 * 60_000
export const codeTries = 5
const digits = 8
const kind = 'code' as const

interface Body {
  digests: readonly string[]
  tries: number
  data: CodeData
}

export function createCodes(ports: {
  records: RecordStore
  clock: Clock
  hash: KeyedHash
  randomInt: RandomInt
}): Codes {
  const { records, clock, hash, randomInt } = ports
  const keyOf = ({ purpose, subject }: CodeName) => hash('code-name', purpose, subject)
  const find = (name: CodeName) => records.findRecord(kind, keyOf(name), clock.now())
  const digest = ({ purpose, subject }: CodeName, index: number, code: string) =>
    hash('code', purpose, subject, String(index), code)

  /** Takes the record away if it still holds these codes: whoever removes it has used them. */
  async function use(name: CodeName, digests: readonly string[]): Promise<boolean> {
    for (;;) {
      const found = await find(name)
      if (!found || readBody(found).digests.join() !== digests.join()) return false
      if (await records.removeRecord(kind, found.key, found.version)) return true
    }
  }

  return {
    async issue(name, { count = 1, owner, data }) {
      const codes = Array.from({ length: count }, () => String(randomInt(10 ** digits)).padStart(digits, '0'))
      const digests = codes.map((code, index) => digest(name, index, code))
      const body = { digests, tries: 0, data } satisfies Body
      const record = { kind, key: keyOf(name), expiresAt: clock.now() + codeLife, body }
      await putRecord(records, { ...record, ...(owner !== undefined && { owner }) }, clock.now())
      return codes
    },
    async find(name) {
      const found = await find(name)
      return found && readBody(found).tries < codeTries ? readBody(found).data : undefined
    },
    async check(name, typed) {
      for (;;) {
        const found = await find(name)
        if (!found) return { outcome: 'dead' }
        const { digests, tries, data } = readBody(found)
        if (tries >= codeTries) return { outcome: 'dead' }
        const read = digests.map((_, index) => readDigits(typed[index] ?? '', digits))
        if (read.includes(undefined)) return { outcome: 'no-code' }
        const body = { digests, tries: tries + 1, data } satisfies Body
        if (!(await records.replaceRecord({ ...found, body }))) continue
        const given = digests.map((_, index) => digest(name, index, read[index] ?? ''))
        const right = given.map((each, index) => isSameSecret(each, digests[index] ?? ''))
        if (right.includes(false)) return { outcome: 'wrong', triesLeft: codeTries - body.tries }
        return (await use(name, digests)) ? { outcome: 'right', data } : { outcome: 'dead' }
      }
    },
    async end(name) {
      await records.removeRecord(kind, keyOf(name))
    },
  }
}

const readBody = ({ body }: StoredRecord) => body as unknown as Body
