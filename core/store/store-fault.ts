/** What a database said of its trouble, as far as an operator may read it: codes and the database's fixed words. */
import { listCauses } from '#core/vendor-answer.ts'

/** Every field is absent where nothing of the kind was said. */
export interface StoreFault {
  /** What kind of error the driver calls it. */
  name?: string
  /** MongoDB's number, or the system's word. */
  code?: string | number
  /** MongoDB's word for its number. */
  codeName?: string
  /** SQLite's extended result code (sqlite.org/rescode.html). */
  errcode?: number
  /** SQLite's own words for that code. */
  errstr?: string
}

/** SQLite's primary result codes (sqlite.org/rescode.html) in words that may be shown to anybody. */
const words: Readonly<Record<number, string>> = {
  5: 'locked',
  6: 'locked',
  8: 'read_only',
  10: 'io_error',
  11: 'corrupt',
  13: 'full',
  14: 'cannot_open',
  26: 'no_database',
}

/** A word for it: ours for what SQLite says, MongoDB's own for what its server says. */
export function nameStoreFault({ errcode, codeName }: StoreFault): string {
  return (errcode === undefined ? codeName : words[errcode & 0xff]) ?? 'no_answer'
}

/** Of the innermost cause that says anything. */
export function readStoreFault(error: unknown): StoreFault {
  const [, ...causes] = listCauses(error)
  return Object.assign({}, ...causes.map(readOne))
}

function readOne(cause: unknown): StoreFault {
  if (!(cause instanceof Error)) return {}
  const { code, codeName, errcode, errstr }: Readonly<Partial<Record<string, unknown>>> = { ...cause }
  return {
    name: cause.name,
    ...((typeof code === 'string' || typeof code === 'number') && { code }),
    ...(typeof codeName === 'string' && { codeName }),
    ...(typeof errcode === 'number' && { errcode }),
    ...(typeof errstr === 'string' && { errstr }),
  }
}
