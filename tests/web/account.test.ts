/** The account's pages: what one has, one's pictures, one's address. */
import { describe, expect, it } from 'vitest'
import { createLedger } from '#core/credits/ledger.ts'
import { createApp } from '#web/app.ts'
import { createBrowser, signIn } from './browser.ts'
import {
  adaChat,
  bobChat,
  buy,
  draw,
  findAccountOf,
  link,
  settleAda,
  settleIn,
  share,
  visit,
} from './people.ts'
import { createRig, findCode, png } from './rig.ts'

const minute = 60_000

describe('the account', () => {
  it('shows balance, packs, transactions, pictures and chats', async () => {
    const { rig, browser, account, pictures } = await settleAda()
    await buy(rig, account)
    const page = await browser.read('/account')
    expect(page).toContain('<strong>198</strong> credits')
    expect(page).toContain('href="/checkout/starter"')
    expect(await browser.read('/account/settings')).toContain('Ada Canaryname')
    for (const word of ['+100', '−1', 'Welcome credits', 'Bought', pictures[0]?.id ?? '?'])
      expect(page).toContain(word)
    const gallery = await browser.read('/account/pictures?search=RED+fox')
    expect(gallery.match(/<img[^>]+alt="a red fox by/g)).toHaveLength(1)
    expect(gallery.match(/<img/g)).toHaveLength(2)
    const [{ id } = { id: '?' }] = pictures
    const download = await browser.get(`/account/pictures/${id}/1`)
    expect(new Uint8Array(await download.arrayBuffer())).toEqual(png)
    const name = `a red fox by ada@example.org ${id}.png`
    expect(download.headers.get('content-disposition')).toBe(
      `attachment; filename="${name}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    )
    await browser.post('/account/unlink', { platform: 'discord', user: '101' })
    await expect(rig.core.accounts.requireAccount(adaChat)).rejects.toMatchObject({ code: 'not-linked' })
  })

  it('names the workspace of each chat, and lets no name turn, break or link what is around it', async () => {
    const { rig, browser } = await visit()
    const name = 'ada \u202egro\nhttps://evil.example/login'
    await link(rig, browser, { platform: 'slack', user: 'T1:U1', name: 'ada' }, 'Lighthouse')
    await link(rig, browser, { platform: 'slack', user: 'T2:U1', name }, 'Harbour')
    const page = await browser.read('/account/settings')
    for (const team of ['Lighthouse', 'Harbour']) expect(page).toContain(`in the workspace ${team}`)
    expect(page).toContain('<bdi>ada gro https://evil.example/login</bdi>')
    const { text = '', html = '' } = rig.mails.at(-1) ?? {}
    const told = '“ada gro https evil example login” on Slack, in the workspace Harbour is now connected'
    expect(text).toContain(told)
    for (const each of [page, text, html]) expect(each).not.toContain('\u202e')
    const [token] = /(?<=\/unlink\/)\S+/.exec(text) ?? []
    expect(await browser.read(`/unlink/${token}`)).toContain('in the workspace Harbour')
    const account = await findAccountOf(rig, 'ada@example.org')
    const teams = [{ team: 'Lighthouse' }, { team: 'Harbour' }]
    expect(await rig.core.accounts.listIdentities(account.id)).toMatchObject(teams)
  })

  it('pages through pictures and transactions', async () => {
    const { rig, browser, account } = await visit()
    for (let index = 0; index < 30; index++) {
      rig.clock.advance(1)
      await draw(rig, account, `picture number ${index}`)
    }
    const seen: string[] = []
    let path: string | undefined = '/account/pictures'
    while (path) {
      const page: string = await browser.read(path)
      seen.push(...[...page.matchAll(/alt="picture number (\d+)"/g)].map(([, number]) => number ?? ''))
      path = /href="([^"]+cursor=[^"]+)">Older/.exec(page)?.[1]?.replaceAll('&amp;', '&')
    }
    expect(seen).toEqual(Array.from({ length: 30 }, (_, index) => String(29 - index)))
    expect(await browser.status('/account/pictures?cursor=%00')).toBe(400)
    expect(await browser.read('/account')).toContain('href="/account/transactions?show=pictures"')
    expect(await browser.read('/account/transactions?before=10')).not.toContain('Older')
  })

  it('asks before it unlinks a chat, and says when it has', async () => {
    const { rig, browser } = await settleAda()
    const found = /href="(\/account\/unlink[^"]+)"/.exec(await browser.read('/account/settings'))
    const path = found?.[1]?.replaceAll('&amp;', '&') ?? ''
    expect(await browser.read(path)).toContain('Disconnect this chat?')
    expect((await rig.core.accounts.requireAccount(adaChat)).email).toBe('ada@example.org')
    const done = await browser.post('/account/unlink', { platform: 'discord', user: '101' })
    expect(await browser.read(done.location)).toContain('That chat is disconnected')
    expect(await browser.status(path)).toBe(404)
  })

  it('speaks of one credit as of one, and tells a gift from a welcome', async () => {
    const { rig, browser, account } = await visit()
    const ledger = createLedger(rig.store.ledger, rig.clock)
    const wallet = account.id
    await ledger.append({ wallet, key: 's', kind: 'spend', amount: -100, reference: 'x' })
    await ledger.append({ wallet, key: 'grant:1', kind: 'grant', amount: 1, reference: 'a bug found' })
    const page = await browser.read('/account')
    expect(page).toContain('<strong>1</strong> credit<')
    expect(page).toContain('Given to you')
    expect(page.match(/Welcome credits/g)).toHaveLength(1)
  })

  it('keeps one person’s pictures from another', async () => {
    const { rig, pictures } = await settleAda()
    const eve = await signIn(rig, 'eve@example.org')
    const id = pictures[0]?.id
    expect(await eve.status(`/account/pictures/${id}/1`)).toBe(404)
    expect(await eve.status(`/account/pictures/${id}/delete`)).toBe(404)
    expect(await eve.submit(`/account/pictures/${id}/delete`)).toBe(404)
    expect(await eve.read('/account/pictures')).toContain('Nothing here yet')
  })

  it('takes a deleted picture back from where it was shared, and says when that cannot be', async () => {
    const { rig, browser, account, pictures } = await settleAda()
    const posts = []
    for (const { id } of pictures) posts.push(await share(rig, account, id))
    const remove = (index: number) => browser.post(`/account/pictures/${pictures[index]?.id}/delete`)
    expect((await remove(0)).location).toBe('/account/pictures?done=deleted')
    expect(rig.retracted).toEqual([posts[0]])
    rig.options.retract = () => Promise.reject(new Error('no'))
    const other = createBrowser(createApp(rig.options), undefined, browser.cookies)
    const answer = await other.post(`/account/pictures/${pictures[1]?.id}/delete`)
    expect(await browser.read(answer.location)).toContain('couldn’t take back')
    expect((await rig.core.history.list(account.id, { limit: 9 })).generations).toEqual([])
  })

  it('says nothing was done by a name that means nothing', async () => {
    const { browser } = await visit()
    for (const page of ['/account', '/account/pictures', '/account/settings']) {
      for (const done of ['constructor', '__proto__', 'x']) {
        expect(await browser.read(`${page}?done=${done}`)).not.toContain('class="done"')
      }
    }
  })

  it('deletes a picture, file and all', async () => {
    const { rig, browser, pictures } = await settleAda()
    const [first] = pictures
    await browser.post(`/account/pictures/${first?.id}/delete`)
    expect(await rig.host.read(first?.pictureKeys[0] ?? '')).toBeUndefined()
    expect(await browser.read('/account/pictures')).not.toContain('red fox')
  })

  it('hands out and deletes one of several by its number, which stays', async () => {
    const { rig, browser, account } = await settleAda()
    const { id, pictureKeys } = await draw(rig, account, 'three owls', 3)
    const links = async (name: string) => {
      const page = await browser.read(`/account/pictures/${name}`)
      const found = page.matchAll(/href="\/account\/pictures\/([^"?]+)/g)
      return [...new Set([...found].map(([, path]) => path))].filter((path) => path?.startsWith(id))
    }
    const all = [1, 2, 3].map((number) => `${id}.${number}`)
    expect(await links(id)).toEqual([...all, id, `${id}/delete`])
    for (const [at, name] of all.entries())
      expect(await links(name)).toEqual([id, ...all, `${id}/${at + 1}`, `${name}/delete`])
    expect(await browser.read(`/account/pictures/${id}.2/delete`)).toContain('Delete this picture?')
    await browser.post(`/account/pictures/${id}.2/delete`)
    expect(await rig.host.read(pictureKeys[1] ?? '')).toBeUndefined()
    expect(await browser.status(`/account/pictures/${id}/2`)).toBe(404)
    const third = await browser.get(`/account/pictures/${id}/3`)
    expect(third.headers.get('content-disposition')).toContain(`filename="three owls ${id}.3.png"`)
    expect(await links(id)).toEqual([`${id}.1`, `${id}.3`, id, `${id}/delete`])
    expect(await browser.status(`/account/pictures/${id}.2`)).toBe(404)
    const files = []
    for await (const { name } of rig.core.exportData(account)) files.push(name)
    expect(files).toEqual(expect.arrayContaining([`pictures/${id}-1.png`, `pictures/${id}-3.png`]))
    expect(files).not.toContain(`pictures/${id}-2.png`)
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
      const page = await browser.read(path)
      expect(page).not.toMatch(
        /<script(?! type="module" src="\/assets\/)|onerror=alert\(2\)>(?!&)|<img src=x/,
      )
      expect(page).toContain('&lt;script&gt;')
    }
  })
})

describe('a change of address', () => {
  it('needs the codes of both mailboxes', async () => {
    const { rig, browser } = await visit()
    rig.clock.advance(minute)
    await browser.post('/account/email', { email: 'New@example.org' })
    const [old = '', young = ''] = ['ada', 'New'].map((name) => findCode(rig.mails, `${name}@example.org`))
    expect(old).not.toBe(young)
    expect(await browser.submit('/account/email/codes', { new: old, old: young })).toBe(400)
    expect(await browser.submit('/account/email/codes', { new: young, old: '' })).toBe(400)
    expect(await browser.submit('/account/email/codes', { new: young, old })).toBe(303)
    expect(await findAccountOf(rig, 'new@example.org')).toMatchObject({ email: 'New@example.org' })
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
