/** What the steps of a process are called: by port and method, and by what they write where that matters. */

/** The ports of the store, and the disk; each may have before it, and a slash, whose hand it is in. All other ports are vendors'. */
const storePorts = [
  'accounts',
  'identities',
  'entries',
  'ledger',
  'generations',
  'owned',
  'records',
  'store',
  'kept',
]

/** Methods of the store that only look; all others write. */
const looking = /^(find|list|count|read|check|require)/

const readPort = (port: string) => port.slice(port.lastIndexOf('/') + 1)

/** Whether such a method has an effect outside the process, or asks a vendor for something. */
function isEffective(port: string, method: string): boolean {
  return !storePorts.includes(readPort(port)) || !looking.test(method)
}

/** `<port>.<method>`, followed by the kind of entry or record, the status, or the subject, that is written. */
export function nameStep(port: string, method: string, parts: readonly unknown[]): string {
  const about = isEffective(port, method) ? findSubject(readPort(port), method, parts) : undefined
  return about === undefined ? `${port}.${method}` : `${port}.${method} ${about}`
}

/** Whether a step so called is one that must have a name. */
export function hasEffect(name: string): boolean {
  const [, port = '', method = ''] = /^(.*?)\.(\w+)/.exec(name) ?? []
  return isEffective(port, method)
}

function findSubject(port: string, method: string, parts: readonly unknown[]): string | undefined {
  const [first, , third] = parts as [Record<string, unknown> | string, unknown, Record<string, unknown>]
  if (port === 'mailer') return String((first as Record<string, unknown>).subject)
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
