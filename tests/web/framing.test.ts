/** However a request is framed, it is answered as it would be with a length; nothing is ever answered 500. */

import { describe, expect, it, onTestFinished } from 'vitest'
import type { Account, Core } from '#core/index.ts'
import { signPayment } from '#tests/core/pay.ts'
import { silent } from '#tests/kept-log.ts'
import { assets } from '#web/assets.ts'
import { startServer } from '#web/server.ts'
import { signIn } from './browser.ts'
import { findAccountOf } from './people.ts'
import { type Answer, type Framing, framings, plain, talk } from './raw-http.ts'
import { createRig, publicUrl, type Rig } from './rig.ts'

async function start(rig: Pick<Rig, 'app'>, slowest?: number) {
  const server = await startServer({
    app: rig.app,
    port: 0,
    hostname: '127.0.0.1',
    log: silent,
    ...(slowest && { slowest }),
  })
  onTestFinished(() => server.close(0))
  return server
}

const origin = `Origin: ${publicUrl}\r\n`
const form = `${origin}Content-Type: application/x-www-form-urlencoded\r\n`

/** What a client acts upon. */
const compare = ({ status, head, body }: Answer) => [
  status,
  ...['location', 'content-type', 'allow', 'cache-control', 'content-security-policy'].map(
    (name) => new RegExp(`^${name}: (.*)\r?$`, 'im').exec(head)?.[1],
  ),
  body,
]

const requests = [
  ['POST', '/sign-in', form, 'email=nobody&next=/account'],
  ['POST', '/sign-in', form, ''],
  ['POST', '/sign-in', `${origin}Content-Type: application/json\r\n`, '{"email":"ada@example.org"}'],
  ['POST', '/sign-in', `${origin}Content-Type: multipart/form-data; boundary=x\r\n`, '--x--'],
  ['POST', '/sign-in', `${origin}Content-Type: multipart/form-data\r\n`, 'xx'],
  ['POST', '/sign-in', `${origin}Content-Type: text/plain; charset="\r\n`, 'email=ada'],
  ['POST', '/sign-in', origin, 'email=ada'],
  ['POST', '/sign-in', form, `email=${'x'.repeat(20_000)}`],
  ['POST', '/sign-in', '', 'email=ada@example.org'],
  ['POST', '/sign-in/code', form, 'code=12345678'],
  ['POST', '/sign-out', form, ''],
  ['POST', '/account/delete', form, 'word=delete'],
  ['POST', '/pricing', form, 'a=b'],
  ['POST', '/nowhere', form, 'a=b'],
  ['POST', '/webhooks/test', 'Content-Type: application/json\r\n', '{}'],
  ['POST', '/webhooks/test', 'X-Signature: 00\r\n', '{}'],
  ['POST', '/webhooks/test', '', ''],
  ['POST', '/webhooks/elsewhere', '', '{}'],
  ['GET', '/', '', ''],
  ['GET', '/sign-in?next=/account/pictures?search=a', '', ''],
  ['GET', '/account', '', ''],
  ['GET', '/healthz', '', 'a body nobody asked for'],
  ['HEAD', '/pricing', '', ''],
  ['OPTIONS', '/sign-in', '', ''],
  ['DELETE', '/sign-in', form, 'a=b'],
] as const

describe.each(framings)('a request $name', ({ frame }: Framing) => {
  it('is answered as with a length', async () => {
    const rig = await createRig()
    const { port } = await start(rig)
    for (const [method, target, headers, body] of requests) {
      const whole = await talk(port, ...plain.frame(method, target, headers, body))
      const framed = await talk(port, ...frame(method, target, headers, body))
      expect([method, target, body, compare(framed)]).toEqual([method, target, body, compare(whole)])
      expect(whole.status).toBeGreaterThanOrEqual(200)
      expect(whole.status).not.toBe(500)
    }
    expect(rig.lines.filter(({ level }) => level === 'error')).toEqual([])
  })

  it('signs in, and has a signed webhook believed', async () => {
    const rig = await createRig()
    const { port } = await start(rig)
    await signIn(rig, 'ann@example.org')
    const sent = await talk(port, ...frame('POST', '/sign-in', form, 'email=ada%40example.org'))
    expect(sent.status).toBe(303)
    expect(rig.mails.at(-1)?.to).toBe('ada@example.org')
    const account = await findAccountOf(rig, 'ann@example.org')
    const { body, headers } = await pay(rig.core, account)
    const signed = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
    const paid = await talk(port, ...frame('POST', '/webhooks/test', signed.join(''), body))
    expect([paid.status, paid.body.includes('done')]).toEqual([200, true])
    expect(await rig.core.credits.findBalance(account.id)).toBe(200)
  })
})

