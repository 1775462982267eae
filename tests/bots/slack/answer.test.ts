/** Every way to ask something on Slack, over both transports, ends in one visible result. */
import { describe, expect, it } from 'vitest'
import { isPicture, startRig } from './rig.ts'

describe.each(['socket', 'http'] as const)('over %s', (transport) => {
  it('draws what a command asks for, in one message that changes in place', async () => {
    const { slack, ada, ben, general, model, balance, history, answered } = await startRig({ transport })
    model.hold(1)
    const typed = ada.slash(general, '/imagine', 'a red fox —quality draft')
    expect(await typed.acknowledged).toMatchObject({ ok: true, body: undefined })
    const drawing = await typed.message((message) => message.shown.includes('drawing'))
    expect(drawing.ephemeral).toBe(false)
    model.release()
    const picture = await typed.message(isPicture)
    expect(picture).toBe(drawing)
    expect(general.visibleTo(ben)).toEqual([picture])
    expect(picture.blocks).toContainEqual(
      expect.objectContaining({
        type: 'image',
        alt_text: 'a red fox',
        image_url: expect.stringMatching(/^https:/),
      }),
    )
    expect(picture.shown).toContain('price 1 credit')
    await answered()
    const [made] = await history(ada)
    expect(made).toMatchObject({ asked: { prompt: 'a red fox' }, delivery: 'reply' })
    expect(await balance(ada)).toBe(999_999)
    expect(slack.requests.filter(({ method }) => method === 'chat.postMessage')).toHaveLength(1)
  })

  it('whispers what is private', async () => {
    const { ada, ben, general } = await startRig({ transport })
    const answer = await ada.slash(general, '/credits').reply()
    expect(answer.ephemeral).toBe(true)
    expect(answer.shown).toContain('You have')
    expect(general.visibleTo(ben)).toEqual([])
  })

  it('answers a delivery that comes twice once', async () => {
    const { ada, general, answered, history, slack } = await startRig({ transport })
    const typed = ada.slash(general, '/imagine', 'a boat', { twice: true })
    expect((await typed.settled).map(({ ok }) => ok)).toEqual([true, true])
    await answered()
    const told = ada.mention(general, 'a mast', { twice: true })
    await told.settled
    await answered(2)
    expect(await history(ada)).toHaveLength(2)
    expect(slack.requests.filter(({ method }) => method === 'chat.postMessage')).toHaveLength(2)
  })
})

it('does what other platforms have to do first before what a command leads to, but opens forms at once', async () => {
  const [waiting, others] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const passed = () => {
    waiting.resolve()
    return others.promise
  }
  const { ada, general, slack } = await startRig({ precedence: { passed } })
  const typed = ada.slash(general, '/imagine', 'a fox')
  await waiting.promise
  await ada.slash(general, '/imagine').modal()
  expect(slack.requests.filter(({ method }) => method === 'chat.postMessage')).toEqual([])
  others.resolve()
  await typed.message(isPicture)
})

it('asks for the options in a form when a command comes alone, with their prices', async () => {
  const { ada, general } = await startRig()
  const form = await ada.slash(general, '/imagine').modal()
  expect(JSON.stringify(form.content)).toContain('premium · 30 credits')
  const sent = ada.submitView(form, { Prompt: 'a *quiet* harbour', Quality: 'draft', Count: '2' })
  expect(await sent.acknowledged).toMatchObject({ ok: true, body: undefined })
  const picture = await sent.message(isPicture)
  expect(picture.channel).toBe(general)
  expect(picture.blocks.filter(({ type }) => type === 'image')).toHaveLength(1)
  expect(picture.shown).toContain('a *quiet* harbour')
})

it('takes an own value where a menu offers some', async () => {
  const { ada, general, history, answered } = await startRig()
  const form = await ada.slash(general, '/imagine', '   ').modal()
  const sent = ada.submitView(form, { '0:prompt': 'x', '0:size': 'wide', 'other:size': '1280x720' })
  await sent.message(isPicture)
  await answered()
  expect((await history(ada))[0]?.asked).toMatchObject({ size: { width: 1280, height: 720 } })
})

it('answers a mention in its thread, and words for the caller alone too', async () => {
  const { ada, ben, general } = await startRig()
  const said = ada.mention(general, 'a lighthouse at dusk')
  const picture = await said.message(isPicture)
  expect(picture.threadTs).toBe(general.messages[0]?.ts)
  const asked = ada.mention(general, 'credits', { threadTs: picture.threadTs })
  const whisper = await asked.message((message) => message.shown.includes('You have'))
  expect(whisper).toMatchObject({ ephemeral: true, threadTs: picture.threadTs })
  expect(general.visibleTo(ben)).not.toContain(whisper)
})

