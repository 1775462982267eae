/** The account's pages: what one has, one's pictures, one's address. */
import { describe, expect, it } from 'vitest'
import { createLedger } from '#core/credits/ledger.ts'
import type { ChatUser } from '#core/index.ts'
import { createApp } from '#web/app.ts'
import { createBrowser, signIn } from './browser.ts'
import { buy, draw, findAccountOf, link, settleIn, share } from './people.ts'
import { createRig, findCode, png } from './rig.ts'

const minute = 60_000
const adaChat: ChatUser = { platform: 'discord', user: '101', name: 'Ada Canaryname' }
const bobChat: ChatUser = { platform: 'slack', user: 'T1:U2', name: 'Bob' }

describe('the account', () => {
  it('shows balance, packs, transactions, pictures and chats', async () => {
    const rig = await createRig()
    const { browser, account, pictures } = await settleIn(rig, 'ada@example.org', adaChat)
    await buy(rig, account)
    const page = await (await browser.get('/account')).text()
    expect(page).toContain('<strong>198</strong> credits')
    expect(page).toContain('href="/checkout/starter"')
    expect(page).toContain('Ada Canaryname')
    for (const word of ['+100', '−1', 'Welcome credits', 'Bought', pictures[0]?.id ?? '?'])
      expect(page).toContain(word)
    const gallery = await (await browser.get('/account/pictures?search=RED+fox')).text()
    expect(gallery.match(/<img[^>]+loading="lazy"/g)).toHaveLength(1)
    const download = await browser.get(`/account/pictures/${pictures[0]?.id}/1`)
    expect(new Uint8Array(await download.arrayBuffer())).toEqual(png)
    expect(download.headers.get('content-disposition')).toBe(
      `attachment; filename="${pictures[0]?.id}-1.png"`,
    )
    await browser.post('/account/unlink', { platform: 'discord', user: '101' })
    await expect(rig.core.accounts.requireAccount(adaChat)).rejects.toMatchObject({ code: 'not-linked' })
  })

  it('names the workspace of each chat, and lets no name turn, break or link what is around it', async () => {
    const rig = await createRig()
    const browser = await signIn(rig, 'ada@example.org')
    const name = 'ada \u202egro\nhttps://evil.example/login'
    await link(rig, browser, { platform: 'slack', user: 'T1:U1', name: 'ada' }, 'Lighthouse')
    await link(rig, browser, { platform: 'slack', user: 'T2:U1', name }, 'Harbour')
    const page = await (await browser.get('/account')).text()
    for (const team of ['Lighthouse', 'Harbour']) expect(page).toContain(`in the workspace ${team}`)
    expect(page).toContain('<bdi>ada gro https://evil.example/login</bdi>')
    const { text = '', html = '' } = rig.mails.at(-1) ?? {}
    expect(text).toContain(
      '“ada gro https evil example login” on Slack, in the workspace Harbour is now linked',
    )
    for (const each of [page, text, html]) expect(each).not.toContain('\u202e')
    const [token] = /(?<=\/unlink\/)\S+/.exec(text) ?? []
    expect(await (await browser.get(`/unlink/${token}`)).text()).toContain('in the workspace Harbour')
    const account = await findAccountOf(rig, 'ada@example.org')
    expect(await rig.core.accounts.listIdentities(account.id)).toMatchObject([
      { team: 'Lighthouse' },
      { team: 'Harbour' },
    ])
  })

  it('pages through pictures and transactions', async () => {
    const rig = await createRig()
    const browser = await signIn(rig, 'ada@example.org')
    const account = await findAccountOf(rig, 'ada@example.org')
    for (let index = 0; index < 30; index++) {
      rig.clock.advance(1)
      await draw(rig, account, `picture number ${index}`)
    }
    const seen: string[] = []
    let path: string | undefined = '/account/pictures'
    while (path) {
      const page: string = await (await browser.get(path)).text()
      seen.push(...[...page.matchAll(/alt="picture number (\d+)"/g)].map(([, number]) => number ?? ''))
      path = /href="([^"]+cursor=[^"]+)">Older/.exec(page)?.[1]?.replaceAll('&amp;', '&')
    }
    expect(seen).toEqual(Array.from({ length: 30 }, (_, index) => String(29 - index)))
    expect((await browser.get('/account/pictures?cursor=%00')).status).toBe(400)
    expect(await (await browser.get('/account')).text()).toContain('All transactions')
    expect(await (await browser.get('/account/transactions?before=10')).text()).not.toContain('Older')
  })

  it('asks before it unlinks a chat, and says when it has', async () => {
    const rig = await createRig()
    const { browser } = await settleIn(rig, 'ada@example.org', adaChat)
    const [, path = ''] =
      /href="(\/account\/unlink[^"]+)"/.exec(await (await browser.get('/account')).text()) ?? []
    const asked = await browser.get(path.replaceAll('&amp;', '&'))
    expect(await asked.text()).toContain('Unlink this chat?')
    expect((await rig.core.accounts.requireAccount(adaChat)).email).toBe('ada@example.org')
    const done = await browser.post('/account/unlink', { platform: 'discord', user: '101' })
    expect(await (await browser.get(done.headers.get('location') ?? '')).text()).toContain(
      'That chat is unlinked',
    )
    expect((await browser.get(path.replaceAll('&amp;', '&'))).status).toBe(404)
  })

  it('speaks of one credit as of one, and tells a gift from a welcome', async () => {
    const rig = await createRig()
    const browser = await signIn(rig, 'ada@example.org')
    const { id: account } = await findAccountOf(rig, 'ada@example.org')
    const ledger = createLedger(rig.store.ledger, rig.clock)
    await ledger.append({ wallet: account, key: 's', kind: 'spend', amount: -100, reference: 'x' })
    await ledger.append({
      wallet: account,
      key: 'grant:1',
      kind: 'grant',
      amount: 1,
      reference: 'a bug found',
    })
    const page = await (await browser.get('/account')).text()
    expect(page).toContain('<strong>1</strong> credit<')
    expect(page).toContain('Given to you')
    expect(page.match(/Welcome credits/g)).toHaveLength(1)
  })

  it('keeps one person’s pictures from another', async () => {
    const rig = await createRig()
    const { pictures } = await settleIn(rig, 'ada@example.org', adaChat)
    const eve = await signIn(rig, 'eve@example.org')
    const id = pictures[0]?.id
    expect((await eve.get(`/account/pictures/${id}/1`)).status).toBe(404)
    expect((await eve.get(`/account/pictures/${id}/delete`)).status).toBe(404)
    expect((await eve.post(`/account/pictures/${id}/delete`)).status).toBe(404)
    expect(await (await eve.get('/account/pictures')).text()).toContain('None yet')
  })

  it('takes a deleted picture back from where it was shared, and says when that cannot be', async () => {
    const rig = await createRig()
    const { browser, account, pictures } = await settleIn(rig, 'ada@example.org', adaChat)
    const posts = []
    for (const { id } of pictures) posts.push(await share(rig, account, id))
    const remove = (index: number) => browser.post(`/account/pictures/${pictures[index]?.id}/delete`)
    expect((await remove(0)).headers.get('location')).toBe('/account/pictures?done=deleted')
    expect(rig.retracted).toEqual([posts[0]])
    rig.options.retract = () => Promise.reject(new Error('no'))
    const elsewhere = createApp(rig.options)
    const other = createBrowser(elsewhere)
    for (const [name, value] of browser.cookies) other.cookies.set(name, value)
    const answer = await other.post(`/account/pictures/${pictures[1]?.id}/delete`)
    const page = await browser.get(answer.headers.get('location') ?? '')
    expect(await page.text()).toContain('could not be taken back')
    expect((await rig.core.history.list(account.id, { limit: 9 })).generations).toEqual([])
  })

  it('says nothing was done by a name that means nothing', async () => {
    const rig = await createRig()
    const browser = await signIn(rig, 'ada@example.org')
    for (const page of ['/account', '/account/pictures', '/account/settings']) {
      for (const done of ['constructor', '__proto__', 'x']) {
        expect(await (await browser.get(`${page}?done=${done}`)).text()).not.toContain('class="done"')
      }
    }
  })

  it('deletes a picture, file and all', async () => {
    const rig = await createRig()
    const { browser, pictures } = await settleIn(rig, 'ada@example.org', adaChat)
    const [first] = pictures
    await browser.post(`/account/pictures/${first?.id}/delete`)
    expect(await rig.host.read(first?.pictureKeys[0] ?? '')).toBeUndefined()
    expect(await (await browser.get('/account/pictures')).text()).not.toContain('red fox')
  })

  it('shows markup in prompts and names as text', async () => {
    const rig = await createRig()
    const evil = '"><script>alert(1)</script><img src=x onerror=alert(2)>'
    const { browser, account } = await settleIn(rig, 'ada@example.org', { ...adaChat, name: evil })
    await draw(rig, account, evil)
    const token = await rig.core.links.request({ ...bobChat, name: evil }, evil)
    for (const path of [
      '/account',
      '/account/pictures',
      `/account/pictures?search=${encodeURIComponent(evil)}`,
      `/link/${token}`,
    ]) {
      const page = await (await browser.get(path)).text()
      expect(page).not.toMatch(/<script|onerror=alert\(2\)>(?!&)|<img src=x/)
      expect(page).toContain('&lt;script&gt;')
    }
  })
})

