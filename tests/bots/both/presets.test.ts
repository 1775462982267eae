/** Every preset, typed on every platform: what comes of it is decoded and measured, and its form holds what was filled in. */
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { presetNames, presets } from '#core/images/presets/presets.ts'
import { type Chat, requireLook } from './chat.ts'
import { startDiscordChat } from './discord-chat.ts'
import { startSlackChat } from './slack-chat.ts'

async function findNewest({ core, findAccount }: Chat) {
  const { generations } = await core.history.list((await findAccount('ann')) ?? '', { limit: 1 })
  const newest = generations[0]
  const read = await core.pictures.read(newest?.pictures[0]?.key ?? '')
  return { newest, picture: sharp(read?.bytes) }
}

describe.each([
  ['Discord', startDiscordChat],
  ['Slack', startSlackChat],
])('on %s', (_, start) => {
  it.each(presetNames)('/%s is delivered in its very size, with its words on it', async (name) => {
    const chat = await start()
    const { fields, delivered, background, layout } = presets[name]
    const first = fields[0]?.name ?? ''
    const words = 'R&D<b>*you*'
    await chat.type('ann', 'channel', name, { [first]: words })
    const look = requireLook(chat, 'ben', 'Again · 30')
    expect(look).toMatchObject({ pictures: 1, buttons: expect.arrayContaining(['Edit words', 'Vary · 30']) })
    expect(look.buttons).not.toContain('Upgrade · 30')
    expect(look.text).toContain(`size ${delivered.width}×${delivered.height} · quality premium`)
    const { newest, picture } = await findNewest(chat)
    expect(newest?.asked).toMatchObject({ tool: name, prompt: words, fields: { [first]: words } })
    const { width, height, hasAlpha } = await picture.metadata()
    expect({ width, height, hasAlpha }).toEqual({ ...delivered, hasAlpha: background === 'transparent' })
    // The model draws one see-through pixel: all ink is the words'.
    const { channels } = await picture.flatten({ background: '#fff' }).stats()
    expect(channels.some(({ stdev }) => stdev > 5)).toBe(layout !== 'none')
  })

  it.each([
    ['👩‍👩‍👧‍👦', 'x'],
    ['直', '🇩🇪'],
  ])('takes 120 characters of %s, and of %s when it is edited, and not one more', async (one, other) => {
    const chat = await start()
    await chat.type('ann', 'channel', 'og', { title: one.repeat(120) })
    expect((await findNewest(chat)).newest?.asked.prompt).toBe(one.repeat(120))
    const send = await chat.open('ann', requireLook(chat, 'ann', 'Edit words'), 'Edit words')
    await send({ prompt: '', title: other.repeat(120), code: '' })
    expect((await findNewest(chat)).newest?.asked.prompt).toBe(other.repeat(120))
    await chat.type('ann', 'channel', 'og', { title: one.repeat(121) })
    const [refused] = chat.look('ann').filter(({ text }) => /at most 120 fit/.test(text))
    expect(refused?.text).toMatch(/is 121 characters long; at most 120 fit/)
  })

  it('is edited in a form that holds what was filled in, and is free where nothing is changed', async () => {
    const chat = await start()
    await chat.type('ann', 'channel', 'og', { title: 'tea', style: 'night' })
    const send = await chat.open('ann', requireLook(chat, 'ann', 'Edit words'), 'Edit words')
    await send({ prompt: '', title: 'tea', code: '' })
    expect((await findNewest(chat)).newest).toMatchObject({ price: 0, asked: { fields: { style: 'night' } } })
    const again = await chat.open('ann', requireLook(chat, 'ann', 'Edit words'), 'Edit words')
    await again({ prompt: '', title: 'tea & co', style: 'paper', code: '' })
    const { newest } = await findNewest(chat)
    expect(newest).toMatchObject({ price: 30, asked: { fields: { title: 'tea & co', style: 'paper' } } })
  })

  it('stays what it is when it is changed or varied: its size, its words, and what it came of', async () => {
    const chat = await start()
    await chat.type('ann', 'channel', 'og', { title: 'tea', style: 'night' })
    const { newest: first } = await findNewest(chat)
    const send = await chat.open('ann', requireLook(chat, 'ann', 'Change'), 'Change')
    await send({ prompt: 'make it bluer', title: '', code: '' })
    const { newest: changed, picture } = await findNewest(chat)
    const fields = { title: 'tea', style: 'night' }
    expect(changed).toMatchObject({
      ...{ price: 30, pictures: [{ width: 1200, finish: { lettering: 'set' } }] },
      asked: {
        ...{ tool: 'og', prompt: 'make it bluer', sources: [`result:${first?.id}:0`] },
        fields: { ...fields, change: 'make it bluer' },
      },
    })
    expect(await picture.metadata()).toMatchObject({ width: 1200, height: 630 })
    expect(chat.prompts.at(-1)).toMatch(/earlier version.*\nWhat to change: make it bluer$/s)
    await chat.press('ann', requireLook(chat, 'ann', 'Vary · 30', /make it bluer/), 'Vary · 30')
    const { newest: varied } = await findNewest(chat)
    expect(varied?.asked).toMatchObject({ prompt: 'tea', sources: [`result:${changed?.id}:0`] })
    expect(varied?.asked.fields).toEqual(fields)
  })
})
