/** Who is told what of a picture: everybody who asked for it, and the payer alone the balance. */
import { describe, expect, it } from 'vitest'
import { type Chat, requireLook, until } from './chat.ts'
import { startDiscordChat } from './discord-chat.ts'
import { startSlackChat } from './slack-chat.ts'

const newest = (chat: Chat, button = 'Delete') => requireLook(chat, 'ben', button)

describe.each([
  ['Discord', startDiscordChat],
  ['Slack', startSlackChat],
])('on %s', (_, start) => {
  it('names in public who asked or pressed, and tells no balance', async () => {
    const chat = await start()
    await chat.type('ann', 'channel', 'imagine', { prompt: 'a boat' })
    expect(newest(chat).text).toMatch(/asked by (ann|ada) · price 10 credits · size/)
    await chat.press('ben', newest(chat), 'Again · 10')
    expect(newest(chat).text).toContain('asked by ben · price 10 credits')
    await chat.press('ann', newest(chat), 'Vary · 10')
    await chat.press('ann', requireLook(chat, 'ann', 'Strong · 10'), 'Strong · 10')
    expect(newest(chat).text).toMatch(/asked by (ann|ada) ·/)
    for (const { text } of chat.look('ben')) expect(text).not.toContain('balance')
  })

  it('names who asked while it is drawn', async () => {
    const chat = await start()
    chat.hold()
    chat.begin('ann', 'channel', 'imagine', { prompt: 'a boat' })
    await until(() => chat.look('ben').some(({ text }) => /drawing.*asked by (ann|ada)/s.test(text)))
  })

  it('tells the payer the balance where nobody else reads along', async () => {
    const chat = await start()
    await chat.type('ann', 'channel', 'imagine', { prompt: 'a boat', private: true })
    await chat.type('ann', 'direct', 'imagine', { prompt: 'a ship' })
    const texts = chat.look('ann').map(({ text }) => text)
    for (const balance of ['999,990', '999,980']) {
      expect(texts.find((text) => text.includes(`balance ${balance}`))).not.toContain('asked by')
    }
  })
})
