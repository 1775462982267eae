/** Installing by OAuth, for a workspace and for an organisation, with Bolt's own installer. */
import type { App, Installation, InstallationQuery, InstallationStore } from '@slack/bolt'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startHttpApp } from './bolt-app.ts'
import { type SlackStandin, startSlackStandin } from './start.ts'

let slack: SlackStandin
let app: App
let installUrl: string
const installations = new Map<string, Installation>()
const keyOf = ({ isEnterpriseInstall, enterpriseId, teamId }: InstallationQuery<boolean>) =>
  (isEnterpriseInstall ? enterpriseId : teamId) ?? ''

const installationStore: InstallationStore = {
  storeInstallation: async (given) => {
    const key = given.isEnterpriseInstall ? given.enterprise?.id : given.team?.id
    installations.set(key ?? '', given as Installation)
  },
  fetchInstallation: async (query) => {
    const found = installations.get(keyOf(query))
    if (!found) throw new Error('not installed')
    return found as never
  },
}

beforeEach(async () => {
  installations.clear()
  slack = await startSlackStandin()
  const { clientId, clientSecret } = slack.app
  const { authorizeUrl: authorizationUrl, apiUrl: slackApiUrl } = slack
  const installerOptions = { authorizationUrl, clientOptions: { slackApiUrl } }
  const common = { clientId, clientSecret, stateSecret: 'state', scopes: ['commands', 'chat:write'] }
  const started = await startHttpApp(slack, { ...common, installationStore, installerOptions }, (app) =>
    app.command('/draw', async ({ ack, client, command, context }) => {
      await ack(`${context.isEnterpriseInstall}`)
      await client.chat.postMessage({ channel: command.channel_id, text: 'drawn' })
    }),
  )
  app = started.app
  slack.operator.setRedirectUrls([`${started.url}/slack/oauth_redirect`])
  installUrl = `${started.url}/slack/install`
})

afterEach(async () => {
  await app.stop()
  await slack.close()
})

test('a workspace installs, and its commands are answered with its own token', async () => {
  const team = slack.createTeam({ name: 'Acme' })
  const other = slack.createTeam({ name: 'Other' })
  const ada = slack.createPerson(team, { name: 'ada', owner: true })
  expect(await ada.install(installUrl)).toMatchObject({ status: 200 })
  expect([...installations.keys()]).toEqual([team.id])
  const general = slack.createChannel(team, { name: 'general', members: [ada] })
  const typed = ada.slash(general, '/draw')
  expect(await typed.acknowledged).toMatchObject({ ok: true, body: 'false' })
  await typed.message((message) => message.text === 'drawn')
  expect(slack.findInstallation(other)).toBeUndefined()
})

test('an organisation installs once for all its workspaces', async () => {
  const enterprise = slack.createEnterprise('Grid')
  const [east, west] = [
    slack.createTeam({ name: 'East', enterprise }),
    slack.createTeam({ name: 'West', enterprise }),
  ]
  const ada = slack.createPerson(east, { name: 'ada' })
  const ben = slack.createPerson(west, { name: 'ben' })
  expect(await ada.install(installUrl, { org: true })).toMatchObject({ status: 200 })
  expect(installations.get(enterprise.id)).toMatchObject({ isEnterpriseInstall: true })
  const general = slack.createChannel(west, { name: 'general', members: [ben] })
  const typed = ben.slash(general, '/draw')
  const where = { is_enterprise_install: 'true', enterprise_id: enterprise.id, team_id: west.id }
  expect(typed.payload).toMatchObject(where)
  expect(await typed.acknowledged).toMatchObject({ ok: true, body: 'true' })
  await typed.message((message) => message.text === 'drawn')
})

test('a person may refuse, and a code is good once', async () => {
  const team = slack.createTeam({ name: 'Acme' })
  const ada = slack.createPerson(team, { name: 'ada' })
  expect(await ada.install(installUrl, { deny: true })).toMatchObject({ status: 500 })
  expect(installations.size).toBe(0)
  const arrival = await ada.install(installUrl)
  const exchange = async (code: string, client_secret = slack.app.clientSecret) => {
    const body = new URLSearchParams({ client_id: slack.app.clientId, client_secret, code })
    return await (await fetch(`${slack.apiUrl}oauth.v2.access`, { method: 'POST', body })).json()
  }
  const code = new URL(arrival.url).searchParams.get('code') ?? ''
  expect(await exchange(code)).toEqual({ ok: false, error: 'code_already_used' })
  expect(await exchange('nonsense')).toEqual({ ok: false, error: 'invalid_code' })
  expect(await exchange(code, 'wrong')).toEqual({ ok: false, error: 'bad_client_secret' })
})
