/** For which of its channels a workspace may pay: in none that is a direct message, and for nobody from elsewhere. */
import { expect, it } from 'vitest'
import { renderOrigin } from '#bots/slack/location.ts'

const there = { team: 'T1', channel: 'C1', person: 'U1', direct: false }

it.each([
  [there, 'T1:U1', 'C1'],
  [{ ...there, thread: '1.2' }, 'T1:U1', 'C1'],
  [{ ...there, enterprise: 'E1' }, 'E1:U1', 'C1'],
  // Companies share channels, and everybody stays who they are at home.
  [there, 'T2:U1', undefined],
  [there, 'T12:U1', undefined],
  [{ ...there, enterprise: 'E1' }, 'E2:U1', undefined],
  [{ ...there, direct: true, channel: 'D1' }, 'T1:U1', undefined],
  // A command that is typed in a direct message.
  [{ ...there, channel: 'D1' }, 'T1:U1', undefined],
  [{ ...there, channel: '' }, 'T1:U1', undefined],
])('counts %o by %s for the channel %s', (location, user, channel) => {
  expect(renderOrigin(location, user).channel).toBe(channel)
})
