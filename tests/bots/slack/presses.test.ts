/** Buttons, forms that commands open, the Home tab, and admins. */
import { describe, expect, it } from 'vitest'
import { defineCommand } from '#bots/command.ts'
import { commands } from '#bots/commands/index.ts'
import { renderPicture } from '#bots/messages/picture.ts'
import { speak, usualPrices } from '#core/index.ts'
import { inEnglish } from '../calls.ts'
import { isPicture, startRig } from './rig.ts'

const words = speak(undefined)

const say = (text: string, hidden = true) => ({
  private: hidden,
  blocks: [{ kind: 'text' as const, text: [text] }],
})

it('draws anew for whoever presses, at their price, also after a restart and an hour', async () => {
  const rig = await startRig()
  const { ada, general, answered, balance, history, advance } = rig
  const picture = await ada.slash(general, '/imagine', 'a gull --quality draft').message(isPicture)
  await answered()
  await rig.restart()
  advance(3_600_000)
  const again = await ada
    .press(picture, /^Again/)
    .message((message) => message !== picture && isPicture(message))
  expect(again.channel).toBe(general)
  await answered(2)
  expect(await history(ada)).toHaveLength(2)
  expect(await balance(ada)).toBe(999_998)
})

it('takes a deleted picture’s message away, also in a direct message with the bot', async () => {
  const { ada, general, answered, history } = await startRig()
  const places = [() => ada.slash(general, '/imagine', 'a gull'), () => ada.messageDM('a tern')]
  for (const [index, ask] of places.entries()) {
    const picture = await ask().message(isPicture)
    await answered(3 * index + 1)
    const question = await ada.press(picture, 'Delete').message((message) => message !== picture)
    await answered(3 * index + 2)
    ada.press(question, 'Delete it')
    await answered(3 * index + 3)
    expect(await history(ada)).toEqual([])
    const { channel } = picture
    expect(channel.visibleTo(ada).filter(isPicture)).toEqual([])
    expect(question.shown).toContain('is deleted.')
  }
})

it('asks once before it deletes', async () => {
  const { ada, general, answered } = await startRig()
  const picture = await ada.slash(general, '/imagine', 'a gull').message(isPicture)
  await answered()
  const question = await ada.press(picture, 'Delete').message((message) => message !== picture)
  for (const { blocks } of [picture, question]) expect(JSON.stringify(blocks)).not.toContain('"confirm"')
})

it('names the workspace to whoever links', async () => {
  const { ada, general, core } = await startRig({ commands })
  await core.links.unlink({ platform: 'slack', user: `${ada.team.id}:${ada.id}`, name: 'ada' })
  const begun = await ada.slash(general, '/link').reply()
  const [, token = ''] = /\/link\/([\w.-]+)/.exec(JSON.stringify(begun.blocks)) ?? []
  expect(await core.links.find(token)).toMatchObject({ user: { name: 'ada' }, team: 'Lighthouse Studio' })
})

it('takes a double click for one', async () => {
  const { slack, ada, general, answered, history } = await startRig()
  const picture = await ada.slash(general, '/imagine', 'a gull').message(isPicture)
  await answered()
  const presses = [ada.press(picture, /^Again/), ada.press(picture, /^Again/)]
  for (const press of presses) expect(await press.acknowledged).toMatchObject({ ok: true })
  await answered(2)
  expect(await history(ada)).toHaveLength(2)
  expect(slack.requests.filter(({ method }) => method === 'chat.postMessage')).toHaveLength(2)
})

it('cancels what waits, and the one message about it goes', async () => {
  const { ada, ben, general, answered, balance, history, model } = await startRig({
    rules: { runningPerAccount: 1 },
  })
  model.hold(1)
  await ada.slash(general, '/imagine', 'one').message(({ shown }) => shown.includes('drawing'))
  const asked = ada.slash(general, '/imagine', 'two')
  const waiting = await asked.message(({ shown }) => shown.includes('queue'))
  const told = await ada.press(waiting, 'Cancel').reply()
  await answered(2)
  expect(told).toMatchObject({ ephemeral: true, shown: expect.stringContaining('is cancelled') })
  const ends = asked.replies.filter(({ ephemeral }) => ephemeral)
  expect(ends.map(({ shown }) => shown)).toEqual([expect.stringContaining('Your 10 credits are back')])
  expect(told.shown).not.toContain('credits')
  expect(waiting.deletedAt).toBeDefined()
  model.release()
  await answered(3)
  expect(await balance(ada)).toBe(999_990)
  expect((await history(ada)).map(({ asked }) => asked.prompt)).toEqual(['one'])
  expect(general.visibleTo(ben).map(isPicture)).toEqual([true])
})

