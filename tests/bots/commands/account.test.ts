/** Tests what a person asks about their account: link, unlink, topup, privacy. */
import { describe, expect, it } from 'vitest'
import { fromNetwork } from '#tests/networks.ts'
import { readWords } from '../calls.ts'
import { createRig, type Rig, userOf } from '../rig.ts'

/** Signs in on the web and agrees to the link that the words lead to. */
async function confirm(rig: Rig, words: string): Promise<string> {
  const { signIn, sessions, links } = rig.core
  const [, token = ''] = /https:\/\/bot\.test\/link\/([^"]+)/.exec(words) ?? []
  const browser = sessions.createToken()
  const asked = await signIn.request({
    email: 'ann@example.test',
    browser,
    networks: fromNetwork('127.0.0.1'),
    next: '/',
  })
  const signedIn = asked.outcome === 'issued' ? await signIn.finish(browser, asked.code) : undefined
  if (signedIn?.outcome !== 'signed-in') throw new Error('Not signed in')
  const code = await links.confirm(token, signedIn.account)
  if (!code) throw new Error('No code')
  return code
}

describe('/link', () => {
  it('gives a private page, and takes the code in a form', async () => {
    const rig = await createRig()
    const begun = await rig.ask('ann', 'link', { in: 'team' })
    expect(begun.message?.private).toBe(true)
    const code = await confirm(rig, readWords(begun.message))
    const { form } = await rig.press('ann', begun, 'Enter code')
    expect(form?.fields.map(({ name }) => name)).toEqual(['code'])
    const options = { ...form?.options, code: `${code.slice(0, 4)} ${code.slice(4)}` }
    const ended = await rig.ask('ann', form?.command ?? '', { options })
    expect(ended.message?.private).toBe(true)
    expect(readWords(ended.message)).toContain('ann@example.test')
    expect(readWords(ended.message)).toContain('1,000 credits')
    expect(
      (await rig.ask('ann', 'imagine', { options: { prompt: 'a fox' } })).message?.delivers,
    ).toBeDefined()
  })

  it('names the team to the page', async () => {
    const rig = await createRig()
    const begun = await rig.ask('ann', 'link', { in: 'team' })
    const [, token = ''] = /link\/([^"]+)/.exec(readWords(begun.message)) ?? []
    expect(await rig.core.links.find(token)).toMatchObject({ user: { user: 'ann' }, team: 'Team team' })
  })

  it('takes the code after the command, also across a restart', async () => {
    const rig = await createRig()
    const code = await confirm(rig, readWords((await rig.ask('ann', 'link')).message))
    await rig.restart()
    expect(readWords((await rig.ask('ann', 'link', { options: { code } })).message)).toContain(
      'now connected to',
    )
  })

  it('counts wrong codes, ends after five, and heeds nobody else’s', async () => {
    const rig = await createRig()
    const code = await confirm(rig, readWords((await rig.ask('ann', 'link')).message))
    const enter = async (who: string, typed: string) =>
      readWords((await rig.ask(who, 'link', { options: { code: typed } })).message)
    expect(await enter('eve', code)).toContain('That code doesn’t work any more')
    expect(await enter('ann', 'nonsense')).toContain('A code has eight digits')
    expect(await enter('ann', '00000001')).toContain('try 4 times more')
    for (const left of ['3 times', '2 times', 'once', 'That code doesn’t work any more']) {
      expect(await enter('ann', '00000000')).toContain(left)
    }
    expect(await enter('ann', code)).toContain('That code doesn’t work any more')
  })

  it('refuses whoever is linked', async () => {
    const rig = await createRig()
    const code = await confirm(rig, readWords((await rig.ask('ann', 'link')).message))
    await rig.ask('ann', 'link', { options: { code } })
    expect(readWords((await rig.ask('ann', 'link')).message)).toContain('/unlink')
    expect(readWords((await rig.ask('ann', 'link', { options: { code: '1' } })).message)).toContain('/unlink')
  })
})

describe('/unlink', () => {
  it('asks first, then unties this person alone', async () => {
    const rig = await createRig()
    const account = await rig.join('ann')
    const question = await rig.ask('ann', 'unlink')
    await rig.press('ann', question, 'Keep it')
    expect(await rig.core.accounts.listIdentities(account)).toHaveLength(1)
    expect(readWords((await rig.press('ann', question, 'Disconnect')).message)).toContain('is disconnected')
    expect(await rig.core.accounts.listIdentities(account)).toEqual([])
    expect(readWords((await rig.press('ann', question, 'Disconnect')).message)).toContain(
      'Connect your account first',
    )
    await expect(rig.core.accounts.requireAccount(userOf('ann'))).rejects.toThrow('not-linked')
  })

  it('is nothing to a stranger', async () => {
    const rig = await createRig()
    expect(readWords((await rig.ask('eve', 'unlink')).message)).toContain('Connect your account first')
  })
})

it('/topup shows each pack, what it buys, and where', async () => {
  const rig = await createRig()
  await rig.join('ann')
  const { message } = await rig.ask('ann', 'topup')
  expect(message?.private).toBe(true)
  const words = readWords(message)
  expect(words).toContain('2,000 draft, 200 standard or 66 premium pictures')
  expect(words).toContain('{"label":"100 credits · $5","url":"https://bot.test/checkout/starter"}')
  expect(readWords((await rig.ask('eve', 'topup')).message)).toContain('/link')
})

it('/privacy needs no account, and leads to the policy, the export and the deletion', async () => {
  const rig = await createRig()
  const { message } = await rig.ask('eve', 'privacy')
  expect(message?.private).toBe(true)
  const words = readWords(message)
  for (const path of ['/privacy"', '/account/export"', '/account/delete"']) {
    expect(words).toContain(`https://bot.test${path}`)
  }
})
