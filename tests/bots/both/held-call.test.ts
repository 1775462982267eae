/** Tests that a stranger's first command waits for their account and then runs by itself, as people see it on both platforms. */
import { describe, expect, it } from 'vitest'
import { numberPixel } from '../scripted-model.ts'
import { buy } from './buy.ts'
import { type Chat, type Hosting, requireLook, until, type Who } from './chat.ts'
import { agree, connect, openAccount } from './connect.ts'
import { startDiscordChat } from './discord-chat.ts'
import { fund } from './fund.ts'
import { startSlackChat } from './slack-chat.ts'

const see = (chat: Chat, who: Who) =>
  chat
    .look(who)
    .map(({ text }) => text)
    .join(' ')
    .replace(/[*\s]+/g, ' ')

const count = (text: string, words: RegExp) => [...text.matchAll(new RegExp(words, 'g'))].length
const boat = { prompt: 'a boat' }
const drawn = /a boat.{0,80}asked by cyd · price 10 credits/
const kept = async ({ store }: Chat) => (await store.records.listRecords('held-call', undefined, 0)).length

describe.each([
  ['Discord', startDiscordChat],
  ['Slack', startSlackChat],
])('on %s', (_name, start) => {
  async function setUp(hosting: Hosting = {}) {
    const chat = await start(hosting)
    await chat.core.start()
    await openAccount(chat)
    return chat
  }

  it('draws in the channel what was asked there, once, and tells nobody else what waits', async () => {
    const chat = await setUp()
    await chat.type('cyd', 'channel', 'imagine', boat)
    const asked = requireLook(chat, 'cyd', 'Enter code')
    expect(asked.text).toMatch(/Connect your account first\. Takes a minute, and your prompt is waiting\./)
    expect(asked.urls).toEqual([expect.stringMatching(/\/link\/\S{32,}$/)])
    expect(see(chat, 'ben')).toBe('')
    await connect(chat, 'cyd')
    await until(() => drawn.test(see(chat, 'ben')))
    expect(see(chat, 'cyd')).toMatch(/You have [\d,]+ credits\. Welcome! What you asked for comes next\./)
    expect(chat.prompts).toEqual(['a boat'])
    await until(() => count(see(chat, 'cyd'), drawn) === 1)
    await expect.poll(() => kept(chat)).toBe(0)
    expect(chat.logged.filter(({ message }) => message === 'A reply was not taken')).toEqual([])
  })

  it('draws from what came along', async () => {
    const chat = await setUp()
    const image = { name: 'sketch.png', contentType: 'image/png', bytes: numberPixel(1) }
    await chat.type('cyd', 'channel', 'imagine', { ...boat, image })
    await connect(chat, 'cyd')
    await until(() => drawn.test(see(chat, 'ben')))
    expect(chat.sources).toEqual([[image.bytes]])
  })

  it('runs the latest of two, and says so', async () => {
    const chat = await setUp()
    await chat.type('cyd', 'channel', 'imagine', { prompt: 'a kite' })
    await chat.type('cyd', 'direct', 'imagine', { ...boat, private: true })
    expect(see(chat, 'cyd')).toMatch(/It replaces what you asked before/)
    await connect(chat, 'cyd')
    await until(() => /a boat.{0,80}10 credits/.test(see(chat, 'cyd')))
    expect([chat.prompts, see(chat, 'ben')]).toEqual([['a boat'], ''])
  })

  it('does what a button asked for', async () => {
    const chat = await setUp()
    await chat.type('ann', 'channel', 'imagine', boat)
    await chat.press('cyd', requireLook(chat, 'cyd', 'Again · 10'), 'Again · 10')
    expect(see(chat, 'cyd')).toMatch(/Takes a minute, then we’ll do what you asked/)
    await connect(chat, 'cyd')
    await until(() => drawn.test(see(chat, 'ben')))
  })

  it('opens by a button the form that could not be opened', async () => {
    const chat = await setUp()
    await chat.type('ann', 'channel', 'imagine', boat)
    await chat.press('cyd', requireLook(chat, 'cyd', 'Edit prompt'), 'Edit prompt')
    await connect(chat, 'cyd')
    await until(() => /You’re connected\. Go on here/.test(see(chat, 'cyd')))
    const send = await chat.open('cyd', requireLook(chat, 'cyd', 'Edit prompt', /Go on here/), 'Edit prompt')
    await send({ prompt: 'a ship' })
    expect(see(chat, 'cyd')).toMatch(/a ship.{0,80}price 10 credits/)
  })

  it('waits for credits where there are too few, with a way to pay', async () => {
    const chat = await setUp({ welcomeCredits: 5 })
    await chat.type('cyd', 'channel', 'imagine', boat)
    await connect(chat, 'cyd')
    await until(() => /5 credits short/.test(see(chat, 'cyd')))
    expect(chat.look('cyd').flatMap(({ urls }) => urls)).toContainEqual(expect.stringMatching(/checkout/))
    await buy(chat, 'cyd')
    await until(() => drawn.test(see(chat, 'ben')))
  })

  it('asks admins where a cap of the team keeps it back', async () => {
    const chat = await setUp()
    await fund(chat)
    await chat.type('ann', 'channel', 'team', { do: 'cap', credits: 5 })
    await chat.type('cyd', 'channel', 'imagine', boat)
    await connect(chat, 'cyd')
    await until(() => chat.look('cyd').some(({ buttons }) => buttons.includes('Pay it myself · 10')))
    expect(chat.prompts).toEqual([])
  })

  it('says that the account is blocked in this team', async () => {
    const chat = await setUp()
    await chat.type('ben', 'channel', 'credits')
    await chat.type('ann', 'channel', 'team', { do: 'block', person: chat.name('ben') })
    await chat.type('cyd', 'channel', 'imagine', boat)
    await connect(chat, 'cyd', await chat.findAccount('ben'))
    await until(() => /blocked you/.test(see(chat, 'cyd')))
    await expect.poll(() => kept(chat)).toBe(0)
    expect(chat.prompts).toEqual([])
  })

  it('is run by the next process, after a crash', async () => {
    const chat = await setUp()
    await chat.type('cyd', 'channel', 'imagine', boat)
    await chat.core.stop(0)
    await connect(chat, 'cyd')
    expect(chat.prompts).toEqual([])
    await chat.restart()
    await until(() => drawn.test(see(chat, 'ben')))
    expect(chat.prompts).toEqual(['a boat'])
  })

  it('lapses with the page, and leaves nothing', async () => {
    const chat = await setUp()
    await chat.type('cyd', 'channel', 'imagine', boat)
    chat.advance(26 * 60_000)
    expect(await agree(chat, 'cyd', 'web')).toBeUndefined()
    await chat.type('cyd', 'channel', 'link')
    await connect(chat, 'cyd')
    expect(see(chat, 'cyd')).not.toMatch(/comes next/)
    expect(chat.prompts).toEqual([])
  })

  it('goes on making what is free without an account, and holds none of it', async () => {
    const chat = await setUp()
    await chat.type('cyd', 'channel', 'qr', { text: 'hello' })
    await chat.type('cyd', 'channel', 'unlink')
    expect(see(chat, 'cyd')).toMatch(/isn’t connected to an account yet/)
    expect(await kept(chat)).toBe(0)
  })
})