describe('a command that opens a form', () => {
  const edit = defineCommand({
    name: 'edit',
    options: [{ name: 'id', type: 'generation', required: true }],
    hidden: true,
    opensForm: true,
    isPrivate: () => true,
    run: async (call) => ({
      title: 'Edit prompt',
      command: 'echo',
      options: { id: call.options.id },
      fields: [
        { name: 'prompt', label: 'Prompt', value: 'wall '.repeat(800), maxLength: 32_000, multiline: true },
      ],
      submit: 'Draw',
    }),
  })
  const echo = defineCommand({
    name: 'echo',
    options: [
      { name: 'id', type: 'text', maxLength: 100 },
      { name: 'prompt', type: 'text', maxLength: 32_000, required: true },
    ],
    hidden: true,
    isPrivate: () => true,
    run: async (call) => say(`${call.options.id} ${call.options.prompt.length}`),
  })
  const opener = defineCommand({
    name: 'opener',
    options: [],
    isPrivate: () => true,
    run: async () => ({
      private: true,
      blocks: [
        {
          kind: 'buttons',
          buttons: [{ label: 'Edit', command: 'edit', options: { id: 'abc' }, style: 'danger' }],
        },
      ],
    }),
  })

  it('shows it filled, however long, and its sending is a call with what it carried', async () => {
    const { ada, general } = await startRig({ commands: [opener, edit, echo] })
    const shown = await ada.slash(general, '/opener').reply()
    const form = await ada.press(shown, 'Edit').modal()
    const answer = await ada.submitView(form).message()
    expect(answer).toMatchObject({ ephemeral: true, channel: general })
    expect(answer.shown).toBe('abc 4000')
  })

  it('says so when Slack does not open it', async () => {
    const { ada, general, slack } = await startRig({ commands: [opener, edit, echo] })
    const shown = await ada.slash(general, '/opener').reply()
    slack.operator.trouble({ method: 'views.open', trouble: { kind: 'error', error: 'expired_trigger_id' } })
    const answer = await ada.press(shown, 'Edit').reply()
    expect(answer.shown).toContain('took too long')
  })
})

it('shows balance, prices and pictures with their buttons on the Home tab, and the way in to strangers', async () => {
  const { ada, general, slack, team, answered } = await startRig()
  await ada.slash(general, '/imagine', 'a gull --quality draft').message(isPicture)
  await answered()
  const home = await ada.openHome().view()
  const shown = JSON.stringify(home.content)
  expect(shown).toContain('999,999 credits')
  expect(shown).toContain('premium')
  const again = await ada.press(home, /^Again/).message(isPicture)
  expect(again.channel).toBe(ada.dm)
  await slack.until(() => home.versions.length > 1 || undefined)
  const cyd = slack.createPerson(team, { name: 'cyd' })
  expect(JSON.stringify((await cyd.openHome().view()).content)).toContain('press:0:link')
})

it('turns the page in place where a command may', async () => {
  const page = (text: string) => ({
    private: true,
    blocks: [
      { kind: 'text' as const, text: [text] },
      {
        kind: 'buttons' as const,
        buttons: [{ label: 'Older', command: 'turn', options: { id: 'second' } }],
      },
    ],
  })
  const list = defineCommand({
    name: 'list',
    options: [],
    isPrivate: () => true,
    run: async () => page('first'),
  })
  const turn = defineCommand({
    ...list,
    name: 'turn',
    options: [{ name: 'id', type: 'text', maxLength: 20, required: true }],
    inPlace: true,
    run: async (call) => page(call.options.id),
  })
  const { slack, ada, general } = await startRig({ commands: [list, turn] })
  const whispered = await ada.slash(general, '/list').reply()
  ada.press(whispered, 'Older')
  await slack.until(() => whispered.shown.includes('second') || undefined)
  expect(general.visibleTo(ada)).toEqual([whispered])
  const direct = await ada.messageDM('list').message()
  ada.press(direct, 'Older')
  await slack.until(() => direct.shown.includes('second') || undefined)
  expect(ada.dm.visibleTo(ada).filter(({ user }) => user !== ada.id)).toEqual([direct])
})

