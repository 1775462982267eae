/** What is held about a person, deleted whole; and news of a changed policy. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Post } from '#core/index.ts'
import { mailPolicy } from '#web/mails/policy-mail.ts'
import { createBrowser, signIn, signInFirst } from './browser.ts'
import {
  adaChat,
  bobChat,
  buy,
  crashAfter,
  draw,
  findAccountOf,
  link,
  settleAda,
  settleIn,
  share,
  visit,
} from './people.ts'
import { createRig, findCode, png, publicUrl } from './rig.ts'

const minute = 60_000

/** All bytes that the store and the disk host keep. */
function readFolder(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.name}\n${readFileSync(join(entry.parentPath, entry.name), 'latin1')}`)
    .join('\n')
}

describe('deleting an account', () => {
  const email = 'canary-ada@example.org'
  const canaries = [email, 'Canaryname', 'canaryprompt', '192.0.2.77', 'Canaryagent', 'Lighthouse']

  it('says what is lost with it', async () => {
    const { rig, browser, account } = await visit()
    const read = async () => (await browser.read('/account/delete')).replace(/\s+/g, ' ')
    expect(await read()).toContain('<strong>100 credits</strong> you haven’t used')
    for (let count = 0; count < 99; count++) await draw(rig, account, `picture ${count}`)
    expect(await read()).toContain('<strong>1 credit</strong> you haven’t used')
    await draw(rig, account, 'the last')
    expect(await read()).not.toContain('haven’t used')
  })

  it('needs the word typed', async () => {
    const { browser } = await visit()
    expect(await browser.submit('/account/delete', { word: 'yes' })).toBe(400)
    expect(await browser.status('/account')).toBe(200)
  })

  it('leaves nothing but billing entries, in no file and no log line', async () => {
    const rig = await createRig()
    const browser = createBrowser(rig.app, '192.0.2.77')
    await browser.post('/sign-in', { email }, { 'user-agent': 'Canaryagent/1' })
    const code = findCode(rig.mails, email)
    await browser.post('/sign-in/code', { code })
    const account = await findAccountOf(rig, email)
    await link(rig, browser, adaChat, 'Lighthouse')
    await draw(rig, account, 'a canaryprompt fox')
    await draw(rig, account, 'fail')
    await draw(rig, account, 'with a hat', 1, png)
    await rig.core.links.request({ ...adaChat, user: '999' }, 'Lighthouse').catch(() => undefined)
    const order = await buy(rig, account)
    const [token = ''] = browser.cookies.values()
    const before = readFolder(rig.folder)
    for (const canary of canaries.slice(0, 3)) expect(before, canary).toContain(canary)
    for (const secret of [code, code.replace(' ', ''), token]) expect(before).not.toContain(secret)

    const answer = await browser.post('/account/delete', { word: 'Delete' })
    expect(await answer.text()).toContain('is deleted')
    rig.clock.advance(15 * minute)
    await rig.core.start()
    const after = readFolder(rig.folder)
    for (const canary of canaries) expect(after, canary).not.toContain(canary)
    expect(after).not.toContain('.png\n')
    expect(after).toContain(account.id)
    const entries = await rig.core.credits.listEntries(account.id, { limit: 99 })
    const kinds = entries.map(({ kind }) => kind).sort()
    expect(kinds).toEqual(['grant', 'purchase', 'refund', 'spend', 'spend', 'spend'])
    expect(entries.some(({ reference }) => reference.includes(order))).toBe(true)

    const logged = JSON.stringify(rig.lines, (_, value) => (value instanceof Error ? { ...value } : value))
    for (const secret of [...canaries, code, code.replace(' ', ''), token])
      expect(logged).not.toContain(secret)
  })

  it('cannot be brought back by a late payment, a link or a session', async () => {
    const { rig, browser, account } = await settleAda()
    const token = await rig.core.links.request(bobChat, undefined)
    const code = (await rig.core.links.confirm(token, account)) ?? ''
    await rig.core.erase(account.id)
    await buy(rig, account)
    expect(await rig.core.credits.findBalance(account.id)).toBe(98)
    expect((await rig.core.links.finish(bobChat, code)).outcome).toBe('dead')
    await expect(rig.core.accounts.requireAccount(adaChat)).rejects.toMatchObject({ code: 'not-linked' })
    expect(await browser.status('/account')).toBe(303)
    expect(await rig.core.accounts.list({ limit: 9 })).toEqual([])
    rig.clock.advance(minute)
    const back = await signInFirst(rig, 'ada@example.org')
    await link(rig, back, adaChat)
    const again = await findAccountOf(rig, 'ada@example.org')
    expect(again.id).not.toBe(account.id)
    expect(await rig.core.credits.findBalance(again.id)).toBe(0)
  })

  it('takes back what was shared, and is not kept by a post that cannot be', async () => {
    const asked: Post[] = []
    async function retract(post: Post) {
      // The picture must still be there to be found again should this be cut off.
      expect(await rig.store.owned.list(account.id, { limit: 9 })).not.toEqual([])
      asked.push(post)
      if (asked.length === 1) throw new Error('no')
    }
    const rig = await createRig({ outbound: { retract } })
    const { account, pictures } = await settleIn(rig, 'ada@example.org', adaChat)
    const posts: Post[] = []
    for (const { id } of pictures) posts.push(await share(rig, account, id))
    await rig.core.start()
    await rig.core.erase(account.id)
    expect(asked.map(({ message }) => message).sort()).toEqual(posts.map(({ message }) => message).sort())
    expect(await rig.store.owned.list(account.id, { limit: 9 })).toEqual([])
    expect(rig.lines.filter(({ message }) => message.includes('could not be taken back'))).toHaveLength(1)
    await rig.core.stop(0)
  })

  it('is finished after a crash at any write', async () => {
    const steps = { left: 0 }
    for (let writes = 1; writes < 40; writes++) {
      const { rig, account, pictures } = await settleAda()
      steps.left = writes
      const dying = rig.createCoreOn({ store: crashAfter(rig.store, steps) })
      await dying.erase(account.id).catch(() => undefined)
      await rig.core.start()
      expect(await rig.store.accounts.findAccount({ id: account.id })).toBeUndefined()
      expect(await rig.store.accounts.findIdentity(adaChat)).toBeUndefined()
      expect(await rig.store.owned.list(account.id, { limit: 9 })).toEqual([])
      expect(await rig.core.sessions.list(account.id)).toEqual([])
      for (const key of pictures.flatMap(({ pictureKeys }) => pictureKeys)) {
        expect(await rig.host.read(key)).toBeUndefined()
      }
      await rig.core.stop(0)
      if (steps.left > 0) return expect(writes).toBeGreaterThan(5)
    }
    throw new Error('It never came to its end')
  })
})

describe('a changed policy', () => {
  it('is mailed to every account once per version, going on where it was cut off', async () => {
    const rig = await createRig()
    for (let index = 0; index < 5; index++) await signIn(rig, `a${index}@example.org`)
    const sent: string[] = []
    let refuse = 2
    const send = async ({ to, messageId }: { to: string; messageId?: string }) => {
      if (refuse-- > 0) throw new Error('no')
      sent.push(`${to} ${messageId}`)
    }
    const mailing = { ...rig, mailer: { send }, publicUrl, version: '2026-11-01' }
    expect(await mailPolicy(mailing)).toEqual({ sent: 3, failed: 2 })
    expect(await mailPolicy(mailing)).toEqual({ sent: 2, failed: 0 })
    expect(await mailPolicy(mailing)).toEqual({ sent: 0, failed: 0 })
    expect(new Set(sent).size).toBe(5)
    expect(await mailPolicy({ ...mailing, version: '2027-01-01' })).toEqual({ sent: 5, failed: 0 })
  })

  it('is mailed to more accounts than are read at a time, and to those with an address alone', async () => {
    const rig = await createRig()
    for (let index = 0; index < 230; index++) {
      const email = `a${index}@example.org`
      const named = index % 10 === 0 ? {} : { email, emailKey: email }
      await rig.store.accounts.insertAccount({ id: `id${index}`, createdAt: index, ...named })
    }
    const { mailer } = rig.options
    expect(await mailPolicy({ ...rig, mailer, publicUrl, version: '2026-11-01' })).toEqual({
      sent: 207,
      failed: 0,
    })
    expect(new Set(rig.mails.map(({ to }) => to)).size).toBe(207)
  })
})
