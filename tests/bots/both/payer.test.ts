/** Tests who pays in a team, and that it is said, before and after, on both platforms. */
import { expect, it } from 'vitest'
import { speak } from '#core/index.ts'
import { type Options, requireLook, until, type Where, type Who } from './chat.ts'
import { startDiscordChat } from './discord-chat.ts'
import { fund } from './fund.ts'
import { startSlackChat } from './slack-chat.ts'

async function open(start: typeof startSlackChat) {
  const chat = await start()
  const ben = (await chat.findAccount('ben')) ?? ''
  const own = await chat.core.credits.findBalance(ben)
  /** What somebody is shown by it alone, on one line. */
  async function see(who: Who, act: () => Promise<void>): Promise<string> {
    const before = new Set(chat.look(who).map(({ key }) => key))
    await act()
    const shown = chat.look(who).filter(({ key }) => !before.has(key))
    return shown
      .map(({ text }) => text)
      .join(' ')
      .replace(/\s+/g, ' ')
  }
  const ask = (who: Who, command: string, options?: Options, where: Where = 'channel') =>
    see(who, () => chat.type(who, where, command, options))
  const press = (who: Who, button: string, given?: { twice: boolean }) =>
    see(who, () => chat.press(who, requireLook(chat, who, button), button, given))
  const paid = async () => own - (await chat.core.credits.findBalance(ben))
  return { chat, ask, press, paid }
}

it.each([
  ['Discord', startDiscordChat],
  ['Slack', startSlackChat],
])('on %s the team pays within its caps, and whoever asks is told', async (_name, start) => {
  const { chat, ask, press, paid } = await open(start)
  const wallet = await fund(chat)
  const bought = await chat.core.credits.findBalance(wallet)
  const left = async () => bought - (await chat.core.credits.findBalance(wallet))
  const rest = speak(undefined).number(bought - 20)

  expect(await ask('ben', 'imagine', { prompt: 'a boat' })).toMatch(/price 10 credits · paid by (?!.*left)/)
  expect(await ask('ben', 'imagine', { prompt: 'a hut', private: true })).toMatch(
    new RegExp(`price 10 credits · paid by .+ · ${rest} left`),
  )
  expect([await left(), await paid()]).toEqual([20, 0])
  expect(await ask('ben', 'imagine', { prompt: 'a hut', private: true })).toMatch(/free/)
  expect(await ask('ben', 'credits')).toMatch(new RegExp(`has \\W*${rest} credits`))
  expect(await ask('ben', 'team')).toMatch(new RegExp(`team balance ${rest} credits`))
  await ask('ben', 'imagine', { prompt: 'a pond' }, 'direct')
  expect([await left(), await paid()]).toEqual([20, 10])

  await ask('ann', 'team', { do: 'cap', credits: 25 })
  const refused = await ask('ben', 'imagine', { prompt: 'a moose' })
  expect(refused).toMatch(/20 of the 25 credits.*Nothing was charged/)
  expect(
    chat
      .look('ann')
      .map(({ text }) => text)
      .join(),
  ).not.toMatch(/20 of the 25/)
  expect(await press('ben', 'Pay it myself · 10', { twice: true })).toMatch(
    /a moose.*price 10 credits(?! · paid)/,
  )
  expect([await left(), await paid()]).toEqual([20, 20])
  expect(chat.prompts.filter((prompt) => prompt === 'a moose')).toHaveLength(1)

  await ask('ann', 'team', { do: 'pays', value: 'own' })
  await ask('ben', 'imagine', { prompt: 'a gate' })
  expect([await left(), await paid()]).toEqual([20, 30])
})

it.each([
  ['Discord', startDiscordChat],
  ['Slack', startSlackChat],
])(
  'on %s a question says beside its prices that the team pays, and nothing where it does not',
  async (_name, start) => {
    const { chat, ask, press } = await open(start)
    const rest = speak(undefined).number((await chat.core.credits.findBalance(await fund(chat))) - 20)
    const paid = new RegExp(`paid by \\S.* · ${rest} left`)
    await ask('ben', 'imagine', { prompt: 'two boats', count: 2 })
    expect(await ask('ben', 'change', { prompt: 'bluer' })).toMatch(paid)
    await ask('ann', 'team', { do: 'pays', value: 'own' })
    const question = await ask('ben', 'change', { prompt: 'redder' })
    expect(question).toMatch(/Which one/)
    expect(question).not.toMatch(/paid by/)
    await ask('ann', 'team', { do: 'pays', value: 'team' })
    await press('ben', '2')
    expect(await press('ben', 'Vary · 10')).toMatch(paid)
  },
)

it.each([
  ['Discord', startDiscordChat],
  ['Slack', startSlackChat],
])('on %s says who pays while it is drawn', async (_name, start) => {
  const { chat } = await open(start)
  await fund(chat)
  chat.hold()
  chat.begin('ben', 'channel', 'imagine', { prompt: 'a boat' })
  await until(() => chat.look('ben').some(({ text }) => /drawing.*paid by/s.test(text)))
})
