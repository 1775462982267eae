/** Tests that what a channel may have shown already is said nowhere but to the person. */
import { expect, it } from 'vitest'
import { createSender } from '#bots/slack/send.ts'
import type { Origin } from '#core/index.ts'
import { say } from '../calls.ts'

it('says it to the person alone, also where the origin was copied with another language', async () => {
  const posted: string[] = []
  const post = async ({ channel }: { channel: string }) => {
    posted.push(channel)
    return { channel, ts: '1' }
  }
  const { send, close } = createSender({
    open: async () => ({ posting: { post } }) as never,
    note: async () => undefined,
  })
  const address = { user: 'T1:U1', workspace: 'T1', person: 'U1', channel: 'C1', direct: false }
  const origin: Origin = { platform: 'slack', team: 'T1', address }
  const user = { platform: 'slack', user: 'T1:U1', name: 'Ann' } as const
  const message = say('done', false)
  await send(origin, user, message)
  close(origin)
  await send({ ...origin, locale: 'de' }, user, message)
  expect(posted).toEqual(['C1', 'U1'])
})