/** A webhook of the test checkout. */
async function pay(core: Core, account: Account) {
  const { body, headers } = signPayment(
    core,
    await core.purchases.openCheckout(account, 'starter', publicUrl),
  )
  return { body: Buffer.from(body).toString(), headers }
}

describe('a method', () => {
  const listPaths = ({ app }: Rig): string[] => {
    const all = app.routes.filter(({ method }) => method !== 'ALL').map(({ path }) => path)
    const paths = [...new Set(all)].map((path) => path.replaceAll(/:\w+(\{.*?\})?/g, '1'))
    expect(paths.length).toBeGreaterThan(25)
    return [...paths, '/nowhere', '*']
  }

  it('OPTIONS is answered on every path with what may be done there', async () => {
    const rig = await createRig()
    const { port } = await start(rig)
    for (const path of listPaths(rig)) {
      const answer = await talk(port, ...plain.frame('OPTIONS', path, '', ''))
      expect([path, answer.status]).toEqual([path, 204])
      expect(answer.head).toMatch(/^allow: .*OPTIONS/im)
    }
    const { head } = await talk(port, ...plain.frame('OPTIONS', '/sign-in/again', '', ''))
    expect(head).toMatch(/^allow: POST, OPTIONS\r?$/im)
  })

  it.each([
    ...['PUT', 'DELETE', 'PATCH', 'TRACE', 'PROPFIND', 'PURGE', 'QUERY', 'MKCOL', 'LINK', 'M-SEARCH'],
    ...['CONNECT', 'TRACK', 'FOO', 'get', 'Post', 'BREW'],
  ])('%s is refused on every path', async (method) => {
    const rig = await createRig()
    const { port } = await start(rig)
    for (const path of listPaths(rig)) {
      for (const framing of [plain, ...framings.slice(0, 1)]) {
        const answer = await talk(port, ...framing.frame(method, path, form, 'a=b'))
        expect([path, [405, 501].includes(answer.status)]).toEqual([path, true])
        if (answer.status === 405) expect(answer.head).toMatch(/^allow: .*OPTIONS/im)
      }
    }
    expect(rig.lines).toEqual([])
  })

  it('that a page does not have is told from a page that is not there', async () => {
    const { port } = await start(await createRig())
    const ask = async (method: string, path: string) => {
      const { status, head } = await talk(port, ...plain.frame(method, path, form, ''))
      return [status, /^allow: (.*)$/im.exec(head)?.[1]]
    }
    expect(await ask('POST', '/pricing')).toEqual([405, 'GET, HEAD, OPTIONS'])
    expect(await ask('GET', '/sign-out')).toEqual([405, 'POST, OPTIONS'])
    expect(await ask('HEAD', '/sign-out')).toEqual([405, 'POST, OPTIONS'])
    expect(await ask('POST', '/nowhere')).toEqual([404, undefined])
  })

  it('HEAD has the head of GET', async () => {
    const { port } = await start(await createRig())
    const paths = [
      '/',
      '/pricing',
      '/privacy',
      '/sign-in',
      '/healthz',
      '/readyz',
      assets.style.href,
      '/nowhere',
    ]
    for (const path of paths) {
      const get = await talk(port, ...plain.frame('GET', path, '', ''))
      const head = await talk(port, ...plain.frame('HEAD', path, '', ''))
      expect([path, head.status, head.body]).toEqual([path, get.status, ''])
    }
  })
})

