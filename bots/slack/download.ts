/** Fetches a file from Slack with the bot's token, which goes to Slack's own hosts and to `apiUrl`'s alone. */
import { CoreError } from '#core/errors.ts'
import { isSlacks } from './hosts.ts'

export interface Download {
  token: string
  /** Where Slack is, if not at its own. */
  apiUrl?: string | undefined
  /** Milliseconds for all of it. */
  timeout: number
  /** The largest file taken, in bytes. */
  limit: number
}

/** An organisation's file host sends on to another of Slack's, and that one perhaps to a workspace's. */
const mostHops = 5

/** Rejects with `attachment-too-large` or `attachment-unavailable`. */
export async function downloadFile(
  url: string,
  { token, apiUrl, timeout, limit }: Download,
): Promise<Uint8Array<ArrayBuffer>> {
  const signal = AbortSignal.timeout(timeout)
  try {
    let address = url
    for (let hops = 0; hops <= mostHops && isSlacks(address, apiUrl); hops++) {
      const headers = { authorization: `Bearer ${token}` }
      const response = await fetch(address, { headers, redirect: 'manual', signal })
      const next = readRedirect(response, address)
      if (next === undefined) return await readFile(response, limit)
      await response.body?.cancel()
      address = next
    }
    throw new CoreError('attachment-unavailable', {})
  } catch (cause) {
    throw cause instanceof CoreError ? cause : new CoreError('attachment-unavailable', {}, { cause })
  }
}

/** Where it is to be had instead; empty where that makes no sense, and undefined where it is here. */
function readRedirect({ status, headers }: Response, base: string): string | undefined {
  if (status < 300 || status > 399) return undefined
  const location = headers.get('location') ?? ''
  return URL.canParse(location, base) && location !== '' ? new URL(location, base).href : ''
}

async function readFile(response: Response, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  // Without permission Slack shows its sign-in page instead, with status 200.
  const type = response.headers.get('content-type') ?? ''
  if (!response.ok || type.startsWith('text/html')) throw new CoreError('attachment-unavailable', {})
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of response.body ?? []) {
    size += part.length
    if (size > limit) throw new CoreError('attachment-too-large', { limit })
    parts.push(part)
  }
  return new Uint8Array(Buffer.concat(parts))
}
