/** Tests asking a team's admins for more credits at a cap, and their answer, as their people see it on both platforms. */
import { describe, expect, it } from 'vitest'
import { type Chat, type Options, requireLook, until, type Who } from './chat.ts'
import { startDiscordChat } from './discord-chat.ts'
import { fund } from './fund.ts'
import { startSlackChat } from './slack-chat.ts'

/** All that somebody sees, on one line, in plain words. */
const see = (chat: Chat, who: Who) =>
  chat
    .look(who)
    .map(({ text }) => text)
    .join(' ')
    .replace(/[*\s]+/g, ' ')

function press(chat: Chat, who: Who, button: string): Promise<void> {
  // Sooner, it would be a double click.
  chat.advance(3_000)
  return chat.press(who, requireLook(chat, who, button), button)
}

describe.each([
  ['Discord', startDiscordChat],
  ['Slack', startSlackChat],
])('on %s', (_name, start) => {
  async function openTeam(cap: number) {
    const chat = await start()
    await chat.core.start()
    const wallet = await fund(chat)
    const bought = await chat.core.credits.findBalance(wallet)
    const paid = async () => bought - (await chat.core.credits.findBalance(wallet))
    await chat.type('ann', 'channel', 'team', { do: 'cap', credits: cap })
    const choose = () => chat.type('ann', 'channel', 'team', { do: 'admins-channel', channel: chat.gallery })
    const ask = (options: Options = {}) =>
      chat.type('ben', 'channel', 'imagine', { prompt: 'a boat', count: 4, ...options })
    return { chat, paid, choose, ask }
  }

  it('draws at once what an admin approves, and says by whom', async () => {
    const { chat, paid, choose, ask } = await openTeam(25)
    await choose()
    await ask()
    await press(chat, 'ben', 'Ask for 50 more')
    await press(chat, 'ben', 'Ask for 50 more')
    expect(see(chat, 'ben')).toMatch(
      /We’ve asked your team’s admins for 50 more credits .*We’ve already asked your team’s admins/,
    )
    expect(see(chat, 'ann').match(/asks for 50 more credits/g)).toHaveLength(1)
    expect(see(chat, 'ann')).toMatch(
      /ben asks for 50 more credits in \w+ \d+\. They’ve used 0 of their 25 credits\. What they want to draw costs 40\./,
    )
    expect(see(chat, 'ann')).not.toMatch(/a boat/)
    for (const who of ['ben', 'cyd'] as const) await press(chat, who, 'Approve')
    expect(see(chat, 'ben')).toMatch(/Only this team’s admins/)
    expect(see(chat, 'cyd')).toMatch(/Connect your account first/)
    expect(await paid()).toBe(0)

    await press(chat, 'ann', 'Approve')
    await until(() => /asked by ben · price 40 credits/.test(see(chat, 'cyd')))
    expect(await paid()).toBe(40)
    expect(see(chat, 'cyd')).toMatch(/ben asked for 50 more credits in \w+ \d+\. Approved by (ann|ada) ?\./)
    expect(see(chat, 'ben')).toMatch(/(ann|ada) approved 50 more credits for this month/)
    expect(chat.look('ann').flatMap(({ buttons }) => buttons)).not.toContain('Approve')
    await chat.type('ann', 'channel', 'team')
    expect(see(chat, 'ann')).toMatch(/More credits for a month.*ben · 50/)
    expect(chat.prompts.filter((prompt) => prompt === 'a boat')).toHaveLength(1)
  })

  it('draws nothing that is declined, and asks for what is needed', async () => {
    const { chat, paid, choose, ask } = await openTeam(1)
    await choose()
    await ask({ quality: 'premium', private: true })
    await press(chat, 'ben', 'Ask for 120 more')
    expect(see(chat, 'ann')).toMatch(/asks for 120 more credits/)
    expect(see(chat, 'ann')).not.toMatch(/a boat/)
    await press(chat, 'ann', 'Decline')
    expect(see(chat, 'ben')).toMatch(
      /(ann|ada) declined your request for more credits, so we didn’t draw it\. Nothing was charged/,
    )
    expect(await paid()).toBe(0)
  })

  it('says so where nobody can be asked', async () => {
    const { chat, choose, ask } = await openTeam(25)
    await ask()
    await press(chat, 'ben', 'Ask for 50 more')
    expect(see(chat, 'ben')).toMatch(/haven’t chosen a channel for requests.*\/team admins-channel/)
    await choose()
    await press(chat, 'ben', 'Ask for 50 more')
    expect(see(chat, 'ann')).toMatch(/ben asks for 50 more credits/)
  })
})
