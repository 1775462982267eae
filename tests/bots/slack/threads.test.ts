/** In the thread of a picture people say what to change: the price comes first, and each turn starts from the one before. */
import { expect, it } from 'vitest'
import type { Message } from '#tests/standins/slack/message.ts'
import { isPicture, type Rig, startRig } from './rig.ts'

const isOffer = ({ shown }: Message) => shown.includes('Want to change the picture here?')
const words = async (rig: Rig, who = rig.ada) =>
  (await rig.history(who)).map(({ asked }) => asked.prompt).reverse()

/** Ada’s picture in the channel, whose thread is still empty. */
async function startThread(text = 'a fox') {
  const rig = await startRig()
  const root = await rig.ada.slash(rig.general, '/imagine', text).message(isPicture)
  await rig.answered()
  let answered = 1
  const say = async (text: string, who = rig.ada) => {
    const told = await who
      .mention(rig.general, text, { threadTs: root.ts })
      .message(({ user }) => user !== who.id)
    await rig.answered(++answered)
    return told
  }
  const press = async (told: Message, button: RegExp, who = rig.ada) => {
    const shown = await who.press(told, button).message(isPicture)
    await rig.answered(++answered)
    return shown
  }
  return { ...rig, rig, root, say, press }
}

it('answers with the price, changes at the press, and goes on from there, also after a restart', async () => {
  const { rig, ada, root, say, press, model, balance } = await startThread()
  const told = await say('make it bluer')
  expect(told).toMatchObject({ ephemeral: true })
  expect(told.shown).toMatch(/Change · 10.*Draw “make it bluer” · 10/s)
  expect(await balance(ada)).toBe(999_990)
  const bluer = await press(told, /^Change/)
  expect(bluer).toMatchObject({ threadTs: root.ts, ephemeral: false })
  expect(bluer.shown).toContain('1 a fox · 2 make it bluer')
  await rig.restart()
  const night = await press(await say('at night'), /^Change/)
  expect(night.shown).toContain('1 a fox · 2 make it bluer · 3 at night')
  expect(await balance(ada)).toBe(999_970)
  expect(model.prompts.slice(1)).toEqual([
    expect.stringMatching(/^Change this picture .*: make it bluer$/),
    expect.stringMatching(/^Change this picture .*: at night$/),
  ])
})

it('goes back for nothing, and on from there', async () => {
  const { rig, ada, say, press, balance } = await startThread()
  await press(await say('make it bluer'), /^Change/)
  const night = await press(await say('at night'), /^Change/)
  const back = await press(night, /^Back to 2/)
  expect(back.shown).toContain('make it bluer')
  expect(await balance(ada)).toBe(999_970)
  const rain = await press(await say('in the rain'), /^Change/)
  expect(rain.shown).toContain('1 a fox · 2 make it bluer · 3 in the rain')
  expect(await words(rig)).toEqual(['a fox', 'make it bluer', 'at night', 'in the rain'])
})

it('lets others change what they see, as theirs and at their cost', async () => {
  const { rig, ada, ben, say, press, balance } = await startThread()
  const bens = await press(await say('make it bluer', ben), /^Change/, ben)
  expect(bens.shown).toContain('asked by ben')
  expect([await balance(ada), await balance(ben)]).toEqual([999_990, 999_990])
  await press(await say('at night'), /^Change/)
  expect(await words(rig)).toEqual(['a fox', 'at night'])
  expect(await words(rig, ben)).toEqual(['make it bluer'])
})

it('draws in it what asks for a drawing in so many words, and answers the rest', async () => {
  const { say, model } = await startThread()
  expect(isPicture(await say('draw me an owl in a tree'))).toBe(true)
  for (const text of [
    'put a red hat on the fox',
    'a hat with a feather',
    'in the style of Van Gogh, please',
  ]) {
    expect(isOffer(await say(text)), text).toBe(true)
  }
  expect(model.prompts).toEqual(
    ['a fox', 'me an owl in a tree'].map((words) => expect.stringContaining(words)),
  )
})

it('asks which of several, and takes the one that was picked', async () => {
  const { rig, ada, root, say, press } = await startThread('a fox --count 3')
  expect((await say('make it bluer')).shown).toMatch(/Change 1 · 10.*Change 2 · 10.*Change 3 · 10/s)
  await press(root, /^2$/)
  await press(await say('make it bluer'), /^Change · 10/)
  const [newest] = await rig.history(ada)
  expect(newest?.asked.sources).toEqual([expect.stringMatching(/^result:.*:1$/)])
})

