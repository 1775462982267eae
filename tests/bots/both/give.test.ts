/** Tests giving somebody credits, as both of them see it, on both platforms. */
import { describe, expect, it } from 'vitest'
import { buy } from './buy.ts'
import { type Chat, requireLook, type Who } from './chat.ts'
import { startDiscordChat } from './discord-chat.ts'
import { startSlackChat } from './slack-chat.ts'
import { takeSurvey } from './survey.ts'

const listTexts = (chat: Chat, who: Who) => chat.look(who).map(({ text }) => text.replace(/[\s*]+/g, ' '))
const ask = (chat: Chat, credits: number, to: Who, who: Who = 'ann') =>
  chat.type(who, 'channel', 'give', { credits, person: chat.name(to) })
const listBalances = async (chat: Chat) => (await takeSurvey(chat)).map(({ balance }) => balance)

describe.each([
  ['Discord', startDiscordChat],
  ['Slack', startSlackChat],
])('on %s', (_name, start) => {
  async function setUp() {
    const chat = await start()
    const [ann = 0, ben = 0] = await listBalances(chat)
    await buy(chat, 'ann')
    return { chat, ann: ann + 100, ben }
  }

  it('asks, gives once however often it is pressed, and tells both', async () => {
    const { chat, ann, ben } = await setUp()
    await ask(chat, 20, 'ben')
    const question = requireLook(chat, 'ann', 'Give 20')
    expect(question.text.replace(/[\s*]+/g, ' ')).toMatch(/^Give 20 credits to ben ?\? You have [\d,]+\./)
    await chat.press('ann', question, 'Give 20', { twice: true })
    expect(await listBalances(chat)).toEqual([ann - 20, ben + 20, 0])
    expect(listTexts(chat, 'ann').join()).toMatch(/You gave 20 credits to ben/)
    expect(listTexts(chat, 'ben').filter((text) => /gave you 20 credits/.test(text))).toHaveLength(1)
    expect(listTexts(chat, 'cyd').join()).not.toMatch(/20 credits/)
    await chat.type('ann', 'channel', 'credits')
    await chat.type('ben', 'channel', 'credits')
    expect(listTexts(chat, 'ann').join()).toMatch(/Gift to ben/)
    expect(listTexts(chat, 'ben').join()).toMatch(/Gift from.*(ann|ada)/)
  })

  it('gives nothing where the giver keeps it, or may not', async () => {
    const { chat, ann, ben } = await setUp()
    await ask(chat, 20, 'ben')
    await chat.press('ann', requireLook(chat, 'ann', 'Cancel'), 'Cancel')
    expect(listTexts(chat, 'ann').join()).toMatch(/nothing was changed/)
    await ask(chat, 101, 'ben')
    expect(listTexts(chat, 'ann').join()).toMatch(/you can give away 100 ?\./)
    await ask(chat, 1, 'ann')
    expect(listTexts(chat, 'ann').join()).toMatch(/can’t do that to yourself/)
    await ask(chat, 1, 'cyd')
    expect(listTexts(chat, 'ann').join()).toMatch(/They have no account yet/)
    await ask(chat, 1, 'ann', 'ben')
    expect(listTexts(chat, 'ben').join()).toMatch(/None of your [\d,]+ credits can be given away/)
    expect(await listBalances(chat)).toEqual([ann, ben, 0])
  })

  it('lets nobody give whom the team has blocked, by an old button either', async () => {
    const { chat, ben } = await setUp()
    await buy(chat, 'ben')
    await ask(chat, 5, 'ann', 'ben')
    await chat.type('ann', 'channel', 'team', { do: 'block', person: chat.name('ben') })
    await chat.press('ben', requireLook(chat, 'ben', 'Give 5'), 'Give 5')
    await ask(chat, 5, 'ann', 'ben')
    expect(listTexts(chat, 'ben').filter((text) => /blocked you here/.test(text))).toHaveLength(2)
    expect((await listBalances(chat))[1]).toBe(ben + 100)
  })
})

// Discord takes no such number in the first place.
it('refuses on Slack what is none or too much', async () => {
  const chat = await startSlackChat()
  for (const credits of [0, -5, 1_000_001]) await ask(chat, credits, 'ben')
  expect(listTexts(chat, 'ann').filter((text) => /1 (to|and) 1,000,000/.test(text))).toHaveLength(3)
})
