/** The Web API's refusals and effects, through the real WebClient. */
import { beforeEach, describe, expect, test } from 'vitest'
import { createSettableClock } from '../clock.ts'
import { type Desk, openDesk, refusal } from './desk.ts'

const clock = createSettableClock()
let slack: Desk['slack']
let world: Desk['world']
let client: Desk['client']
let connect: Desk['connect']

beforeEach(async () => {
  ;({ slack, world, client, connect } = await openDesk({ clock }))
})

describe('tokens', () => {
  test('say who they are', async () => {
    expect(await client.auth.test()).toMatchObject({
      team_id: world.team.id,
      user_id: world.installation.botUserId,
      bot_id: world.installation.botId,
      response_metadata: { scopes: world.installation.scopes },
    })
  })

  test('are refused when wrong, of the wrong kind, revoked, or short of a scope', async () => {
    expect(await refusal(connect('').auth.test())).toBe('not_authed')
    expect(await refusal(connect('xoxb-no').auth.test())).toBe('invalid_auth')
    expect(await refusal(connect(slack.app.appToken).auth.test())).toBe('not_allowed_token_type')
    expect(await refusal(client.apps.connections.open())).toBe('not_allowed_token_type')
    slack.operator.setScopes(world.installation, ['commands'])
    const data = { error: 'missing_scope', needed: 'chat:write', provided: 'commands' }
    const posted = client.chat.postMessage({ channel: world.general.id, text: 'x' })
    await expect(posted).rejects.toMatchObject({ data })
    void slack.operator.revokeToken(world.installation)
    expect(await refusal(client.auth.test())).toBe('token_revoked')
  })

  test('given back are gone', async () => {
    expect(await client.auth.revoke()).toMatchObject({ revoked: true })
    expect(await refusal(client.auth.test())).toBe('token_revoked')
  })
})

describe('posting', () => {
  test('needs words, a channel that is there, and a place in it', async () => {
    const post = (channel: string, text = 'x') => refusal(client.chat.postMessage({ channel, text }))
    const secret = slack.createChannel(world.team, { name: 'secret', kind: 'private', bot: false })
    expect(await post(world.general.id, '')).toBe('no_text')
    expect(await post('C0NOWHERE')).toBe('channel_not_found')
    expect(await post(secret.id)).toBe('channel_not_found')
    expect(await post(world.random.id)).toBe('accepted')
    slack.operator.setScopes(world.installation, ['chat:write', 'im:write'])
    expect(await post(world.random.id)).toBe('not_in_channel')
    expect(await post('#general')).toBe('accepted')
    expect(await post(world.ada.id)).toBe('accepted')
    expect(world.ada.dm.visibleTo(world.ada)).toHaveLength(1)
    slack.operator.archive(world.general)
    expect(await post(world.general.id)).toBe('is_archived')
    slack.operator.deleteChannel(world.general)
    expect(await post(world.general.id)).toBe('channel_not_found')
  })

  test('cuts at 40,000 characters; an edit over 4,000 is refused', async () => {
    const channel = world.general.id
    const { ts = '' } = await client.chat.postMessage({ channel, text: 'x'.repeat(40_001) })
    expect(world.general.messages.at(-1)?.text).toHaveLength(40_000)
    expect(await refusal(client.chat.update({ channel, ts, text: 'x'.repeat(4_001) }))).toBe('msg_too_long')
  })

  test('an edit without blocks removes them; versions stay', async () => {
    const channel = world.general.id
    const { ts = '' } = await client.chat.postMessage({ channel, text: 'a', blocks: [{ type: 'divider' }] })
    await client.chat.update({ channel, ts, text: 'b' })
    const [message] = world.general.visibleTo(world.ben)
    expect(message?.blocks).toEqual([])
    expect(message?.versions.map((version) => version.blocks.length)).toEqual([1, 0])
  })

  test('only its own public messages can be edited or deleted', async () => {
    const channel = world.general.id
    const person = world.ada.say(world.general, 'mine')
    const { message_ts = '' } = await client.chat.postEphemeral({ channel, user: world.ada.id, text: 'psst' })
    const update = (ts: string) => refusal(client.chat.update({ channel, ts, text: 'x' }))
    expect(await update(person.ts)).toBe('cant_update_message')
    expect(await refusal(client.chat.delete({ channel, ts: person.ts }))).toBe('cant_delete_message')
    expect(await update(message_ts)).toBe('message_not_found')
    expect(world.general.visibleTo(world.ada)).toHaveLength(2)
    expect(world.general.visibleTo(world.ben)).toEqual([person])
  })

  test('a deleted message is gone for everybody', async () => {
    const channel = world.general.id
    const { ts = '' } = await client.chat.postMessage({ channel, text: 'x' })
    await client.chat.delete({ channel, ts })
    expect(world.general.visibleTo(world.ada)).toEqual([])
    expect(await refusal(client.chat.update({ channel, ts, text: 'y' }))).toBe('message_not_found')
    expect(await refusal(client.chat.getPermalink({ channel, message_ts: ts }))).toBe('message_not_found')
  })

  test('a whisper needs both in the channel', async () => {
    const whisper = (channel: string, user: string) =>
      refusal(client.chat.postEphemeral({ channel, user, text: 'x' }))
    const cy = slack.createPerson(world.team, { name: 'cy' })
    expect(await whisper(world.general.id, cy.id)).toBe('user_not_in_channel')
    expect(await whisper(world.random.id, world.ada.id)).toBe('not_in_channel')
    await client.conversations.join({ channel: world.random.id })
    expect(await whisper(world.random.id, world.ada.id)).toBe('accepted')
  })

  test('threads must be there', async () => {
    const channel = world.general.id
    const parent = world.ada.say(world.general, 'up')
    const reply = (thread_ts: string) => client.chat.postMessage({ channel, text: 'reply', thread_ts })
    await reply(parent.ts)
    expect(world.general.messages.at(-1)?.threadTs).toBe(parent.ts)
    expect(await refusal(reply('1.1'))).toBe('thread_not_found')
  })
})

