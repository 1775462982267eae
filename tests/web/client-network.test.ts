/** Who a request comes from, as far as it can be believed. */
import { Hono } from 'hono'
import { expect, it } from 'vitest'
import { findClientNetwork } from '#web/client-network.ts'

async function find(proxies: number, peer: string | undefined, forwarded?: string): Promise<string> {
  const app = new Hono()
  app.get('/', (c) => c.text(findClientNetwork(c, proxies)))
  const request = new Request('http://bot.example/', {
    headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
  })
  const env = peer === undefined ? {} : { incoming: { socket: { remoteAddress: peer } } }
  return await (await app.fetch(request, env)).text()
}

it.each([
  [0, '192.0.2.1', undefined, '192.0.2.1'],
  [0, '192.0.2.1', '203.0.113.9', '192.0.2.1'],
  [0, '::ffff:192.0.2.1', undefined, '192.0.2.1'],
  [0, '2001:db8:1:2:3:4:5:6', undefined, '2001:db8:1:2::/64'],
  [0, '2001:DB8::1', undefined, '2001:db8:0:0::/64'],
  [0, '::1', undefined, '0:0:0:0::/64'],
  [0, 'fe80::1%eth0', undefined, 'fe80:0:0:0::/64'],
  [0, undefined, '203.0.113.9', 'unknown'],
  [1, '10.0.0.1', '203.0.113.9', '203.0.113.9'],
  [1, '10.0.0.1', '198.51.100.1, 203.0.113.9', '203.0.113.9'],
  [2, '10.0.0.1', '6.6.6.6, 203.0.113.9, 10.0.0.2', '203.0.113.9'],
  [1, '10.0.0.1', '203.0.113.9:4711', '203.0.113.9'],
  [1, '10.0.0.1', '[2001:db8:1:2::9]:4711', '2001:db8:1:2::/64'],
  [1, '10.0.0.1', '[2001:db8:1:2::9]', '2001:db8:1:2::/64'],
  [1, '10.0.0.1', 'nonsense', 'unknown'],
  [1, '192.0.2.1', undefined, '192.0.2.1'],
])('behind %i proxies, from %s with %s, is %s', async (proxies, peer, forwarded, network) => {
  expect(await find(proxies, peer, forwarded)).toBe(network)
})
