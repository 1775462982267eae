/** Tests how a picture finds its person when the call that asked for it is gone. */
import { expect, it } from 'vitest'
import { createDeliver } from '#bots/deliver.ts'
import type { Message, Platform } from '#bots/platform.ts'
import type { Core, Identity, PlatformName } from '#core/index.ts'
import { createAnsweringCore, failFox, fox, readWords } from './calls.ts'

function createPlatform(name: PlatformName) {
  const sent: { user: string; message: Message }[] = []
  const platform: Platform = {
    name,
    start: async () => undefined,
    stop: async () => undefined,
    send: async (_origin, user, message) => void sent.push({ user: user.user, message }),
  }
  return { platform, sent }
}

const identity = (platform: PlatformName, user: string): Identity => ({
  platform,
  user,
  name: user,
  account: 'account-1',
  linkedAt: 0,
})

function createScene(identities: readonly Identity[]) {
  const { core } = createAnsweringCore()
  const accounts = { ...core.accounts, listIdentities: async () => [...identities] }
  const [slack, discord] = [createPlatform('slack'), createPlatform('discord')]
  const platforms = [slack.platform, discord.platform]
  const deliver = createDeliver({ core: { ...core, accounts } as Core, platforms })
  return { deliver, slack, discord }
}

const onSlack = { ...fox, origin: { platform: 'slack' as const, address: { user: 'T1:U2' } } }

it('shows it where it was asked for, to the one who asked', async () => {
  const { deliver, slack, discord } = createScene([
    identity('discord', '1'),
    identity('slack', 'T1:U1'),
    identity('slack', 'T1:U2'),
  ])
  await deliver(onSlack)
  expect(slack.sent.map(({ user }) => user)).toEqual(['T1:U2'])
  expect(slack.sent[0]?.message.delivers).toBe('fox0000001')
  expect(discord.sent).toEqual([])
})

it('tells of a failure and that the credits are back', async () => {
  const { deliver, slack } = createScene([identity('slack', 'T1:U1')])
  await deliver({ ...failFox({ code: 'interrupted', data: {} }), origin: onSlack.origin })
  expect(slack.sent[0]?.message.private).toBe(true)
  expect(readWords(slack.sent[0]?.message)).toContain('Your 10 credits are back.')
})

it('rejects when that platform does not run or the person has untied it', async () => {
  const { deliver } = createScene([identity('slack', 'T1:U1')])
  await expect(deliver({ ...fox, origin: { platform: 'discord', address: {} } })).rejects.toThrow(
    'not-linked',
  )
  await expect(deliver(fox)).rejects.toThrow('not-linked')
  const terminal = createScene([identity('terminal', 'local')])
  await expect(terminal.deliver(fox)).rejects.toThrow('not-connected')
})
