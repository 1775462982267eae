/** Tests what a team is shown of a month that is over, on both platforms: a report to its admins, and the best of its gallery. */
import { describe, expect, it } from 'vitest'
import { ask } from './ask.ts'
import { type Chat, requireLook, until, type Who } from './chat.ts'
import { startDiscordChat } from './discord-chat.ts'
import { startSlackChat } from './slack-chat.ts'
import { openWallet } from './team-money.ts'

async function share(chat: Chat, prompt: string): Promise<void> {
  await chat.type('ben', 'channel', 'imagine', { prompt })
  await chat.press('ben', requireLook(chat, 'ben', 'Share', new RegExp(prompt)), 'Share')
}
const find = (chat: Chat, words: RegExp) => chat.look('ann').filter(({ text }) => words.test(text))
/** Until the second of the next month, when another process begins. */
async function passMonth(chat: Chat): Promise<void> {
  const now = new Date()
  chat.advance(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 2, 12) - now.getTime())
  await chat.restart()
}

describe.each([
  ['Discord', startDiscordChat, /discord\.com\/channels\/\d+\/\d+\/\d+>?\)/],
  ['Slack', startSlackChat, /see it/],
])('on %s', (_name, start, way) => {
  async function openTeam() {
    const chat = await start()
    const { spend } = await openWallet(chat, 1_000)
    await ask(chat, 'ann', 'gallery', { channel: chat.gallery })
    await ask(chat, 'ann', 'team', { do: 'admins-channel', channel: chat.gallery })
    for (const who of ['ann', 'ben', 'ben'] as const) await spend(who)
    for (const prompt of ['a kite', 'a boat', 'a pear']) await share(chat, prompt)
    const vote = (who: Who, prompt: string) =>
      chat.press(who, requireLook(chat, who, 'Vote', new RegExp(`shared a picture.*${prompt}`, 's')), 'Vote')
    return { chat, vote }
  }

  it('reports who spent how much with what, and shows the best by links alone, once', async () => {
    const { chat, vote } = await openTeam()
    await vote('ann', 'a pear')
    await vote('ann', 'a boat')
    await chat.press('cyd', requireLook(chat, 'cyd', 'Vote · 1', /a boat/), 'Vote · 1')
    await passMonth(chat)
    await until(() => find(chat, /Report for/).length + find(chat, /The best of/).length === 2)
    const [report, best] = [/Report for/, /The best of/].map((words) => find(chat, words)[0])
    const votes = /1\W+by \W*ben\W* · 2 votes · .*2\W+by \W*ben\W* · 1 vote · /
    for (const look of [report, best]) {
      const text = look?.text.replace(/\s+/g, ' ')
      expect(text).toMatch(votes)
      expect(text).toMatch(way)
      expect(text).not.toMatch(/a boat|a pear/)
      expect(look?.pictures).toBe(0)
    }
    const said = report?.text.replace(/\s+/g, ' ')
    expect(said).toMatch(/Report for \w+ 20\d\d.*spent 60 credits in .*It has \W*940 credits\W+left/)
    expect(said).toMatch(/member +credits +cap ben +50 (ann|ada) +10/)
    expect(said).toMatch(/tool +requests +credits imagine +6 +60/)
    expect(said).toMatch(/3 pictures were shared in the gallery\. Most votes: 1/)
    await chat.restart()
    await ask(chat, 'ann', 'usage')
    expect(find(chat, /(Report for|The best of)/)).toHaveLength(2)
  })

  it('shows nothing as the best of what was taken back', async () => {
    const { chat, vote } = await openTeam()
    await vote('ann', 'a boat')
    await chat.press('ben', requireLook(chat, 'ben', 'Unshare', /a boat/), 'Unshare')
    await passMonth(chat)
    await until(() => find(chat, /2 pictures were shared in the gallery, without any votes/).length > 0)
    expect(find(chat, /The best of/)).toEqual([])
  })
})
