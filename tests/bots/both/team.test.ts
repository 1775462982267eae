/** Tests what a team's admins settle, and whom they keep out, on both platforms. */
import { describe, expect, it } from 'vitest'
import { ask } from './ask.ts'
import type { Chat, Options, Who } from './chat.ts'
import { startDiscordChat } from './discord-chat.ts'
import { startSlackChat } from './slack-chat.ts'
import { takeSurvey } from './survey.ts'

const settle = (chat: Chat, options: Options, who: Who = 'ann') => ask(chat, who, 'team', options)

describe.each([
  ['Discord', startDiscordChat],
  ['Slack', startSlackChat],
])('on %s', (_name, start) => {
  it('shows all that is settled to admins, and to others what concerns them', async () => {
    const chat = await start()
    await ask(chat, 'ben', 'credits')
    expect(await settle(chat, { do: 'cap', credits: 200 })).toMatch(/Each member.*200 credits.*each month/)
    expect(await settle(chat, { do: 'cap', person: chat.name('ben'), credits: 50 })).toMatch(
      /ben.*50 credits/,
    )
    expect(await settle(chat, { do: 'pays', value: 'own' })).toMatch(/everyone pays for themselves/)
    expect(await settle(chat, { do: 'pays', value: 'team', channel: chat.gallery })).toMatch(
      /In that channel/,
    )
    expect(await settle(chat, { do: 'time-zone', value: 'Asia/Tokyo' })).toMatch(/Asia\/Tokyo/)
    expect(await settle(chat, { do: 'admins-channel', channel: chat.gallery })).toMatch(/reports now go to/)
    const inside = await settle(chat, {})
    expect(inside).toMatch(/everyone pays for themselves/)
    expect(inside).toMatch(/200 a month/)
    expect(inside).toMatch(/Asia\/Tokyo/)
    expect(inside).toMatch(/ben.*member.*50/s)
    expect(inside).toMatch(/Who pays.*everyone/s)
    const outside = await settle(chat, {}, 'ben')
    expect(outside).toMatch(/your cap\W*50 a month/)
    expect(outside).not.toMatch(/Tokyo|Who pays/)
  })

  it('gives its admins the way to its page, each their own, with a pass where the platform alone knows them', async () => {
    const chat = await start()
    const follow = async (who: Who) => {
      const before = new Set(chat.look(who).map(({ key }) => key))
      await settle(chat, {}, who)
      const urls = chat.look(who).flatMap((look) => (before.has(look.key) ? [] : look.urls))
      const address = urls.find((url) => url.includes('/team?'))
      return address === undefined ? undefined : new URL(address).searchParams
    }
    const query = await follow('ann')
    const team = query?.get('team') ?? ''
    const pass = { until: Number(query?.get('until')), seal: query?.get('seal') ?? '' }
    const may = async (who: Who, ...given: [typeof pass] | []) =>
      await chat.core.teamAccess.mayManage((await chat.findAccount(who)) ?? '', team, ...given)
    expect([await may('ann', pass), await may('ben', pass), await may('ann')]).toEqual(['yes', 'no', 'no'])
    expect(await follow('ben')).toBeUndefined()
    await settle(chat, { do: 'admin', person: chat.name('ben') })
    expect([...((await follow('ben'))?.keys() ?? [])]).toEqual(['team'])
    expect(await may('ben')).toBe('yes')
    await settle(chat, { do: 'member', person: chat.name('ben') })
    expect([await may('ben'), await follow('ben')]).toEqual(['no', undefined])
  })

  it('lets nobody change it but admins, also those whom the team has made so', async () => {
    const chat = await start()
    const cap = { do: 'cap', credits: 5 }
    expect(await settle(chat, cap, 'ben')).toMatch(/Only this team’s admins/)
    await settle(chat, { do: 'admin', person: chat.name('ben') })
    expect(await settle(chat, cap, 'ben')).toMatch(/5 credits/)
    await settle(chat, { do: 'member', person: chat.name('ben') })
    expect(await settle(chat, cap, 'ben')).toMatch(/Only this team’s admins/)
    expect(await settle(chat, { do: 'admin', person: chat.name('cyd') })).toMatch(
      /used the bot in this team yet/,
    )
  })

  it('says the same of who has an account elsewhere as of who has none', async () => {
    const tell = async (who: Who) => {
      const chat = await start()
      const said = []
      for (const what of ['cap', 'admin', 'remove', 'block', 'unblock'])
        said.push(await settle(chat, { do: what, person: chat.name(who) }))
      return JSON.stringify([...said, await settle(chat, {})]).replaceAll(who, 'they')
    }
    expect(await tell('ben')).toBe(await tell('cyd'))
  })

  it('keeps out whom it has blocked, whatever they do, until they are let in again', async () => {
    const chat = await start()
    await ask(chat, 'ben', 'credits')
    expect(await settle(chat, { do: 'block', person: chat.name('ann') })).toMatch(/to yourself/)
    for (const who of ['ben', 'cyd'] as const) await settle(chat, { do: 'block', person: chat.name(who) })
    const before = await takeSurvey(chat)
    expect(await ask(chat, 'ben', 'imagine', { prompt: 'a boat' })).toMatch(/blocked you here/)
    expect(await ask(chat, 'cyd', 'qr', { text: 'x' })).toMatch(/blocked you here/)
    expect(await ask(chat, 'ben', 'privacy')).toMatch(/What we store/)
    expect(await settle(chat, {})).toMatch(/ben.*blocked/s)
    for (const [at, { made, balance }] of (await takeSurvey(chat)).entries())
      expect({ made, balance }).toEqual({ made: before[at]?.made, balance: before[at]?.balance })
    await settle(chat, { do: 'unblock', person: chat.name('cyd') })
    expect(await ask(chat, 'cyd', 'qr', { text: 'x' })).toMatch(/asked by cyd/)
  })
})
