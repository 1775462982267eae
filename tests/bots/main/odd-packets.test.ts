/** The bot as shipped on both platforms, while Discord's gateway carries what nobody described: it answers on both. */
import { expect, it } from 'vitest'
import { startWorld } from './world.ts'

it('lives on, and answers on Slack and on Discord', async () => {
  const { discord, onDiscord, onSlack, channel, general, boot } = await startWorld()
  const [ann] = onDiscord
  const [cleo] = onSlack
  if (!ann || !cleo) throw new Error('Somebody is missing')
  const program = await boot()

  for (const frame of ['no JSON', 'null', { op: 99 }, { op: 0, t: 'READY', d: null }, { op: 10, d: null }]) {
    discord.gateway.sendRaw(frame)
  }
  for (const d of [null, {}, { type: 2 }, { id: '1', token: 'x', type: 2, data: null }, { type: 'x' }]) {
    discord.gateway.sendRaw({ op: 0, t: 'INTERACTION_CREATE', s: 2, d })
  }
  discord.gateway.rewrite = (_name, event) => ({ ...Object(event), entitlements: undefined })
  const asked = ann.command(channel, 'help')
  await asked.waitFor(({ message }) => message?.text.includes('/imagine') ?? false)
  await cleo.slash(general, '/help').reply(({ shown }) => shown.includes('/imagine'))

  expect(program.read()).toContain('Discord sent something that cannot be read')
  expect(program.read()).toContain('A call from Discord cannot be read')
  expect(discord.gateway).toMatchObject({ identified: 1, resumed: 0 })
})
