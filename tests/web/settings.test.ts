/** The settings: what is connected and signed in, each of it ended by itself, and the language. */
import { expect, it } from 'vitest'
import { renderSettings } from '#web/pages/settings.ts'
import { signIn } from './browser.ts'
import { settleAda, visit } from './people.ts'

it('signs out all browsers but this one', async () => {
  const { rig, browser } = await visit()
  rig.clock.advance(60_000)
  const other = await signIn(rig, 'ada@example.org')
  expect(await browser.read('/account/settings')).toContain('Another browser')
  const done = await browser.post('/account/sign-out-others')
  expect(await browser.read(done.location)).toContain('Every other browser is signed out')
  expect(await other.status('/account')).toBe(303)
  const page = await browser.read('/account/settings')
  expect(page).not.toContain('Another browser')
  expect(page).not.toContain('Sign out all others')
})

it('asks before it disconnects a chat, and leads back', async () => {
  const { browser } = await settleAda()
  const page = await browser.read('/account/unlink?platform=discord&user=101')
  expect(page).toContain('Disconnect this chat?')
  expect(page).toContain('href="/account/settings">Keep it connected')
  const done = await browser.post('/account/unlink', { platform: 'discord', user: '101' })
  expect(done.location).toBe('/account/settings?done=unlinked')
  expect(await browser.read(done.location)).toContain('None yet')
})

it('keeps the language that was chosen, and none that is not ours', async () => {
  const { rig, browser, account } = await visit()
  const findChosen = async () => (await rig.core.preferences.findLanguages(account.id)).chosen
  const done = await browser.post('/account/language', { language: 'en' })
  expect(done.location).toBe('/account/settings?done=language')
  expect(await findChosen()).toBe('en')
  for (const language of ['xx', '<script>', '']) {
    await browser.post('/account/language', { language })
    expect(await findChosen()).toBeUndefined()
  }
})

it('offers the languages that there are, with the chosen one marked', async () => {
  const languages = [
    { tag: 'en', name: 'English' },
    { tag: 'xx', name: 'Xish' },
  ]
  const account = { id: 'ann', createdAt: 0 }
  const page = { account, identities: [], sessions: [], current: '', done: undefined, languages }
  const read = async (chosen?: string) =>
    String(await renderSettings({ ...page, chosen })).replace(/\s+/g, ' ')
  expect(await read()).not.toMatch(/<option[^>]* selected/)
  expect(await read('xx')).toContain('<option value="xx" lang="xx" selected>Xish</option>')
})
