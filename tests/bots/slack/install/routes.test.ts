/** Many workspaces: they install the app, and are forgotten when they remove it. */
import { describe, expect, it } from 'vitest'
import { startRig } from '../rig.ts'

const removed = 'A workspace has removed the Slack app or its token'

describe.each([{ transport: 'http' as const }, { transport: 'socket' as const }])(
  'over $transport',
  (given) => {
    it('installs, answers, and forgets', async () => {
      const rig = await startRig({ ...given, oauth: true })
      const { slack, ada, general, publicUrl, team, logs } = rig
      const list = () => rig.store.records.listRecords('slack-installation', undefined, Date.now())
      expect(await ada.install(`${publicUrl}/slack/install`)).toMatchObject({ status: 200 })
      const installation = slack.findInstallation(team)
      if (!installation) throw new Error('not installed')
      general.members.add(installation.botUserId)
      expect((await ada.slash(general, '/help').reply()).shown).toContain('/imagine')
      const [kept] = await list()
      expect(kept?.key).toBe(team.id)
      expect(JSON.stringify(kept)).not.toContain(installation.token)
      await rig.restart()
      expect((await ada.mention(general, 'help').message()).shown).toContain('/imagine')
      await slack.operator.uninstall(installation)
      await logs(removed, 2)
      expect(await list()).toEqual([])
    })
  },
)

it('says what came of it in the language of the browser', async () => {
  const { ada, publicUrl } = await startRig({ transport: 'http', oauth: true })
  const install = (language: string, deny = false) =>
    ada.install(`${publicUrl}/slack/install`, { language, deny })
  expect((await install('en')).body).toContain('imgsrc is in your workspace.')
  const { body } = await install('de-AT,en;q=0.5', true)
  for (const words of ['<html lang="de">', 'Nicht installiert', 'Noch einmal versuchen'])
    expect(body).toContain(words)
})

it('keeps a newer installation when the news of an old removal comes late', async () => {
  const { slack, ada, publicUrl, team, store, logs, advance, general } = await startRig({
    transport: 'http',
    oauth: true,
  })
  await ada.install(`${publicUrl}/slack/install`)
  const first = slack.findInstallation(team)
  if (!first) throw new Error('not installed')
  await slack.operator.revokeToken(first)
  await logs(removed)
  expect(await store.records.listRecords('slack-installation', undefined, Date.now())).toEqual([])
  advance(5_000)
  await ada.install(`${publicUrl}/slack/install`)
  const second = slack.findInstallation(team)
  general.members.add(second?.botUserId ?? '')
  expect((await ada.slash(general, '/help').reply()).shown).toContain('/imagine')
})

it('serves every workspace of an organisation that installs it, and knows a person in all of them', async () => {
  const { slack, ada, general, publicUrl, team, store, answered, history, core } = await startRig({
    transport: 'http',
    oauth: true,
    org: true,
  })
  await ada.install(`${publicUrl}/slack/install`, { org: true })
  const installation = slack.findInstallation(team)
  general.members.add(installation?.botUserId ?? '')
  const [kept] = await store.records.listRecords('slack-installation', undefined, Date.now())
  expect(kept?.key).toBe(team.enterprise?.id)
  ada.slash(general, '/imagine', 'a gull')
  await answered()
  expect(await history(ada)).toHaveLength(1)
  const user = { platform: 'slack' as const, user: `${team.enterprise?.id}:${ada.id}`, name: 'ada' }
  expect(await core.accounts.requireAccount(user)).toBeDefined()
})

it('installs for nobody whose browser did not ask', async () => {
  const { slack, ada, publicUrl, team, advance } = await startRig({ transport: 'http', oauth: true })
  const denied = await ada.install(`${publicUrl}/slack/install`, { deny: true })
  expect(denied.status).toBe(400)
  const begin = await fetch(`${publicUrl}/slack/install`, { redirect: 'manual' })
  const state = new URL(begin.headers.get('location') ?? '').searchParams.get('state') ?? ''
  const cookie = begin.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const end = ({ state, cookie }: { state: string; cookie: string }, method = 'GET') =>
    fetch(`${publicUrl}/slack/oauth_redirect?code=x&state=${state}`, { method, headers: { cookie } }).then(
      ({ status }) => status,
    )
  expect(await end({ state, cookie: '' })).toBe(400)
  expect(await end({ state: `${state}x`, cookie: `${cookie}x` })).toBe(400)
  expect(await end({ state, cookie }, 'HEAD')).toBe(204)
  expect(await end({ state, cookie })).toBe(502)
  advance(601_000)
  expect(await end({ state, cookie })).toBe(400)
  expect(slack.findInstallation(team)).toBeUndefined()
})

it('is read with an older key, and sealed anew with the newest, so that the older can go', async () => {
  const rig = await startRig({ transport: 'http', oauth: true, sealingKeys: ['one'] })
  const { ada, general, publicUrl, slack, team } = rig
  await ada.install(`${publicUrl}/slack/install`)
  general.members.add(slack.findInstallation(team)?.botUserId ?? '')
  const readSealed = async () => {
    const [kept] = await rig.store.records.listRecords('slack-installation', undefined, Date.now())
    return kept?.body.sealed
  }
  let sealed = await readSealed()
  for (const keys of [['two', 'one'], ['three', 'two'], ['three']] as const) {
    rig.setSealingKeys(keys)
    await rig.restart()
    expect((await ada.slash(general, '/help').reply()).shown).toContain('/imagine')
    const renewed = await readSealed()
    expect(renewed === sealed).toBe(keys.length === 1)
    sealed = renewed
  }
})

it('cannot be read by another secret, and says so', async () => {
  const { ada, general, publicUrl, store, logs, slack, team } = await startRig({
    transport: 'http',
    oauth: true,
  })
  await ada.install(`${publicUrl}/slack/install`)
  const [kept] = await store.records.listRecords('slack-installation', undefined, Date.now())
  if (!kept) throw new Error('not installed')
  await store.records.replaceRecord({ ...kept, body: { ...kept.body, sealed: 'AAAA' } })
  general.members.add(slack.findInstallation(team)?.botUserId ?? '')
  await ada.slash(general, '/help').acknowledged
  await logs('A Slack installation cannot be read with any key there is: it must be installed again')
})