it('answers in the direct message with the bot, where nothing needs whispering', async () => {
  const { ada } = await startRig()
  const picture = await ada.messageDM('imagine a “small boat” --quality draft').message(isPicture)
  expect(picture.channel).toBe(ada.dm)
  const help = await ada.messageDM('help').message((message) => message.shown.includes('/imagine'))
  expect(help.ephemeral).toBe(false)
})

it.each([
  ['with a name in it', (bot: string) => `<@${bot}|imgsrc>`],
  ['by the id it has in another workspace', () => '<@U0THEIRBOT>'],
  ['by that id with a name', () => '<@U0THEIRBOT|imgsrc>'],
])('leaves its own mention %s out of the prompt', async (_, called) => {
  const { ada, ben, general, history, answered } = await startRig()
  await ada.mention(general, 'a lighthouse at dusk', { called }).message(isPicture)
  await answered()
  expect((await history(ada))[0]?.asked.prompt).toBe('a lighthouse at dusk')
  const both = (bot: string) => `<@${ben.id}|ben> and <@${bot}>`
  await ada.mention(general, 'draw a boat at dusk', { called: both }).message(isPicture)
  await answered(2)
  expect((await history(ada))[0]?.asked.prompt).toContain('@ben')
})

it('makes a picture of a message by the shortcut', async () => {
  const { ada, ben, design } = await startRig()
  const idea = ben.say(design, 'a <tower> & a sea')
  const form = await ada.shortcut(idea, 'imagine_message').modal()
  const sent = ada.submitView(form)
  const picture = await sent.message(isPicture)
  expect(picture).toMatchObject({ channel: design, threadTs: idea.ts, ephemeral: false })
  expect(picture.shown).toContain('a <tower> & a sea')
})

it('takes all of a message by the shortcut, however long', async () => {
  const { ada, ben, general, history, answered } = await startRig()
  const said = Array.from({ length: 3_900 }, (_, at) => 'abcdefghij'[at % 10]).join('')
  const form = await ada.shortcut(ben.say(general, said), 'imagine_message').modal()
  ada.submitView(form)
  await answered()
  expect((await history(ada))[0]?.asked.prompt).toBe(said)
})

it('posts by response_url where the bot is not in the channel', async () => {
  const { ada, ben, design, model, slack } = await startRig()
  model.hold(1)
  const typed = ada.slash(design, '/imagine', 'a cliff')
  const note = await typed.reply()
  expect(note.ephemeral).toBe(true)
  // It stays, so that it must not say what is soon no longer so.
  expect(note.shown).toContain('On it. The answer follows below.')
  expect(note.shown).not.toContain('queue')
  expect(note.shown).toContain('/cancel')
  expect(note.blocks.filter(({ type }) => type === 'actions')).toEqual([])
  model.release()
  const picture = await typed.reply(isPicture)
  expect(design.visibleTo(ben)).toEqual([picture])
  expect(slack.requests.filter(({ method }) => method === 'response_url')).toHaveLength(2)
})

it.each(['waits', 'is being drawn'])('says of a private picture that %s what stays true', async (when) => {
  const { ada, general, model, answered } = await startRig({ rules: { runningPerAccount: 1 } })
  model.hold(1)
  if (when === 'waits') {
    await ada.slash(general, '/imagine', 'one').message(({ shown }) => shown.includes('drawing'))
  }
  const typed = ada.slash(general, '/imagine', 'a cliff --private')
  const note = await typed.reply()
  model.release()
  const picture = await typed.reply(isPicture)
  await answered(when === 'waits' ? 2 : 1)
  expect(typed.replies).toEqual([note, picture])
  expect(note.versions).toHaveLength(1)
  expect(note.blocks.filter(({ type }) => type === 'actions')).toEqual([])
})

it('refuses in words of its own, to the caller alone', async () => {
  const { ada, ben, general, slack, team, model, balance } = await startRig({ rules: { welcomeCredits: 5 } })
  const refusal = await ada.slash(general, '/imagine', 'a --sise wide').reply()
  expect(refusal.shown).toContain('Did you mean')
  const poor = await ada.slash(general, '/imagine', 'a castle').reply()
  expect(poor.shown).toContain('5 credits short')
  const cyd = slack.createPerson(team, { name: 'cyd' })
  general.members.add(cyd.id)
  expect((await cyd.slash(general, '/credits').reply()).shown).toContain('Connect your account first')
  model.hold(1)
  const blocked = ben.slash(general, '/imagine', 'blocked --quality draft')
  await blocked.message((message) => message.shown.includes('queue'))
  model.release()
  const why = await blocked.reply((message) => message.shown.includes('safety check'))
  expect(why.ephemeral).toBe(true)
  expect(general.visibleTo(ada).filter(({ ephemeral }) => !ephemeral)).toEqual([])
  expect(await balance(ben)).toBe(5)
})