describe('a body', () => {
  it.each([
    ['/webhooks/test', 256 * 1024, ''],
    ['/sign-in', 16 * 1024, form],
    ['/nowhere', 16 * 1024, form],
  ])(
    'to %s of more than %i bytes is refused, whatever it says of its length',
    async (path, most, headers) => {
      const { port } = await start(await createRig())
      for (const { frame } of [plain, ...framings.slice(0, 1)]) {
        const answer = await talk(port, ...frame('POST', path, headers, 'x'.repeat(most + 1)))
        expect(answer.status).toBe(413)
      }
      const endless = `POST ${path} HTTP/1.1\r\nHost: x\r\n${headers}Transfer-Encoding: chunked\r\n\r\n`
      const packets = Array<string>(40).fill(`4000\r\n${'x'.repeat(0x4000)}\r\n`)
      expect((await talk(port, endless, ...packets)).status).toBe(413)
    },
  )

  it.each([
    ['cut before its end', 'Content-Length: 100\r\n\r\nemail=ada'],
    ['cut within a chunk', 'Transfer-Encoding: chunked\r\n\r\n40\r\nemail'],
    ['of garbled chunks', 'Transfer-Encoding: chunked\r\n\r\nzz\r\nemail\r\n0\r\n\r\n'],
    ['of two lengths', 'Content-Length: 9\r\nContent-Length: 8\r\n\r\nemail=ada'],
    ['with a length and chunks', 'Content-Length: 9\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n'],
    ['of a length that is none', 'Content-Length: nine\r\n\r\nemail=ada'],
    ['of a length below zero', 'Content-Length: -9\r\n\r\nemail=ada'],
    ['in an encoding nobody knows', 'Transfer-Encoding: gzip\r\n\r\nemail=ada'],
    ['to continue on other terms', 'Expect: wonders\r\nContent-Length: 9\r\n\r\nemail=ada'],
  ])('%s is answered by 4xx at most, and leaves the server well', async (_name, rest) => {
    const rig = await createRig()
    const { port } = await start(rig, 200)
    for (const path of ['/sign-in', '/webhooks/test']) {
      const head = `POST ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n`
      const answer = await talk(port, `${head}${form}${rest}`)
      expect(answer.status).toBeLessThan(500)
    }
    expect((await talk(port, ...plain.frame('GET', '/healthz', '', ''))).status).toBe(200)
    expect(rig.lines.filter(({ level }) => level === 'error')).toEqual([])
  })

  const more = ['x', 'GET / HTTP/1.1\r\n', '\r\n\r\n\0', 'a=b'.repeat(1_000)]
  it.each(more)('with more behind it, such as %j, has its answer all the same', async (more) => {
    const { port } = await start(await createRig(), 200)
    for (const [method, path, status] of [
      ['POST', '/sign-in', 400],
      ['GET', '/pricing', 200],
    ] as const) {
      const closing = plain.frame(method, path, form, 'email=ada').join('')
      const request = closing.replace('Connection: close\r\n', '')
      expect((await talk(port, request + more)).status).toBe(status)
      expect((await talk(port, request, more)).status).toBe(status)
    }
  })

  it.each([
    ['a body', 'POST /sign-in HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nemail'],
    ['chunks', 'POST /sign-in HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nemail\r\n'],
    ['a webhook', 'POST /webhooks/test HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{'],
    ['a body nobody reads', 'POST /nowhere HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{'],
    ['a head', 'GET / HTTP/1.1\r\nHost: x\r\nCook'],
    ['a request line', 'GET'],
  ])('that never ends, such as %s, is ended', async (_name, text) => {
    const rig = await createRig()
    const { port } = await start(rig, 100)
    const { status } = await talk(port, text.replace('Host: x\r\n', `Host: x\r\n${form}`))
    expect(status).toBe(408)
    expect(rig.lines).toEqual([])
  })

  it('that comes slowly is taken as long as it comes in time', async () => {
    const { port } = await start(await createRig(), 60_000)
    const [head = '', ...body] = plain.frame('POST', '/sign-in', form, 'email=nobody')
    expect((await talk(port, head, ...body)).status).toBe(400)
  })
})
