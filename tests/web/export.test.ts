/** What is held about a person, exported whole, and how the export is sent. */
import { readdirSync, readFileSync } from 'node:fs'
import { get } from 'node:http'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { CoreError } from '#core/errors.ts'
import { unpackZip } from '#tests/read-zip.ts'
import { settle } from '#tests/settle.ts'
import { startServer } from '#web/server.ts'
import { type Browser, createBrowser, signIn } from './browser.ts'
import { buy, draw, findAccountOf, settleAda, visit } from './people.ts'
import { createRig, findCode, png, type Rig } from './rig.ts'

const minute = 60_000

/** Downloads it and unpacks it; answers with where. */
async function unpack(browser: Browser) {
  const answer = await browser.get('/account/export')
  expect(answer.headers.get('content-type')).toBe('application/zip')
  const folder = unpackZip(new Uint8Array(await answer.arrayBuffer()))
  return { folder, read: (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8')) }
}

/** Where it is on a real port, and what the browser sends along. */
async function serve({ app, log }: Rig, browser: Browser) {
  const server = await startServer({ app, port: 0, hostname: '127.0.0.1', log })
  onTestFinished(() => server.close(0))
  const headers = { cookie: browser.renderCookies() }
  return { address: `http://127.0.0.1:${server.port}/account/export`, headers }
}

describe('the export', () => {
  it('is a zip of everything held, with the pictures', async () => {
    const { rig, browser, account, pictures } = await settleAda()
    await draw(rig, account, 'fail')
    const [source] = (await draw(rig, account, 'with a hat', 1, png)).asked.sources
    const { folder, read } = await unpack(browser)
    expect(read('account.json')).toMatchObject({ id: account.id, email: 'ada@example.org' })
    expect(read('identities.json')).toMatchObject([{ name: 'Ada Canaryname', platform: 'discord' }])
    const kinds: string[] = read('transactions.json').map(({ kind }: { kind: string }) => kind)
    expect(kinds.sort()).toEqual(['grant', 'refund', 'spend', 'spend', 'spend', 'spend'])
    const kept: { status: string; spec: { prompt: string } }[] = read('generations.json')
    const prompts = kept.map(({ spec }) => spec.prompt).sort()
    expect(prompts).toEqual(['a hare', 'a red fox by ada@example.org', 'fail', 'with a hat'])
    expect(read('sessions.json')).toHaveLength(1)
    expect(read('records.json')).toMatchObject([
      { kind: 'source', key: source },
      { kind: 'unlink', platform: 'discord', user: '101' },
    ])
    for (const { id } of pictures)
      expect(new Uint8Array(readFileSync(join(folder, `pictures/${id}-1.png`)))).toEqual(png)
    expect(readdirSync(join(folder, 'brought'))).toEqual([`${source}.png`])
  })

  it('has a picture that only a free repeat still shows, and none twice', async () => {
    const { rig, browser, account } = await visit()
    const first = await draw(rig, account, 'owls', 2)
    const repeats = [await draw(rig, account, 'owls', 2), await draw(rig, account, 'owls', 2)]
    await rig.core.history.remove(account.id, `${first.id}.2`)
    const files = readdirSync(join((await unpack(browser)).folder, 'pictures'))
    expect(files).toHaveLength(2)
    expect(files).toContain(`${first.id}-1.png`)
    expect(repeats.map(({ id }) => `${id}-2.png`)).toContain(files.find((file) => file.endsWith('-2.png')))
  })

  it('goes on past pictures that cannot be had, and names them', async () => {
    const { rig, browser, account, pictures } = await settleAda()
    const [gone, unread] = pictures.map(({ pictureKeys }) => pictureKeys[0] ?? '')
    const { read: readPicture } = rig.host
    rig.host.read = async (key) => {
      if (key === unread) throw new CoreError('hosting-failed', {}, { cause: new Error('terminated') })
      return key === gone ? undefined : await readPicture(key)
    }
    const { folder, read } = await unpack(browser)
    const sorted = read('missing.json').sort((one: { key: string }) => (one.key === gone ? -1 : 1))
    expect(sorted).toMatchObject([
      { file: `pictures/${pictures[0]?.id}-1`, key: gone, why: expect.stringContaining('none of that key') },
      { file: `pictures/${pictures[1]?.id}-1`, key: unread, why: expect.stringContaining('another export') },
    ])
    expect(readdirSync(folder)).not.toContain('pictures')
    const lines = rig.lines.filter(({ level }) => level === 'warn')
    expect(lines).toMatchObject([{ fields: { account: account.id, count: 1 } }])
  })

  it('asks a host that is down for few, and names all the rest', async () => {
    const { rig, browser, account } = await visit()
    for (let count = 0; count < 9; count++) await draw(rig, account, `picture ${count}`)
    let asked = 0
    rig.host.read = async () => {
      asked++
      throw new CoreError('hosting-failed', {})
    }
    const { read } = await unpack(browser)
    expect([asked, read('missing.json').length, read('generations.json').length]).toEqual([3, 9, 9])
  })

  it('tells also of what is only on its way: a new address, a checkout, an order that waits for credits', async () => {
    const { rig, browser, account } = await visit()
    rig.clock.advance(minute)
    await browser.post('/account/email', { email: 'pending@example.org' })
    await browser.get('/checkout/starter')
    const order = {
      owner: account.id,
      call: 'held',
      origin: { platform: 'discord', team: 'T1', address: { channel: 'C1', token: 'Canarytoken' } },
      prompt: 'a castle',
      quality: 'premium',
      count: 4,
    } as const
    await expect(rig.core.images.order(order)).rejects.toMatchObject({ code: 'insufficient-credits' })
    const { folder, read } = await unpack(browser)
    const text = JSON.stringify(read('records.json'))
    expect(read('records.json')).toMatchObject([
      { kind: 'checkout', from: expect.any(Number), until: expect.any(Number) },
      { kind: 'code', for: { email: 'pending@example.org' } },
      { kind: 'held', order: { prompt: 'a castle' }, price: 120 },
    ])
    expect(text).not.toContain('Canarytoken')
    expect(text).not.toContain('digests')
    expect(readdirSync(folder)).not.toContain('pictures')
  })

  it('has all entries of all wallets, more than a page of them, also of an account that was merged', async () => {
    const { rig, browser, account } = await visit()
    const other = await signIn(rig, 'bob@example.org')
    const bob = await findAccountOf(rig, 'bob@example.org')
    expect(await other.status('/account')).toBe(200)
    for (let count = 0; count < 120; count++) await buy(rig, account)
    await buy(rig, bob)
    rig.clock.advance(minute)
    await browser.post('/account/merge', { email: 'bob@example.org' })
    await browser.post('/account/merge/code', { code: findCode(rig.mails, 'bob@example.org') })
    const { read } = await unpack(browser)
    const entries: { account: string; kind: string }[] = read('transactions.json')
    const count = (wallet: string) => entries.filter((entry) => entry.account === wallet).length
    expect([count(account.id), count(bob.id)]).toEqual([122, 4])
    expect(read('account.json')).toMatchObject({ mergedFrom: [bob.id] })
  })

  it('is sent as it is read, and given up without a fault when nobody takes it any more', async () => {
    const { rig, browser, account } = await visit({ picture: new Uint8Array(300_000) })
    for (let count = 0; count < 20; count++) await draw(rig, account, `picture ${count}`)
    const { read } = rig.host
    let reads = 0
    rig.host.read = async (key) => {
      reads += 1
      await new Promise((resolve) => setTimeout(resolve, 20))
      return await read(key)
    }
    const { address, headers } = await serve(rig, browser)
    await new Promise<void>((resolve) => {
      const request = get(address, { headers }, (answer) => {
        answer.once('data', () => {
          expect(reads).toBeLessThan(5)
          request.destroy()
          resolve()
        })
        answer.on('error', () => undefined)
      })
      request.on('error', () => undefined)
    })
    const seen = reads
    await settle()
    expect(reads).toBeLessThan(seen + 5)
    expect(rig.lines.filter(({ level }) => level !== 'info' && level !== 'debug')).toEqual([])
  })

  it('is cut short where the store fails on the way, with a line each in the log and no stack printed', async () => {
    const { rig, browser } = await visit()
    rig.store.owned.list = () => Promise.reject(new CoreError('store-unavailable', {}))
    const { address, headers } = await serve(rig, browser)
    const received = fetch(address, { headers }).then((answer) => answer.arrayBuffer())
    await expect(received).rejects.toThrow()
    expect(rig.lines.filter(({ level }) => level === 'error')).toMatchObject([
      { message: 'The store fails: what needs it is refused until it works again' },
      { message: 'An export was cut short' },
    ])
  })

  it('is given ten times an hour, also after a restart', async () => {
    const { rig, browser } = await visit()
    const ask = async () => {
      const answer = await browser.get('/account/export')
      await answer.arrayBuffer()
      return answer.status
    }
    for (let count = 0; count < 10; count++) {
      expect((await browser.head('/account/export')).status).toBe(200)
      expect(await ask()).toBe(200)
    }
    expect(await ask()).toBe(429)
    await rig.store.close()
    const again = await createRig({ folder: rig.folder })
    const visitor = createBrowser(again.app, undefined, browser.cookies)
    expect(await visitor.status('/account/export')).toBe(429)
    await vi.waitFor(async () => expect(await visitor.status('/')).toBe(200))
  })
})
