/** What the steps of a process are called: by port and method, and by what they write where that matters. */

/** Methods that only look; all others write, or ask a vendor for something. */
const looking = /^(find|list|count|read|check)/

/** `<port>.<method>`, followed by the kind of entry or record, or the status, that is written. */
export function nameStep(port: string, method: string, parts: readonly unknown[]): string {
  const about = looking.test(method) ? undefined : findSubject(port, method, parts)
  return about === undefined ? `${port}.${method}` : `${port}.${method} ${about}`
}

/** Whether a step so called has an effect outside the process. */
export function hasEffect(name: string): boolean {
  return !looking.test(name.split(/[ .]/)[1] ?? '')
}

function findSubject(port: string, method: string, parts: readonly unknown[]): string | undefined {
  const [first, , third] = parts as [Record<string, unknown> | string, unknown, Record<string, unknown>]
  if (port === 'records')
    return typeof first === 'string' && method !== 'removeOwned' ? first : readKind(first)
  if (port === 'ledger') return readKind(first)
  if (port !== 'generations') return undefined
  if (method === 'create') return String((first as Record<string, unknown>).status)
  if (method !== 'change') return undefined
  return String(third.status ?? Object.keys(third)[0])
}

function readKind(value: unknown): string | undefined {
  return typeof value === 'object' && value !== null && 'kind' in value ? String(value.kind) : undefined
}
