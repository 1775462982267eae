/** What is told late is said in the language of whoever reads it, with commands as they are called there. */
import { expect, it, onTestFinished } from 'vitest'
import { createOutbound, type Reach } from '#bots/outbound.ts'
import type { Platform, Spoken } from '#bots/platform.ts'
import { type ChatUser, type HeldCall, type Outbound, speak } from '#core/index.ts'
import { silent } from '#tests/kept-log.ts'
import { createPlainCore } from '../core/rig.ts'
import { openStore } from '../core/store/places.ts'

const german = speak('de')
const anna: ChatUser = { platform: 'discord', user: '1', name: 'Anna' }
const gallery = { platform: 'discord', team: 'G1', channel: 'C1' } as const
const link = {
  identity: anna,
  inChat: { platform: 'discord', address: {}, locale: 'de' },
  ...{ unlinkToken: 't', notification: 'n' },
} as const
const held: HeldCall = {
  ...{ id: 'call', user: anna, origin: { platform: 'discord', address: {} } },
  asked: { command: 'link', options: {}, attachments: {}, admin: false, kept: {} },
}

/** Ways to tell somebody, by an account of their own and its address. */
type Way = (outbound: Outbound<never>, account: { id: string; email: string }) => Promise<unknown>
const ways = {
  credited: ({ credited }, { id }) => credited(id, 100, { provider: 'lemonsqueezy' }),
  low: ({ low }, { id }) => low(id, 5),
  gifted: ({ gifted }, { id }) => gifted(id, { half: 'from', credits: 5, other: id }),
  linked: ({ linked }, account) => linked({ account, ...link }),
  runHeld: ({ runHeld }) => runHeld(held),
  tellMonth: ({ tellMonth }) => tellMonth(gallery, { kind: 'report', team: 'discord:G1', month: '2099-12' }),
  tellTeam: ({ tellTeam }) => tellTeam(gallery, { kind: 'untied' }),
} satisfies Record<string, Way>

/** Anna has an account; `choose`: she, and her server, have chosen German. */
async function start(choose: boolean) {
  const told: Spoken[] = []
  const platform: Platform = {
    ...{ name: 'discord', start: async () => undefined, stop: async () => undefined },
    send: async (_origin, _user, message) => void told.push(message),
    async post(_place, message) {
      told.push(message)
      return 'posted'
    },
    recall: async () => ({
      reply: { progress: () => undefined, finish: async () => undefined },
      ...{ retract: async () => undefined, attachments: {} },
    }),
  }
  const core = createPlainCore({ store: await openStore() })
  onTestFinished(() => core.close())
  const { id } = await core.accounts.openAccount(anna)
  if (choose) {
    await core.preferences.chooseLanguage(id, 'de')
    const settle = { by: id, what: 'language' } as const
    await core.teams.changeSettings('discord:G1', (now) => ({ ...now, language: 'de' }), settle)
  }
  const form = { command: 'link', options: {}, title: 'A form', fields: [], submit: 'Send' }
  const reach: Reach = {
    ...{ core, platforms: [platform], log: silent },
    dispatch: async () => form,
    linked: async () => undefined,
  }
  const outbound = createOutbound(Promise.resolve(reach), () => undefined)
  return { told, outbound, account: { id, email: 'anna@example.com' } }
}

it.each(Object.entries(ways))('by %s', async (_, way: Way) => {
  const { told, outbound, account } = await start(true)
  await way(outbound, account)
  expect(told.map(({ words }) => words)).toEqual([german])
  expect(JSON.stringify(told[0]?.blocks)).not.toMatch(/"\/(link|topup|history|credits|help|show)\b/)
})

it('as they spoke where they connected, where nothing else is known of them', async () => {
  const { told, outbound, account } = await start(false)
  await ways.linked(outbound, account)
  expect(told.map(({ words }) => words)).toEqual([german])
})
