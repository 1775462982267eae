/** Who asks, for counting: the client's networks, as far as they can be believed. */
import { isIP } from 'node:net'
import type { Context } from 'hono'
import ipaddr from 'ipaddr.js'
import type { Networks } from '#core/index.ts'

/**
 * Each of `trustedProxies` proxies adds the address it sees to X-Forwarded-For, so the client's is the one that many
 * places from its end. What stands further left a client may have written. Where the header has too few entries, or no
 * address in that place, nobody but the peer of this connection is known.
 */
export function findClientNetworks(c: Context, trustedProxies: number): Networks {
  const { incoming } = (c.env ?? {}) as { incoming?: { socket?: { remoteAddress?: string } } }
  const forwarded = (c.req.header('x-forwarded-for') ?? '').split(',')
  const told = trustedProxies > 0 ? forwarded.at(-trustedProxies) : undefined
  return findNetworks(told) ?? findNetworks(incoming?.socket?.remoteAddress) ?? unknown
}

const { IPv4, IPv6 } = ipaddr

const unknown: Networks = { host: 'unknown', site: 'unknown', wide: 'unknown' }

/** Undefined for what is no address. */
function findNetworks(text = ''): Networks | undefined {
  const plain = removePort(text.trim())
  if (isIP(plain) === 0) return undefined
  const address = ipaddr.process(plain)
  if (address instanceof IPv4) {
    const host = `${address}/32`
    return { host, site: host, wide: `${IPv4.networkAddressFromCIDR(`${address}/24`)}/24` }
  }
  const within = (bits: number) => `${IPv6.networkAddressFromCIDR(`${address}/${bits}`)}/${bits}`
  return { host: within(64), site: within(56), wide: within(48) }
}

/** Some proxies add the port: `192.0.2.1:443`, `[2001:db8::1]:443`. */
function removePort(text: string): string {
  const [, bracketed, dotted] = /^(?:\[([^\]]*)\]|([\d.]+))(?::\d{1,5})?$/.exec(text) ?? []
  return bracketed ?? dotted ?? text
}
