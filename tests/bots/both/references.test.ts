/** "Use as reference" in the menu of a message: its pictures are what is drawn from, by name where they are ours. */
import { describe, expect, it } from 'vitest'
import { numberPixel } from '../scripted-model.ts'
import { type BroughtFile, type Chat, requireLook, type Who } from './chat.ts'
import { startDiscordChat } from './discord-chat.ts'
import { startSlackChat } from './slack-chat.ts'

const file = (index: number): BroughtFile => ({
  ...{ name: `${index}.png`, contentType: 'image/png', bytes: numberPixel(index) },
})
const words: BroughtFile = {
  ...{ name: 'notes.mp4', contentType: 'video/mp4', bytes: new TextEncoder().encode('notes') },
}
const twice = { twice: true }

async function listOf({ core, findAccount }: Chat, who: Who) {
  return (await core.history.list((await findAccount(who)) ?? '', { limit: 9 })).generations
}

async function balance({ core, findAccount }: Chat, who: Who) {
  return await core.credits.findBalance((await findAccount(who)) ?? '')
}

describe.each([
  ['Discord', startDiscordChat],
  ['Slack', startSlackChat],
])('on %s', (_, start) => {
  it('draws once from a person’s pictures and what comes along, in their order, across a restart', async () => {
    const chat = await start()
    const key = chat.say('ben', [file(1), file(2)])
    const before = await balance(chat, 'ann')
    const send = await chat.refer('ann', { key }, twice)
    await chat.restart()
    await send({ prompt: 'the hat of 2 on 1', quality: 'premium' }, [file(3)])
    expect(chat.sources).toEqual([[file(1), file(2), file(3)].map(({ bytes }) => bytes)])
    const [drawn] = await listOf(chat, 'ann')
    expect(drawn).toMatchObject({ price: 30, private: false, asked: { prompt: 'the hat of 2 on 1' } })
    expect(await balance(chat, 'ann')).toBe(before - 30)
  })

  it('draws from one of the bot’s own by its name, whoever had it made, and is a child of it', async () => {
    const chat = await start()
    await chat.type('ann', 'channel', 'imagine', { prompt: 'a fox' })
    const [fox] = await listOf(chat, 'ann')
    const send = await chat.refer('ben', requireLook(chat, 'ben', 'Change'))
    await send({ prompt: 'in the manner of 1' })
    const [drawn] = await listOf(chat, 'ben')
    expect(drawn?.asked).toMatchObject({ tool: 'imagine', sources: [`result:${fox?.id}:0`] })
    expect(requireLook(chat, 'ben', 'Change', /in the manner/).text).toContain(
      '1 a fox · 2 in the manner of 1',
    )
  })

  it('draws from all that a message of the bot’s own shows, or the one that was picked', async () => {
    const chat = await start()
    await chat.type('ann', 'channel', 'imagine', { prompt: 'a fox', count: 3 })
    const [fox] = await listOf(chat, 'ann')
    await (await chat.refer('ann', requireLook(chat, 'ann', '3')))({ prompt: 'all' }, [file(1)])
    const [all] = await listOf(chat, 'ann')
    const results = [0, 1, 2].map((index) => `result:${fox?.id}:${index}`)
    expect(all?.asked.sources).toEqual([...results, expect.any(String)])
  })

  it('keeps to its owner what comes of a private picture, and does not show it to others', async () => {
    const chat = await start()
    await chat.type('ann', 'direct', 'imagine', { prompt: 'a secret', private: true })
    await (await chat.refer('ann', requireLook(chat, 'ann', 'Change')))({ prompt: 'another' })
    expect((await listOf(chat, 'ann')).map((each) => [each.asked.prompt, each.private])).toEqual([
      ['another', true],
      ['a secret', true],
    ])
  })

  it('says where there is no picture, or too many, or no account, and opens no form', async () => {
    const chat = await start()
    const told = async (who: Who, files: readonly BroughtFile[]) => {
      const { length } = chat.look(who)
      await chat.referInVain(who, { key: chat.say('ben', files) })
      return chat
        .look(who)
        .slice(length)
        .map(({ text }) => text)
        .join('')
    }
    expect(await told('ann', [])).toMatch(/no picture here to start from.*Nothing was charged/s)
    expect(await told('ann', [words])).toContain('no picture here to start from')
    expect(await told('ann', [1, 2, 3, 4, 5].map(file))).toMatch(/at most 4 pictures.*Nothing was charged/s)
    expect(await told('cyd', [file(1)])).toContain('Connect your account first')
  })

  it('takes the pictures of a message that has something else too', async () => {
    const chat = await start()
    const send = await chat.refer('ann', { key: chat.say('ben', [words, file(1)]) })
    await send({ prompt: 'from it' })
    expect(chat.sources).toEqual([[file(1).bytes]])
  })
})
