/** The buttons of teams: at a cap, and before two become one. */
import type { Chat } from './chat.ts'
import { fund } from './fund.ts'
import { boat, type Press, paid, press } from './press-rows.ts'

/** An admin of another team has answered with the code that finishes it. */
async function askToTie(chat: Chat): Promise<void> {
  await chat.type('ann', 'channel', 'team', { do: 'tie' })
  const said = chat.look('ann').map(({ text }) => text)
  const [, code = ''] = /\/team join (\w+)/.exec(said.join(' ')) ?? []
  const other = { platform: 'terminal', id: '9', title: 'Others' } as const
  const step = await chat.core.teams.ties.take(code, other)
  await chat.type('ann', 'channel', 'team', { do: 'tie', value: 'code' in step ? step.code : '' })
}

/** The team has credits, and gives none to anybody for long. */
async function reachCap(chat: Chat): Promise<void> {
  await fund(chat)
  await chat.type('ann', 'channel', 'team', { do: 'cap', credits: 5 })
  await chat.type('ben', 'channel', 'imagine', boat)
}

async function reachCapBeforeAdmins(chat: Chat): Promise<void> {
  await chat.type('ann', 'channel', 'team', { do: 'admins-channel', channel: chat.gallery })
  await reachCap(chat)
}

async function askForMore(chat: Chat): Promise<void> {
  await reachCapBeforeAdmins(chat)
  await press(chat, 'ben', 'Ask for 50 more')
}

export const teams: readonly Press[] = [
  {
    ...{ under: 'the refusal at a cap', button: 'Ask for 50 more', command: 'ask-more', presser: 'ben' },
    // The answer to the press, and the question in the admins’ channel, where all of them are.
    ...{ lead: reachCapBeforeAdmins, shows: 2, says: /We’ve asked.*50 more credits/s, publishes: true },
    lapses: /out of date/,
  },
  {
    ...{ under: 'a request for credits', button: 'Decline', command: 'answer-request', presser: 'ann' },
    // The answer to the press, and the question, which says it too.
    ...{ lead: askForMore, shows: 2, says: /Declined by.*You declined.*told.*ben/s, publishes: true },
    tells: 'ben',
  },
  {
    ...{ under: 'the refusal at a cap', button: 'Pay it myself · 10', command: 'pay-own', presser: 'ben' },
    ...{ lead: reachCap, says: paid(10), cost: 10, made: 1, publishes: true, lapses: /out of date/ },
  },
  {
    ...{ under: 'the question', button: 'Join teams', command: 'tie-teams', presser: 'ann' },
    ...{
      lead: askToTie,
      says: /Others\W*in the terminal and this team are now joined/,
      lapses: /doesn’t work here/,
    },
  },
]
