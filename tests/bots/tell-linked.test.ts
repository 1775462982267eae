/** Tests that a new link is mailed once, whether or not the chat user can be told. */
import { expect, it } from 'vitest'
import type { Platform } from '#bots/platform.ts'
import { createTellLinked } from '#bots/tell-linked.ts'
import { createRecordedLog } from './recorded-log.ts'

it.each(['told', 'refused'])('mails once where the chat user is %s', async (how) => {
  const { log, lines } = createRecordedLog()
  const mailed: string[] = []
  const platform: Platform = {
    ...{ name: 'slack', start: async () => undefined, stop: async () => undefined },
    send: async () => (how === 'told' ? undefined : Promise.reject(new Error('not_in_channel'))),
  }
  const tell = createTellLinked({
    core: {
      credits: { findBalance: async () => 100 },
      preferences: { findLanguages: async () => ({}) },
    } as never,
    ...{ platforms: [platform], log },
    linked: async ({ account }) => void mailed.push(account.email),
  })
  await tell({
    account: { id: 'a1', email: 'ann@example.com' },
    identity: { platform: 'slack', user: 'T1:U1', name: 'Ann' },
    inChat: { platform: 'slack', address: {} },
    ...{ unlinkToken: 't', notification: 'n' },
  })
  expect(mailed).toEqual(['ann@example.com'])
  expect(lines.map(({ level }) => level)).toEqual(how === 'told' ? [] : ['warn'])
})
