/** What is kept of a message's pictures while a form about them is filled in: for one person, for an hour, and no longer than them. */
import { describe, expect, it } from 'vitest'
import type { Command } from '#bots/command.ts'
import { commands as everyCommand } from '#bots/commands/index.ts'
import { renderCustomId } from '#bots/discord/press.ts'
import type { Modal } from '#tests/standins/discord/interaction.ts'
import { numberPixel } from '../scripted-model.ts'
import { type Rig, startRig } from './rig.ts'

const name = 'Use as reference'
const file = (index: number) => ({
  ...{ name: `${index}.png`, contentType: 'image/png', data: numberPixel(index) },
})

/** Ben writes a message with two pictures, and ann is asked what to draw from them. */
async function open(rig: Rig) {
  const ben = await rig.join('ben')
  const message = ben.say(rig.channel, 'look', [file(1), file(2)])
  const { modal } = await rig.ann.messageCommand(message, name).settled()
  if (!modal) throw new Error('No form was opened')
  return { ben, message, modal }
}

async function send({ ann, channel, answered }: Rig, modal: Modal, who = ann, calls = 2) {
  who.submitModal(modal, { prompt: 'a ship' })
  await answered(calls)
  return channel.visibleTo(who).at(-1)?.text
}

it('asks for words and more pictures, then for what has room in a form, and fits its id', async () => {
  const { modal } = await open(await startRig())
  const { components } = modal as unknown as {
    components: { label: string; description?: string; component: { type: number; max_values?: number } }[]
  }
  expect(components.map(({ label }) => label)).toEqual([
    ...['Prompt', 'More pictures, numbered 3 to 4', 'Size', 'Quality', 'Private'],
  ])
  expect(components[0]?.description).toBe('You chose pictures 1 to 2: call them that in your prompt.')
  expect(components[1]?.component).toMatchObject({ type: 19, max_values: 2 })
  const longest = { along: '9'.repeat(20), proof: 'x'.repeat(16), private: true }
  for (const command of ['draw-from', 'use-reference']) {
    expect(renderCustomId({ command, options: longest })).toBeDefined()
  }
})

describe('what is kept', () => {
  it('is gone after an hour', async () => {
    const rig = await startRig()
    const { modal } = await open(rig)
    rig.advance(60 * 60_000)
    expect(await send(rig, modal)).toMatch(/couldn’t fetch the file you attached.*Nothing was charged/s)
    expect(rig.model.prompts).toEqual([])
  })

  it('is of no use once the message is deleted', async () => {
    const rig = await startRig()
    const { ben, message, modal } = await open(rig)
    ben.unsay(message)
    expect(await send(rig, modal)).toMatch(/couldn’t fetch the file you attached.*Nothing was charged/s)
  })

  it('is nobody else’s to use, and nothing that was made up is', async () => {
    const rig = await startRig()
    const { ben, modal } = await open(rig)
    const own = await ben.messageCommand(ben.say(rig.channel, 'mine', [file(3)]), name).settled()
    if (!own.modal) throw new Error('No form was opened')
    const along = /along=\d+/.exec(modal.customId)?.[0] ?? ''
    for (const [index, forged] of [
      modal.customId,
      own.modal.customId.replace(/along=\d+/, along),
      own.modal.customId.replace(/ proof.*/, ''),
    ].entries()) {
      const told = await send(rig, { ...own.modal, customId: forged }, ben, 3 + index)
      expect(told).toContain('isn’t yours, or it’s out of date')
    }
    expect(rig.model.prompts).toEqual([])
  })

  it('is told in an export by its names, and goes with the account', async () => {
    const rig = await startRig()
    const { modal } = await open(rig)
    const { core, ann } = rig
    const user = { platform: 'discord', user: ann.id, name: 'ann' } as const
    const account = await core.accounts.requireAccount(user)
    let records = ''
    for await (const { name, content } of core.exportData(account)) {
      if (name !== 'records.json') continue
      for await (const part of content) records += part
    }
    expect(records).toContain('"names":["1.png","2.png"]')
    expect(records).not.toContain('http')
    await core.erase(account.id)
    await core.accounts.openAccount(user)
    expect(await send(rig, modal)).toContain('couldn’t fetch the file you attached')
  })
})

it('starts from the pictures of a message that another one forwards', async () => {
  const rig = await startRig()
  const ben = await rig.join('ben')
  const message = ben.say(rig.channel, 'look', [file(1)])
  rig.standin.gateway.rewrite = (_name, event) => {
    const text = JSON.stringify(event).replace(
      /"attachments":(\[[^\]]*\])/,
      '"attachments":[],"message_snapshots":[{"message":{"attachments":$1}}]',
    )
    return JSON.parse(text)
  }
  const { modal } = await rig.ann.messageCommand(message, name).settled()
  rig.standin.gateway.rewrite = undefined
  if (!modal) throw new Error('No form was opened')
  await send(rig, modal)
  expect(rig.model.sources).toEqual([[file(1).data]])
})

it('works where the bot is not, for who has installed it', async () => {
  const rig = await startRig()
  const { standin, core } = rig
  const guild = standin.createGuild('elsewhere', { installed: false })
  const place = standin.createChannel(guild)
  const cyd = standin.createPerson('cyd', { installed: true })
  standin.join(guild, cyd)
  await core.accounts.openAccount({ platform: 'discord', user: cyd.id, name: 'cyd' })
  const message = cyd.say(place, 'look', [file(1)])
  const { modal } = await cyd.messageCommand(message, name).settled()
  if (!modal) throw new Error('No form was opened')
  cyd.submitModal(modal, { prompt: 'a ship' })
  await rig.answered(2)
  expect(place.visibleTo(cyd).at(-1)?.text).toContain('price 10 credits')
})

it('gives a button that asks again where the form comes too late', async () => {
  const late = Promise.withResolvers<void>()
  const slow = (command: Command): Command => ({
    ...command,
    run: (...given) => late.promise.then(() => command.run(...given)),
  })
  const commands = everyCommand.map((each) => (each.name === 'use-reference' ? slow(each) : each))
  const rig = await startRig({ commands })
  const ben = await rig.join('ben')
  const chosen = rig.ann.messageCommand(ben.say(rig.channel, 'look', [file(1)]), name)
  await chosen.waitFor(({ state }) => state === 'thinking')
  late.resolve()
  const { message } = await chosen.waitFor((handle) => (handle.message?.buttons.length ?? 0) > 0)
  if (!message) throw new Error('Nothing is shown')
  const { modal } = await rig.ann.press(message, name).settled()
  if (!modal) throw new Error('No form was opened')
  expect(await send(rig, modal, rig.ann, 3)).toContain('price 10 credits')
  expect(rig.model.sources).toEqual([[file(1).data]])
})
