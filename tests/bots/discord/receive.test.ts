/** For which channel something counts that is asked in a server: a thread is no way around what is settled for its channel. */
import type { ChannelType } from 'discord-api-types/v10'
import { expect, it } from 'vitest'
import { type CallInteraction, readOrigin } from '#bots/discord/receive.ts'

const member = { user: { id: '7' } }

it.each([
  [{ id: '1', type: 0 }, '1'],
  [{ id: '1', type: 0, parent_id: '9' }, '1'],
  [{ id: '2', type: 11, parent_id: '1' }, '1'],
  [{ id: '2', type: 12, parent_id: '1' }, '1'],
  [{ id: '2', type: 10, parent_id: '1' }, '1'],
  [{ id: '2', type: 11 }, '2'],
])('counts what is asked in %o for %s, and nothing that is asked directly', (channel, counted) => {
  const given = { channel: channel as { id: string; type: ChannelType }, member, application_id: '5' }
  const read = (more: object) =>
    readOrigin({ ...given, ...more } as CallInteraction, { audience: 'everyone', expiresAt: 1 })
  expect(read({ guild_id: '3' })).toMatchObject({ team: '3', channel: counted })
  expect(read({ user: member.user })).not.toHaveProperty('channel')
})