it('falls back on the picture before where the newest is deleted', async () => {
  const { rig, ada, say, press } = await startThread()
  await press(await say('make it bluer'), /^Change/)
  const [bluer, fox] = await rig.history(ada)
  await rig.core.history.remove(bluer?.owner ?? '', bluer?.id ?? '')
  await press(await say('at night'), /^Change/)
  expect((await rig.history(ada))[0]?.asked.sources).toEqual([`result:${fox?.id}:0`])
})

it('in direct messages takes a reply to a picture, or what says to change the newest', async () => {
  const rig = await startRig()
  const { ada } = rig
  const fox = await ada.messageDM('a fox in the snow').message(isPicture)
  await rig.answered()
  expect(isOffer(await ada.messageDM('thanks!').message(({ user }) => user !== ada.id))).toBe(false)
  for (const [text, options] of [
    ['make it bluer', {}],
    ['at night', { threadTs: fox.ts }],
  ] as const) {
    const told = await ada.messageDM(text, options).message(isOffer)
    await ada.press(told, /^Change/).message(isPicture)
  }
  await rig.answered(6)
  const [night, bluer] = await rig.history(ada)
  expect([bluer, night].map((each) => each?.asked.prompt)).toEqual(['make it bluer', 'at night'])
  expect(night?.asked.sources).toEqual(bluer?.asked.sources)
})

it('offers nothing where somebody may not see the picture, and charges once what is delivered twice', async () => {
  const { rig, ada, say, balance } = await startThread()
  const told = await say('make it bluer')
  await ada.press(told, /^Change/, { twice: true }).settled
  await rig.answered(3)
  expect(await balance(ada)).toBe(999_980)
  const account = (await rig.history(ada))[0]?.owner ?? ''
  for (const { id } of await rig.history(ada)) await rig.core.history.remove(account, id)
  expect(isOffer(await rig.ben.mention(rig.general, 'at night', { threadTs: told.threadTs }).message())).toBe(
    false,
  )
})

/** Ada’s private picture in the gallery, and what people say in the thread of its post. */
async function startGallery(text: string) {
  const rig = await startRig()
  const { slack, team, ada, ben, general } = rig
  const gallery = slack.createChannel(team, { name: 'gallery', members: [ada, ben] })
  await ada.slash(general, '/gallery', '#gallery').reply()
  await ada.slash(general, '/imagine', `${text} --private`).reply(isPicture)
  await rig.answered(2)
  const share = async (id: string) => {
    await ada.slash(general, '/share', id).reply()
    const post = gallery.visibleTo(ben).filter(isPicture).at(-1)
    if (!post) throw new Error('nothing was shared')
    return post
  }
  const say = async (post: Message, words: string, who = ben) =>
    await who.mention(gallery, words, { threadTs: post.ts }).message(({ user }) => user !== who.id)
  return { ...rig, rig, share, say }
}

it('under a post in the gallery changes what it shows, price first, for others too', async () => {
  const { rig, ada, ben, share, say, balance, restart, answered } = await startGallery('a fox')
  const [fox] = await rig.history(ada)
  const post = await share(fox?.id ?? '')
  await answered(3)
  await restart()
  const told = await say(post, 'make it bluer')
  expect(told).toMatchObject({ ephemeral: true })
  expect(told.shown).toMatch(/Change · 10/)
  expect(await balance(ben)).toBe(1_000_000)
  const bluer = await ben.press(told, /^Change/).message(isPicture)
  expect(bluer).toMatchObject({ threadTs: post.ts, ephemeral: false })
  await answered(5)
  expect(bluer.shown).toMatch(/asked by ben.*1 a fox · 2 make it bluer/s)
  expect([await balance(ada), await balance(ben)]).toEqual([999_990, 999_990])
  expect((await rig.history(ben))[0]?.asked.sources).toEqual([`result:${fox?.id}:0`])
})

it('under a post of one of several changes that one alone, and nothing once it is taken back', async () => {
  const { rig, ada, ben, share, say, general, answered } = await startGallery('a fox --count 3')
  const [foxes] = await rig.history(ada)
  const post = await share(`${foxes?.id}.2`)
  const told = await say(post, 'make it bluer')
  await ben.press(told, /^Change · 10/).message(isPicture)
  await answered(5)
  const [bluer] = await rig.history(ben)
  expect(bluer?.asked.sources).toEqual([`result:${foxes?.id}:1`])
  await rig.core.history.remove(bluer?.owner ?? '', bluer?.id ?? '')
  const shown = await ada.slash(general, '/show', `${foxes?.id}.2`).reply(isPicture)
  await ada.press(shown, 'Unshare').reply()
  expect(isOffer(await say(post, 'at night'))).toBe(false)
})
