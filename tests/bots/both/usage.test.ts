/** Tests what a team's month is shown as, to its admins and to others, on both platforms. */
import { describe, expect, it } from 'vitest'
import { ask } from './ask.ts'
import { until } from './chat.ts'
import { startDiscordChat } from './discord-chat.ts'
import { startSlackChat } from './slack-chat.ts'
import { openWallet } from './team-money.ts'

describe.each([
  ['Discord', startDiscordChat],
  ['Slack', startSlackChat],
])('on %s', (_name, start) => {
  it('shows a team’s month to its admins, and their own line to others', async () => {
    const chat = await start()
    await ask(chat, 'ben', 'team')
    await ask(chat, 'ann', 'team', { do: 'cap', person: chat.name('ben'), credits: 50 })
    await ask(chat, 'ann', 'team', { do: 'channel-cap', channel: chat.gallery, credits: 200 })
    const { spend } = await openWallet(chat, 1_000)
    for (const who of ['ann', 'ben', 'ben'] as const) await spend(who)
    const inside = await ask(chat, 'ann', 'usage')
    expect(inside).toMatch(/spent 30 credits in \w+ 20\d\d.*It has \W*970 credits\W+left/)
    expect(inside).toMatch(/member +credits +cap ben +20 +50 (ann|ada) +10/)
    expect(inside).toMatch(/channel.* 30 of 200 credits/)
    expect(inside).toMatch(/tool +requests +credits imagine +3 +30/)
    const outside = await ask(chat, 'ben', 'usage')
    expect(outside).toMatch(/You spent 20 credits of your team’s in .*your cap\W*50 a month/)
    expect(outside).not.toMatch(/ann|ada|wallet|tool/)
    expect(await ask(chat, 'ann', 'usage', { month: '2020-02' })).toMatch(/0 credits in February 2020/)
    expect(chat.look('cyd').filter(({ text }) => /spent/.test(text))).toEqual([])
  })

  it('is told of in the admins’ channel when most of a cap is spent, and when all of it is', async () => {
    const chat = await start()
    await openWallet(chat, 1_000)
    await ask(chat, 'ann', 'team', { do: 'admins-channel', channel: chat.gallery })
    await ask(chat, 'ann', 'team', { do: 'cap', person: chat.name('ben'), credits: 40 })
    await ask(chat, 'ann', 'team', { do: 'channel-cap', credits: 35 })
    const isTold = (words: RegExp) => () => chat.look('ann').some(({ text }) => words.test(text))
    await chat.type('ben', 'channel', 'imagine', { prompt: 'a kite', quality: 'premium' })
    await until(isTold(/A channel\W.*has used most of its cap for \w+ 20\d\d: 30 of 35 credits/))
    await ask(chat, 'ann', 'team', { do: 'channel-cap', credits: 500 })
    await chat.type('ben', 'channel', 'imagine', { prompt: 'a boat' })
    await until(isTold(/has used all of \w+ cap for \w+ 20\d\d: 40 of 40 credits/))
    expect(await ask(chat, 'ann', 'usage')).toMatch(/spent 40 credits/)
  })

  it('shows one’s own month by tool and quality in a direct message', async () => {
    const chat = await start()
    await chat.type('ben', 'direct', 'imagine', { prompt: 'a kite' })
    await chat.type('ben', 'direct', 'imagine', { prompt: 'a kite', quality: 'premium' })
    await chat.type('ben', 'direct', 'usage')
    const text = chat.look('ben').at(-1)?.text.replace(/\s+/g, ' ')
    expect(text).toMatch(/You spent 40 credits of your own in/)
    expect(text).toMatch(/tool +quality +requests +credits imagine +premium +1 +30 imagine +standard +1 +10/)
  })
})