it('offers ways to top up on the Home tab', async () => {
  const { ada } = await startRig()
  const home = await ada.openHome().view()
  expect(ada.press(home, /^100 credits/).opened).toMatch('/checkout/')
})

it('shows on the Home tab what was spent meanwhile', async () => {
  const { ada, general, answered } = await startRig()
  await ada.openHome().view()
  ada.slash(general, '/imagine', 'a gull --quality draft')
  await answered(2)
  const shown = JSON.stringify((await ada.openHome().view()).content)
  expect(shown).toContain('999,999 credits')
  expect(shown).not.toContain('1,000,000 credits')
})

describe('what Slack says of the person and the team', () => {
  const gallery = defineCommand({
    name: 'gallery',
    options: [{ name: 'channel', type: 'channel', required: true }],
    needsAdmin: true,
    isPrivate: () => true,
    run: async (call) => {
      const { team } = call
      if (!team) throw new Error('no team')
      const id = await team.post(call.options.channel, inEnglish(say('shared', false)))
      const post = { platform: 'slack', team: team.id, channel: call.options.channel, message: id } as const
      await call.retract(post)
      return say(`${call.admin ? 'admin' : 'member'} ${id.length > 0}`)
    },
  })

  it('is asked only for commands that need it', async () => {
    const { ada, ben, general, slack } = await startRig({
      commands: [...commands.filter(({ name }) => name !== 'gallery'), gallery],
    })
    expect((await ada.slash(general, '/gallery', general.id).reply()).shown).toBe('admin true')
    expect((await ben.slash(general, '/gallery', `<#${general.id}|general>`).reply()).shown).toBe(
      'member true',
    )
    await ben.slash(general, '/help').reply()
    const asked = slack.requests.filter(({ method }) => method === 'users.info').map(({ args }) => args)
    const [ofLanguage, ofAdmin] = [true, false].map((isOfLanguage) =>
      asked.filter((args) => 'include_locale' in args === isOfLanguage).map(({ user }) => user),
    )
    // Which language they speak, once each; who is an admin, at each command that needs one.
    expect([ofLanguage, ofAdmin]).toEqual([
      [ada.id, ben.id],
      [ada.id, ben.id],
    ])
    const shared = general.messages.filter(({ text }) => text === 'shared')
    expect(shared.map(({ deletedAt }) => deletedAt !== undefined)).toEqual([true, true])
  })

  it('refuses a channel the bot can’t post to', async () => {
    const { ada, design, general } = await startRig({
      commands: [...commands.filter(({ name }) => name !== 'gallery'), gallery],
    })
    expect((await ada.slash(general, '/gallery', design.id).reply()).shown).toContain('can’t post there')
  })
})

it('shows a picture that only this machine has as a file of Slack’s', async () => {
  const { ada, general, slack } = await startRig({
    servesPictures: true,
    switches: { filesReadyAfter: 10 },
    expectsFaults: true,
  })
  const picture = await ada.slash(general, '/imagine', 'a gull').message(isPicture)
  expect(picture.blocks).toContainEqual(
    expect.objectContaining({ type: 'image', slack_file: { id: expect.any(String) } }),
  )
  expect(slack.requests.filter(({ method }) => method === 'upload')).toHaveLength(1)
})

it('posts the bot’s own messages to the person or to the channel', async () => {
  const { platform, ada, ben, general, design, team, history, answered } = await startRig()
  await ada.slash(general, '/imagine', 'a gull').message(isPicture)
  await answered()
  const [made] = await history(ada)
  if (!made) throw new Error('nothing was made')
  const user = { platform: 'slack' as const, user: `${team.id}:${ada.id}`, name: 'ada' }
  const render = (...given: Parameters<typeof renderPicture>) => inEnglish(renderPicture(...given))
  const shared = render(words, made, { prices: usualPrices, private: false, asker: 'ada' })
  await platform.send(made.origin, user, render(words, made, { prices: usualPrices, private: true }))
  expect(ada.dm.visibleTo(ada).filter(isPicture)).toHaveLength(1)
  await platform.send(made.origin, user, shared)
  expect(general.visibleTo(ben).filter(isPicture)).toHaveLength(2)
  const elsewhere = { ...made.origin, address: { ...made.origin.address, channel: design.id } }
  await platform.send(elsewhere, user, shared)
  expect(ada.dm.visibleTo(ada).filter(isPicture)).toHaveLength(2)
})
