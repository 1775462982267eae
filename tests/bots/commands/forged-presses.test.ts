/** What a press may take away is what this program has said it may: a value that somebody made up takes nobody's message. */
import { expect, it } from 'vitest'
import { readCustomId } from '#bots/discord/press.ts'
import { findPress, packPress } from '#bots/press.ts'
import { readWords } from '../calls.ts'
import { createRig, findId, listButtons } from '../rig.ts'

async function createScene() {
  const rig = await createRig()
  for (const who of ['ann', 'bob']) await rig.join(who)
  const made = await rig.ask('ann', 'imagine', { in: 'team', options: { prompt: 'a red fox' } })
  const pressed = { channel: 'general', message: 'anns' }
  rig.chat.posts.set('anns', { private: false, blocks: [] })
  rig.chat.posts.set('bobs', { private: false, blocks: [] })
  const question = await rig.press('ann', made, 'Delete', { in: 'team', pressed })
  const deletion = listButtons(question.message).find(({ command }) => command === 'delete-now')
  const value = packPress(findPress(deletion ?? { command: '', options: {} }))
  const send = (value: string, who = 'ann') => rig.ask(who, '', { in: 'team', ...readCustomId(value) })
  return { rig, id: findId(made.message), value, send }
}

it('takes the message away that was pressed, also after a restart', async () => {
  const { rig, value, send } = await createScene()
  await rig.restart()
  expect(readWords((await send(value)).message)).toContain('is deleted.')
  expect([...rig.chat.posts.keys()]).toEqual(['bobs'])
})

it.each<[string, (value: string) => string]>([
  ['another message', (value) => value.replace('anns', 'bobs')],
  ['another channel', (value) => value.replace('general', 'other')],
  ['another seal', (value) => value.replace(/!...../, '!AAAAA')],
  ['no more than the beginning of a seal', (value) => value.replace(/(!\S+)\S /, '$1 ')],
  ['more than there was', (value) => `${value} x`],
  ['less than there was', (value) => value.replace(/ channel=\S+/, '')],
  [
    'the parts in each other’s place',
    (value) => value.replace(/anns|general/g, (part) => (part === 'anns' ? 'general' : 'anns')),
  ],
])('refuses a sealed value that names %s', async (_what, forge) => {
  const { rig, value, send } = await createScene()
  expect(readWords((await send(forge(value))).message)).toMatch(/out of date.*Nothing was charged/)
  expect([...rig.chat.posts.keys()]).toEqual(['anns', 'bobs'])
})

it('refuses one author’s value for another’s picture', async () => {
  const { rig, id, value, send } = await createScene()
  const other = await rig.ask('bob', 'imagine', { in: 'team', options: { prompt: 'a gull' } })
  await send(value.replace(id, findId(other.message)), 'bob')
  await send(value, 'bob')
  expect([...rig.chat.posts.keys()]).toEqual(['anns', 'bobs'])
})

it('deletes the picture for the button of an earlier version, and says that its message stays', async () => {
  const { rig, id, send } = await createScene()
  const { message } = await send(`1delete-now:${id} general bobs`)
  expect(readWords(message)).toContain('couldn’t remove')
  expect([...rig.chat.posts.keys()]).toEqual(['anns', 'bobs'])
  expect(readWords((await rig.ask('ann', 'show', { options: { id } })).message)).toContain('no picture')
})

it('deletes the picture for a button that names no message', async () => {
  const { id, send } = await createScene()
  expect(readWords((await send(`1delete-now:${id}`)).message)).toContain('is deleted.')
})

it('takes the shared post away for the button of an earlier version that was pressed under it', async () => {
  const { rig, id, send } = await createScene()
  await rig.ask('root', 'gallery', { in: 'team', admin: true, options: { channel: 'art' } })
  await rig.ask('ann', 'share', { in: 'team', options: { id } })
  const { shared } = await rig.core.history.require(await rig.join('ann'), id)
  const { message } = await send(`1delete-now:${id} art ${shared?.message}`)
  expect(readWords(message)).toContain('is deleted.')
  expect(rig.chat.posts.has(shared?.message ?? '')).toBe(false)
})

it('takes the message away for the button of an earlier version that was sealed', async () => {
  const { rig, id, send } = await createScene()
  const account = await rig.join('ann')
  const seal = await rig.core.seals.seal('delete-now', account, 'discord', id, 'general', 'anns')
  await send(`1delete-now:${id} general bobs ${seal}`)
  expect([...rig.chat.posts.keys()]).toEqual(['anns', 'bobs'])
  expect(readWords((await send(`1delete-now:${id} general anns ${seal}`)).message)).toContain('is deleted.')
  expect([...rig.chat.posts.keys()]).toEqual(['bobs'])
})