test('what is asked of people, workspaces and channels is answered', async () => {
  const { ada, general, design, team } = world
  expect((await client.users.info({ user: ada.id })).user).toMatchObject({ is_admin: true, is_owner: false })
  expect((await client.team.info()).team).toMatchObject({ id: team.id, name: team.name })
  const look = ({ id: channel }: { id: string }) => client.conversations.info({ channel })
  expect((await look(general)).channel).toMatchObject({ is_member: true })
  expect((await look(design)).channel).toMatchObject({ is_private: true })
  expect((await client.conversations.members({ channel: general.id })).members).toContain(ada.id)
  const opened = await client.conversations.open({ users: ada.id })
  expect(opened.channel?.id).toBe(ada.dm.id)
  slack.operator.removeBot(design)
  expect(await refusal(look(design))).toBe('channel_not_found')
  expect(await refusal(client.apiCall('reminders.add'))).toBe('unknown_method')
})

test('one message a second in a channel, when rate limits are on', async () => {
  slack.operator.switches.rateLimits = true
  const { general, design } = world
  const post = (channel: string) => client.chat.postMessage({ channel, text: 'x' })
  await post(general.id)
  await post(design.id)
  await expect(post(general.id)).rejects.toMatchObject({ retryAfter: 1 })
  await clock.advance(1_000)
  await post(general.id)
  expect(general.messages).toHaveLength(2)
})

test('JSON bodies are read like forms', async () => {
  const authorization = `Bearer ${world.installation.token}`
  const headers = { 'content-type': 'application/json; charset=utf-8', authorization }
  const post = async (body: string) =>
    await (await fetch(`${slack.apiUrl}chat.postMessage`, { method: 'POST', headers, body })).json()
  const blocks = [{ type: 'section', text: { type: 'plain_text', text: 'a & b' } }]
  const posted = await post(JSON.stringify({ channel: world.general.id, text: 'x', blocks }))
  expect(posted).toMatchObject({ ok: true, message: { blocks: [{ text: { text: 'a &amp; b' } }] } })
  expect(await post('{')).toEqual({ ok: false, error: 'invalid_json' })
  const seen = { method: 'chat.postMessage', args: { text: 'x' }, answer: { status: 200 } }
  expect(slack.requests.at(-2)).toMatchObject(seen)
})