describe('a change of address', () => {
  it('needs the codes of both mailboxes', async () => {
    const rig = await createRig()
    const { browser, mails, clock } = { ...rig, browser: await signIn(rig, 'ada@example.org') }
    clock.advance(minute)
    await browser.post('/account/email', { email: 'New@example.org' })
    const [oldCode, newCode] = ['ada@example.org', 'New@example.org'].map((to) => findCode(mails, to))
    expect(oldCode).not.toBe(newCode)
    const swapped = await browser.post('/account/email/codes', { new: oldCode ?? '', old: newCode ?? '' })
    expect(swapped.status).toBe(400)
    expect((await browser.post('/account/email/codes', { new: newCode ?? '', old: '' })).status).toBe(400)
    const done = await browser.post('/account/email/codes', { new: newCode ?? '', old: oldCode ?? '' })
    expect(done.status).toBe(303)
    expect(await rig.store.accounts.findAccount({ emailKey: 'new@example.org' })).toMatchObject({
      email: 'New@example.org',
    })
    expect(await rig.store.accounts.findAccount({ emailKey: 'ada@example.org' })).toBeUndefined()
  })

  it('cannot take another account’s address', async () => {
    const rig = await createRig()
    await signIn(rig, 'bob@example.org')
    rig.clock.advance(minute)
    const browser = await signIn(rig, 'ada@example.org')
    rig.clock.advance(minute)
    await browser.post('/account/email', { email: 'bob@example.org' })
    const codes = { new: findCode(rig.mails, 'bob@example.org'), old: findCode(rig.mails, 'ada@example.org') }
    const answer = await browser.post('/account/email/codes', codes)
    expect(await answer.text()).toContain('Another account has this address')
  })
})
