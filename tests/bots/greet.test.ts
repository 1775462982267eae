/** Tests that the bot says hello once where it is new, with examples that run, and nowhere else. */
import { expect, it } from 'vitest'
import { until } from './both/chat.ts'
import { startRig as startDiscord } from './discord/rig.ts'
import { startRig as startSlack } from './slack/rig.ts'

const hello = /^Hello! Type/

it('greets a server at the first that is asked there, once, for whoever may press', async () => {
  const rig = await startDiscord({ greets: true })
  const { ann, channel, guild, standin } = rig
  const greetings = () => channel.visibleTo(ann).filter(({ text }) => hello.test(text))
  ann.command(channel, 'qr', { text: 'x' })
  ann.command(channel, 'help', {})
  await until(() => greetings().length === 1)
  const [greeting] = greetings()
  if (!greeting) return
  expect(greeting.buttons.map(({ label }) => label)).toEqual([
    'Draw a lighthouse · 1',
    'Make a QR code · free',
  ])
  const ben = await rig.join('ben')
  ben.press(greeting, 'Draw a lighthouse · 1')
  await until(() => channel.visibleTo(ann).some(({ text }) => /lighthouse.*ben.*price 1/s.test(text)))
  await rig.restart()
  ann.command(standin.createChannel(guild, 'other'), 'help', {})
  await rig.answered(4)
  expect(greetings()).toHaveLength(1)
})

it('greets no server that has used it before, and nobody in direct messages', async () => {
  const rig = await startDiscord({ greets: true })
  const { ann, channel, guild, standin, core } = rig
  const place = { platform: 'discord', id: guild.id } as const
  await core.teams.seeMember(await core.teams.findId(place), { account: 'a', name: 'ann' }, place)
  ann.command(standin.openDm(ann), 'help', {})
  ann.command(channel, 'help', {})
  await rig.answered(2)
  await expect.poll(() => rig.store.records.findRecord('greeted', `discord:${guild.id}`, 0)).toBeDefined()
  const seen = [channel, standin.openDm(ann)].flatMap((each) => each.visibleTo(ann))
  expect(seen.filter(({ text }) => hello.test(text))).toEqual([])
})

it('greets a workspace by a message to the first who opens its Home, and nobody after', async () => {
  const rig = await startSlack({ greets: true })
  const { ada, ben, general } = rig
  const greetings = () =>
    [ada.dm.visibleTo(ada), ben.dm.visibleTo(ben), general.visibleTo(ada)]
      .flat()
      .filter(({ shown }) => hello.test(shown))
  await ada.openHome().view()
  await until(() => greetings().length === 1)
  await ben.openHome().view()
  await rig.restart()
  await ben.slash(general, '/help', '').reply()
  expect(greetings()).toHaveLength(1)
  const [greeting] = greetings()
  if (!greeting) return
  ada.press(greeting, 'Make a QR code · free')
  await until(() => ada.dm.visibleTo(ada).some(({ shown }) => /error correction/.test(shown)))
})
