/** Who asks, for counting: the client's address, as far as it can be believed. */
import { isIP } from 'node:net'
import type { Context } from 'hono'

/**
 * The client's IPv4 address or IPv6 /64, which one household or machine has. Behind `trustedProxies` proxies, each of
 * which adds the address it sees to X-Forwarded-For, it is the one the outermost of them saw; what a client wrote into
 * the header itself stands further left.
 */
export function findClientNetwork(c: Context, trustedProxies: number): string {
  const { incoming } = (c.env ?? {}) as { incoming?: { socket?: { remoteAddress?: string } } }
  const peer = incoming?.socket?.remoteAddress ?? ''
  const forwarded = trustedProxies > 0 ? (c.req.header('x-forwarded-for') ?? '').split(',') : []
  const seen = [...forwarded.map((address) => address.trim()).filter(Boolean), peer]
  return renderNetwork(seen.at(-1 - trustedProxies) ?? seen[0] ?? '')
}

function renderNetwork(address: string): string {
  // Some proxies add the port: 192.0.2.1:443, [2001:db8::1]:443.
  const [, host = address] = /^\[([^\]]*)\](?::\d+)?$/.exec(address) ?? /^([\d.]+):\d+$/.exec(address) ?? []
  const plain = host.replace(/^::ffff:(?=\d+\.)/i, '')
  if (isIP(plain) === 4) return plain
  if (isIP(plain) !== 6) return 'unknown'
  const [head = '', tail] = plain.split('%')[0]?.toLowerCase().split('::') ?? []
  const [left, right] = [head, tail ?? ''].map((part) => part.split(':').filter(Boolean))
  const missing = tail === undefined ? 0 : 8 - (left?.length ?? 0) - (right?.length ?? 0)
  const groups = [...(left ?? []), ...Array<string>(Math.max(missing, 0)).fill('0'), ...(right ?? [])]
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`
}
