/** Who a request comes from, as far as it can be believed. */
import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { findClientNetworks } from '#web/client-network.ts'

async function find(proxies: number, peer: string | undefined, forwarded?: string): Promise<unknown> {
  const app = new Hono()
  app.get('/', (c) => c.json(findClientNetworks(c, proxies)))
  const request = new Request('http://bot.example/', {
    headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
  })
  const env = peer === undefined ? {} : { incoming: { socket: { remoteAddress: peer } } }
  return await (await app.fetch(request, env)).json()
}

const v4 = (host: string, wide: string) => ({ host: `${host}/32`, site: `${host}/32`, wide: `${wide}/24` })
const v6 = (host: string, site: string, wide: string) => ({
  host: `${host}/64`,
  site: `${site}/56`,
  wide: `${wide}/48`,
})
const unknown = { host: 'unknown', site: 'unknown', wide: 'unknown' }

describe('without proxies, who asks is the peer, whatever it says of itself', () => {
  it.each([
    ['192.0.2.1', undefined, v4('192.0.2.1', '192.0.2.0')],
    ['192.0.2.254', '203.0.113.9', v4('192.0.2.254', '192.0.2.0')],
    ['::ffff:192.0.2.1', undefined, v4('192.0.2.1', '192.0.2.0')],
    ['::FFFF:c000:201', undefined, v4('192.0.2.1', '192.0.2.0')],
    ['2001:db8:1:2345:3:4:5:6', undefined, v6('2001:db8:1:2345::', '2001:db8:1:2300::', '2001:db8:1::')],
    ['2001:DB8::1', undefined, v6('2001:db8::', '2001:db8::', '2001:db8::')],
    ['::1', undefined, v6('::', '::', '::')],
    ['fe80::1%eth0', undefined, v6('fe80::', 'fe80::', 'fe80::')],
    [undefined, '203.0.113.9', unknown],
    ['', undefined, unknown],
  ])('from %s with %s', async (peer, forwarded, networks) => {
    expect(await find(0, peer, forwarded)).toEqual(networks)
  })
})

describe('behind proxies, who asks is whom the outermost of them saw', () => {
  const client = v4('203.0.113.9', '203.0.113.0')
  it.each([
    [1, '203.0.113.9'],
    [1, ' 203.0.113.9 '],
    [1, '198.51.100.1, 203.0.113.9'],
    [1, '198.51.100.1,203.0.113.9'],
    [1, 'nonsense, 203.0.113.9'],
    [1, ', ,203.0.113.9'],
    [1, '203.0.113.9:4711'],
    [1, '::ffff:203.0.113.9'],
    [1, '[::ffff:203.0.113.9]:4711'],
    [2, '203.0.113.9, 10.0.0.2'],
    [2, '6.6.6.6, 203.0.113.9, 10.0.0.2'],
    [3, '6.6.6.6, 203.0.113.9, 10.0.0.3, 10.0.0.2'],
  ])('behind %i with %s', async (proxies, forwarded) => {
    expect(await find(proxies, '10.0.0.1', forwarded)).toEqual(client)
  })

  it.each(['[2001:db8:1:2::9]:4711', '[2001:db8:1:2::9]', '2001:db8:1:2::9', '2001:0DB8:1:2:0:0:0:9'])(
    'in version 6, with %s',
    async (forwarded) => {
      expect(await find(1, '10.0.0.1', forwarded)).toEqual(
        v6('2001:db8:1:2::', '2001:db8:1::', '2001:db8:1::'),
      )
    },
  )
})

describe('an entry that a client may have written is never believed: the peer it is then', () => {
  const peer = v4('10.0.0.1', '10.0.0.0')
  it.each([
    [1, undefined],
    [1, ''],
    [1, ' , '],
    [1, 'nonsense'],
    [1, 'unknown'],
    [1, '_hidden'],
    [1, '6.6.6.6, unknown'],
    [1, '6.6.6.6,'],
    [1, '6.6.6.6, 1.2.3'],
    [1, '6.6.6.6, 0x7f.1'],
    [1, '6.6.6.6, 010.0.0.1'],
    [1, '6.6.6.6, 203.0.113.9:'],
    [1, '6.6.6.6, 203.0.113.9:443:443'],
    [1, '6.6.6.6, [203.0.113.9'],
    [2, '6.6.6.6'],
    [3, '6.6.6.6, 10.0.0.2'],
    [9, '6.6.6.6, 6.6.6.7, 6.6.6.8'],
    [1, `6.6.6.6, ${'1'.repeat(300)}`],
  ])('behind %i with %s', async (proxies, forwarded) => {
    expect(await find(proxies, '10.0.0.1', forwarded)).toEqual(peer)
  })
})
