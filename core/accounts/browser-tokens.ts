/** Tokens of browsers: which one asked for a code, which session it has, and where it has signed in before. */
import type { CreateId } from '#core/clock.ts'
import { isSameSecret } from '#core/secrets/is-same.ts'
import type { KeyedHash } from '#core/secrets/keyed-hash.ts'

/**
 * A token is a random id and its signature; the store knows only the id's digest. One of a browser that has signed in
 * has a mark besides, which says to whoever names the address that it was this one, and outlives the session.
 */
export interface BrowserTokens {
  /** A token that is no session yet: it ties a code to the browser that asked for it. */
  createToken(): string
  /** The token, marked for the address that its account has now. */
  markToken(token: string, emailKey: string): string
  /** What names the browser of this token, if it has signed in to this address. Looks at nothing but its mark. */
  findMark(token: string, emailKey: string): string | undefined
  /** Whether a token was made here. Looks at nothing but its signature. */
  isToken(token: string): boolean
  /** Undefined for what was not signed here. */
  findId(token: string): string | undefined
}

/** 160 random bits. */
const idLength = 32

export function createBrowserTokens({
  createId,
  hash,
}: {
  createId: CreateId
  hash: KeyedHash
}): BrowserTokens {
  const sign = (...parts: readonly string[]) => [...parts, hash('session-signature', ...parts)].join('.')
  const mark = (id: string, emailKey: string) => hash('session-mark', id, emailKey)

  /** The id, and the mark where there is one; undefined for what was not signed here. */
  function readToken(token: string): { id: string; mark?: string } | undefined {
    const parts = token.split('.', 4)
    const [id = '', mark] = parts.slice(0, -1)
    const right = mark === undefined ? sign(id) : sign(id, mark)
    if (!isSameSecret(token, right)) return undefined
    return { id, ...(mark !== undefined && { mark }) }
  }

  const findId = (token: string) => readToken(token)?.id

  return {
    createToken: () => sign(createId(idLength)),
    markToken(token, emailKey) {
      const id = findId(token) ?? ''
      return sign(id, mark(id, emailKey))
    },
    findMark(token, emailKey) {
      const read = readToken(token)
      if (read?.mark === undefined) return undefined
      return isSameSecret(read.mark, mark(read.id, emailKey)) ? read.mark : undefined
    },
    isToken: (token) => findId(token) !== undefined,
    findId,
  }
}
