/** What a free utility made of somebody's picture is drawn from: as its message shows it, or by what was brought, for them alone. */
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { drawCorners } from '#tests/core/hosting/crafted.ts'
import { numberPixel } from '../scripted-model.ts'
import { type BroughtFile, type Chat, requireLook } from './chat.ts'
import { startDiscordChat } from './discord-chat.ts'
import { startSlackChat } from './slack-chat.ts'

const label = 'Use in /imagine'
const dot: BroughtFile = { name: 'dot.png', contentType: 'image/png', bytes: numberPixel(1) }
const image = { ...dot, bytes: new Uint8Array(await drawCorners(600, 600).png().toBuffer()) }
const drawing: BroughtFile = {
  ...{ name: 'a.svg', contentType: 'image/svg+xml' },
  bytes: new TextEncoder().encode(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>',
  ),
}

const open = (chat: Chat, who: 'ann' | 'ben') => chat.open(who, requireLook(chat, who, label), label)

async function balance({ core, findAccount }: Chat) {
  return await core.credits.findBalance((await findAccount('ann')) ?? '')
}

async function measure(chat: Chat) {
  const found = chat.sources.at(-1) ?? []
  return await Promise.all(found.map(async (bytes) => (await sharp(bytes).metadata()).width))
}

const made = [
  ['favicon', {}, 512],
  ['resize', { size: '48' }, 48],
  ['resize', { size: '20, 48, 24' }, 48],
  ['qr', { text: 'https://example.com', size: 300 }, 300],
] as const

describe.each([
  // What was brought is there again on Slack, what was made of it on Discord.
  ['Discord', startDiscordChat, undefined],
  ['Slack', startSlackChat, 600],
])('on %s', (_, start, brought) => {
  it.each(made)('is drawn from once, also after a restart: %s %o', async (tool, asked, side) => {
    const chat = await start()
    await chat.type('ann', 'channel', tool, { ...asked, image })
    await chat.restart()
    const before = await balance(chat)
    await (await open(chat, 'ann'))({ prompt: 'a stamp' }, [dot])
    expect(await measure(chat)).toEqual([tool === 'qr' ? side : (brought ?? side), 1])
    // A second press right away would be the same one.
    chat.advance(60_000)
    await (await open(chat, 'ann'))({ prompt: 'a stamp' }, [dot])
    expect([chat.sources.length, await balance(chat)]).toEqual([1, before - 10])
  })

  it.each([
    ['qr', { text: `https://example.com/${'path/'.repeat(190)}`, size: 800 }, 800],
    ['placeholder', { size: '640x360', text: '直'.repeat(60) }, 640],
  ])('is drawn from also where it was made of many words: %s', async (tool, asked, side) => {
    const chat = await start()
    await chat.type('ann', 'channel', tool, asked)
    await chat.restart()
    await (await open(chat, 'ben'))({ prompt: 'a stamp' })
    expect(await measure(chat)).toEqual([side])
  })

  it('is drawn from by others as far as they see it', async () => {
    const chat = await start()
    await chat.type('ann', 'channel', 'resize', { size: '48', image })
    await (await open(chat, 'ben'))({ prompt: 'a stamp' })
    expect(await measure(chat)).toEqual(brought === undefined ? [48] : [])
    if (brought) expect(chat.look('ben').at(-1)?.text).toContain('Nothing was charged')
  })

  it('is offered of a drawing where it is shown', async () => {
    const chat = await start()
    await chat.type('ann', 'channel', 'resize', { size: '48', image: drawing })
    const labels = chat.look('ann').flatMap(({ buttons }) => buttons)
    if (brought) return expect(labels).not.toContain(label)
    await (await open(chat, 'ann'))({ prompt: 'a stamp' })
    expect(await measure(chat)).toEqual([48])
  })
})
