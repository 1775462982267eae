/** Forms take pictures: what is uploaded in one is drawn from, after what there is already, or refused in words. */
import { describe, expect, it } from 'vitest'
import { numberPixel } from '../scripted-model.ts'
import { type BroughtFile, type Chat, requireLook } from './chat.ts'
import { startDiscordChat } from './discord-chat.ts'
import { startSlackChat } from './slack-chat.ts'

const file = (index: number): BroughtFile => ({
  ...{ name: `${index}.png`, contentType: 'image/png', bytes: numberPixel(index) },
})
const twice = { twice: true }

async function findNewest({ core, findAccount }: Chat) {
  const { generations } = await core.history.list((await findAccount('ann')) ?? '', { limit: 1 })
  return generations[0]
}

async function balance({ core, findAccount }: Chat) {
  return await core.credits.findBalance((await findAccount('ann')) ?? '')
}

describe.each([
  ['Discord', startDiscordChat],
  ['Slack', startSlackChat],
])('on %s', (_, start) => {
  it('draws from what comes along with an edited prompt, once, and as before without', async () => {
    const chat = await start()
    await chat.type('ann', 'channel', 'imagine', { prompt: 'a hat' })
    const edit = () => chat.open('ann', requireLook(chat, 'ann', 'Edit prompt'), 'Edit prompt', twice)
    const before = await balance(chat)
    await (await edit())({ prompt: 'the hat of 2 on 1' }, [file(1), file(2)])
    expect(chat.sources.at(-1)).toHaveLength(2)
    expect(await findNewest(chat)).toMatchObject({ price: 10, asked: { prompt: 'the hat of 2 on 1' } })
    await (await edit())({}, [file(3)])
    expect((await findNewest(chat))?.asked.sources).toHaveLength(3)
    expect(await balance(chat)).toBe(before - 20)
    await (await edit())({})
    expect(await findNewest(chat)).toMatchObject({ price: 0 })
  })

  it('takes no more than there is room for', async () => {
    const chat = await start()
    await chat.type('ann', 'channel', 'imagine', { prompt: 'a hat' })
    const send = await chat.open('ann', requireLook(chat, 'ann', 'Edit prompt'), 'Edit prompt')
    await expect(async () => await send({}, [0, 1, 2, 3, 4].map(file))).rejects.toThrow()
    await send({ prompt: 'all four' }, [0, 1, 2, 3].map(file))
    const full = await chat.open('ann', requireLook(chat, 'ann', 'Edit prompt', /all four/), 'Edit prompt')
    await expect(async () => await full({}, [file(4)])).rejects.toThrow()
  })

  it('draws a picture of one of several anew where something comes along, though its words stay', async () => {
    const chat = await start()
    await chat.type('ann', 'channel', 'imagine', { prompt: 'a hat', count: 2 })
    await chat.press('ann', requireLook(chat, 'ann', '2'), '2')
    const send = await chat.open('ann', requireLook(chat, 'ann', 'Change'), 'Edit prompt')
    await send({}, [file(1)])
    expect(await findNewest(chat)).toMatchObject({ price: 10, asked: { count: 1, prompt: 'a hat' } })
  })

  it('puts a preset’s picture in place of the one before', async () => {
    const chat = await start()
    await chat.type('ann', 'channel', 'og', { title: 'tea' })
    for (const index of [1, 2]) {
      const send = await chat.open('ann', requireLook(chat, 'ann', 'Edit words'), 'Edit words')
      await send({ title: 'tea' }, [file(index)])
      expect((await findNewest(chat))?.asked).toMatchObject({ tool: 'og', sources: [expect.any(String)] })
    }
    expect(chat.sources.map((given) => given.length)).toEqual([0, 1, 1])
  })

  it('draws from what a utility made and what comes along', async () => {
    const chat = await start()
    await chat.type('ann', 'channel', 'placeholder', { size: '64x64' })
    const send = await chat.open('ann', requireLook(chat, 'ann', 'Use in /imagine'), 'Use in /imagine')
    await send({ prompt: 'a stamp' }, [file(1)])
    expect(chat.sources.at(-1)).toHaveLength(2)
  })

  it('refuses what is too much together, in words, and charges nothing', async () => {
    const chat = await start()
    await chat.type('ann', 'channel', 'imagine', { prompt: 'a hat' })
    const before = await balance(chat)
    const send = await chat.open('ann', requireLook(chat, 'ann', 'Edit prompt'), 'Edit prompt')
    const large = { ...file(1), bytes: new Uint8Array(9_000_000) }
    await send({ prompt: 'another' }, [large, large, large])
    expect(chat.look('ann').at(-1)?.text).toMatch(/at most 25 MB.*Nothing was charged/s)
    expect([chat.prompts, await balance(chat)]).toEqual([['a hat'], before])
  })
})

it.each([
  ['a film', { name: 'film.mp4', contentType: 'video/mp4', bytes: new Uint8Array([1, 2, 3]) }],
  ['nothing', { name: 'none.png', contentType: 'image/png', bytes: new Uint8Array() }],
])('refuses %s on Discord in words', async (_what, odd) => {
  const chat = await startDiscordChat()
  await chat.type('ann', 'channel', 'imagine', { prompt: 'a hat' })
  const send = await chat.open('ann', requireLook(chat, 'ann', 'Edit prompt'), 'Edit prompt')
  await send({ prompt: 'another' }, [odd, file(1)])
  expect(chat.look('ann').at(-1)?.text).toMatch(/picture.*Attach a JPEG.*Nothing was charged/s)
  expect(chat.prompts).toEqual(['a hat'])
})
