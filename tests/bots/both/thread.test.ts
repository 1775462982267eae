/** Six changes of a picture with one step back, across a restart in the middle: history, family and export agree. */
import { describe, expect, it } from 'vitest'
import { namePicture } from '#core/index.ts'
import { type Chat, requireLook } from './chat.ts'
import { startDiscordChat } from './discord-chat.ts'
import { startSlackChat } from './slack-chat.ts'

/** Each is delivered twice. */
const twice = { twice: true }

async function change(chat: Chat, prompt: string): Promise<void> {
  const send = await chat.open('ann', requireLook(chat, 'ann', 'Change'), 'Change', twice)
  await send({ prompt, code: '', title: '' })
}

async function readExport(chat: Chat, id: string) {
  const account = await chat.core.accounts.findAccount(id)
  if (!account) throw new Error(`No account ${id}`)
  for await (const { name, content } of chat.core.exportData(account)) {
    if (name !== 'generations.json') continue
    let text = ''
    for await (const part of content) text += part
    return JSON.parse(text) as { id: string; cameOf?: { id: string; picture: number } }[]
  }
  throw new Error('No generations are exported')
}

describe.each([
  ['Discord', startDiscordChat],
  ['Slack', startSlackChat],
])('on %s', (_, start) => {
  it('is charged once a turn, each a child of the one before', async () => {
    const chat = await start()
    await chat.type('ann', 'channel', 'imagine', { prompt: 'a fox' })
    const account = (await chat.findAccount('ann')) ?? ''
    const before = await chat.core.credits.findBalance(account)
    for (const prompt of ['one', 'two', 'three']) await change(chat, prompt)
    await chat.restart()
    expect(requireLook(chat, 'ann', 'Change').text).toContain('1 a fox · 2 one · 3 two · 4 three')
    await chat.press('ann', requireLook(chat, 'ann', 'Back to 3'), 'Back to 3', twice)
    expect(await chat.core.credits.findBalance(account)).toBe(before - 30)
    await chat.type('ann', 'channel', 'change', { prompt: 'four' })
    for (const prompt of ['five', 'six']) await change(chat, prompt)
    expect(await chat.core.credits.findBalance(account)).toBe(before - 60)
    const line = '1 a fox · 2 one · 3 two · 4 four · 5 five · 6 six'
    expect(requireLook(chat, 'ann', 'Back to 5').text).toContain(line)

    const { generations } = await chat.core.history.list(account, { limit: 20 })
    const [six, five, four, three, two, one, fox] = generations
    expect(generations).toHaveLength(7)
    const names = async (id = '') =>
      (await chat.core.history.family(account, id)).steps.map((step) => namePicture(step))
    expect(await names(six?.id)).toEqual([fox, one, two, four, five].map((each) => each?.id))
    expect(await names(three?.id)).toEqual([fox, one, two].map((each) => each?.id))
    const { children } = await chat.core.history.family(account, two?.id ?? '')
    expect(children.map(({ id }) => id)).toEqual([four?.id, three?.id])
    const exported = await readExport(chat, account)
    const parents = new Map(exported.map(({ id, cameOf }) => [id, cameOf?.id]))
    expect([six, five, four, three, two, one, fox].map((each) => parents.get(each?.id ?? ''))).toEqual(
      [five, four, two, two, one, fox, undefined].map((each) => each?.id),
    )
    await chat.type('ann', 'channel', 'show', { id: two?.id ?? '' })
    expect(requireLook(chat, 'ann', 'Back to 2', /Made from this/).text).toMatch(/four.*three/s)
  })
})
