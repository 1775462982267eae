/** Who somebody is to Slack: their name, their workspace, what they may do there; and workspaces that are gone. */
import { describe, expect, it } from 'vitest'
import { isAdminOf } from '#bots/slack/admin.ts'
import { readTyped } from '#bots/slack/read-text.ts'
import { readForm, readTalk } from '#bots/slack/receive.ts'
import { isPicture, startRig } from './rig.ts'

describe('the name of somebody who only speaks', () => {
  it('is asked for once, for whoever links by a direct message', async () => {
    const { core, slack, team, general } = await startRig()
    const cyd = slack.createPerson(team, { name: 'cyd' })
    general.members.add(cyd.id)
    const begun = await cyd.messageDM('link').message()
    const [, token = ''] = /\/link\/([\w.-]+)/.exec(JSON.stringify(begun.blocks)) ?? []
    expect(await core.links.find(token)).toMatchObject({ user: { name: 'cyd' } })
    await cyd.messageDM('help').message(({ shown }) => shown.includes('/imagine'))
    expect(slack.requests.filter(({ method }) => method === 'users.info')).toHaveLength(1)
  })

  it('is asked for once, and so is their language, for commands that come at once', async () => {
    const { ada, general, slack, answered } = await startRig()
    for (let count = 0; count < 5; count++) ada.slash(general, '/credits')
    await answered(5)
    expect(slack.requests.filter(({ method }) => method === 'users.info')).toHaveLength(1)
  })

  it('stands over a picture that is shared by a mention', async () => {
    const { ada, ben, general, history, answered } = await startRig()
    await ada.slash(general, '/gallery', general.id).reply()
    await ada.mention(general, 'a gull').message(isPicture)
    await answered(2)
    const [made] = await history(ada)
    const shared = ada.mention(general, `share ${made?.id}`)
    const post = await shared.message(({ shown }) => shown.includes('shared a picture'))
    expect(post.shown).toMatch(/^ada\s/)
    expect(post.isVisibleTo(ben)).toBe(true)
  })

  it('is their id where Slack does not tell', async () => {
    const { ada, slack } = await startRig({ expectsFaults: true })
    slack.operator.trouble({ method: 'users.info', trouble: { kind: 'error', error: 'user_not_visible' } })
    expect((await ada.messageDM('credits').message()).shown).toContain('You have')
  })
})

it('takes a channel that a mention of the bot names', async () => {
  const { ada, ben, general, slack, team } = await startRig()
  const art = slack.createChannel(team, { name: 'art', members: [ada, ben] })
  const told = await ada
    .mention(general, `/gallery <#${art.id}|anything>`)
    .message(({ shown }) => shown.includes('Shared pictures'))
  expect(told.ephemeral).toBe(true)
  expect(art.visibleTo(ben)).toHaveLength(1)
})

it.each([
  ['<#C123|>', '#C123'],
  ['<@U1|>', '@U1'],
])('reads %s, whose words Slack leaves out', (text, typed) => {
  expect(readTyped(text)).toBe(typed)
})

describe('in a channel that companies share', () => {
  const event = { type: 'app_mention', channel: 'C1', user: 'U1', text: 'x', ts: '1', user_team: 'T2' }

  it('an event belongs to the workspace where the app is', () => {
    const body = { team_id: 'T2', event_id: 'E1', event, authorizations: [{ team_id: 'T1' }] }
    expect(readTalk(body, undefined)).toMatchObject({ location: { team: 'T1' }, user: { user: 'T2:U1' } })
  })

  it('a form belongs to the workspace where the app is', () => {
    const carried = { command: 'imagine', channel: 'C1', direct: false }
    const view = {
      id: 'V1',
      app_installed_team_id: 'T1',
      private_metadata: JSON.stringify(carried),
      state: { values: {} },
    }
    const sent = { team: { id: 'T2' }, user: { id: 'U1', team_id: 'T2' }, view, trigger_id: 'x' }
    expect(readForm(sent as unknown as Parameters<typeof readForm>[0])).toMatchObject({
      location: { team: 'T1' },
      user: { user: 'T2:U1' },
    })
  })

  it.each([
    [{ team_id: 'T1', is_admin: true }, true],
    [{ team_id: 'T1', is_owner: true }, true],
    [{ team_id: 'T1', is_admin: false }, false],
    [{ team_id: 'T2', is_admin: true, is_owner: true }, false],
    [{ team_id: 'T3', is_admin: true, enterprise_user: { enterprise_id: 'E1' } }, true],
    [{ team_id: 'T3', is_admin: true, enterprise_user: { enterprise_id: 'E2' } }, false],
    [undefined, false],
  ])('an admin of another company is none here: %o', (user, isAdmin) => {
    expect(isAdminOf(user, { team: 'T1', enterprise: 'E1' })).toBe(isAdmin)
  })
})

describe('a workspace that removed the app', () => {
  it('is told so by the address that came with the command, and where to install it', async () => {
    const { ada, general, slack, team, store, publicUrl } = await startRig({ transport: 'http', oauth: true })
    await ada.install(`${publicUrl}/slack/install`)
    general.members.add(slack.findInstallation(team)?.botUserId ?? '')
    await store.records.removeRecord('slack-installation', team.id)
    const told = await ada.slash(general, '/imagine', 'a gull').reply()
    expect(told).toMatchObject({ ephemeral: true })
    expect(told.shown).toContain('no longer installed')
    expect(JSON.stringify(told.blocks)).toContain(`${publicUrl}/slack/install`)
  })

  it('is told so in the language of whoever was met before', async () => {
    const { ada, general, slack, team, store, publicUrl } = await startRig({ transport: 'http', oauth: true })
    ada.locale = 'de-DE'
    await ada.install(`${publicUrl}/slack/install`)
    general.members.add(slack.findInstallation(team)?.botUserId ?? '')
    await ada.slash(general, '/help').reply()
    await store.records.removeRecord('slack-installation', team.id)
    const told = await ada.slash(general, '/imagine', 'a gull').reply()
    expect(told.shown).toContain('nicht mehr installiert')
  })

  it('and the organisation it belongs to, are forgotten with their galleries', async () => {
    const rig = await startRig({ transport: 'http', oauth: true, org: true })
    const { ada, general, slack, team, core, publicUrl, logs } = rig
    await ada.install(`${publicUrl}/slack/install`, { org: true })
    const installation = slack.findInstallation(team)
    if (!installation) throw new Error('not installed')
    general.members.add(installation.botUserId)
    await ada.slash(general, '/gallery', general.id).reply()
    const name = { platform: 'slack' as const, id: `${team.enterprise?.id}:${team.id}` }
    const other = { platform: 'slack' as const, id: 'E0OTHER:T1' }
    await core.teams.setGallery(other, 'C1')
    expect(await core.teams.findGallery(name)).toBe(general.id)
    await slack.operator.uninstall(installation)
    await logs('A workspace has removed the Slack app or its token', 2)
    expect(await core.teams.findGallery(name)).toBeUndefined()
    expect(await core.teams.findGallery(other)).toBe('C1')
  })
})
