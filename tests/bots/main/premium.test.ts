/** The bot as shipped sells on Discord, and a kill between the ledger and the handover costs nobody anything. */
import { expect, it, onTestFinished } from 'vitest'
import { readConfig } from '#core/config.ts'
import { wireOperations } from '#core/wire.ts'
import { openFreshOperations } from '#tests/fresh-store.ts'
import { silent } from '#tests/kept-log.ts'
import { bootBot } from '#tests/program.ts'
import { startDiscordStandin } from '#tests/standins/discord/discord-standin.ts'
import { createFolder } from '#tests/temporary-folder.ts'
import { leadTo } from '#tests/variables.ts'

const sku = '1310000000000000001'

it('credits once, and hands over once it lives again', async () => {
  const discord = await startDiscordStandin()
  onTestFinished(() => discord.close())
  const { premium } = discord
  const guild = discord.createGuild()
  const channel = discord.createChannel(guild)
  const [ann, ben] = [discord.createPerson('ann'), discord.createPerson('ben')]
  for (const person of [ann, ben]) discord.join(guild, person)
  const env = {
    ...{ DATA_DIR: createFolder(), NODE_ENV: 'production', PUBLIC_URL: 'http://localhost:3000' },
    ...{ ALLOW_STAND_INS: 'model,mailer', WELCOME_CREDITS: '0', DISCORD_SKUS: `${sku}:starter:$4.99` },
    ...leadTo.discord(discord),
  }
  const { link, close } = await openFreshOperations(env)
  await link({ platform: 'discord', user: ann.id }, 'ann@example.com')
  await close()
  const mend = discord.trouble({ kind: 'reset', routes: ['consume-entitlement'], times: 1_000 })
  const said = (person: typeof ann) =>
    discord
      .openDm(person)
      .visibleTo(person)
      .map(({ text }) => text)

  const bot = await bootBot(env)
  const handle = await ann.command(channel, 'topup').waitFor(({ message }) => message?.loading === false)
  expect(handle.message?.buttons.map((button) => button.sku)).toEqual([sku])
  for (const person of [ann, ben]) premium.buy(person, sku)
  await discord.waitFor(() => [ann, ben].every((person) => said(person).length > 0), 'both told')
  const tried = () => discord.requests.filter(({ route }) => route === 'consume-entitlement').length
  await discord.waitFor(() => tried() > 0, 'an attempt to hand over')
  bot.program.kill('SIGKILL')
  await bot.exited
  expect(premium.listOpen()).toHaveLength(2)
  mend()

  const next = await bootBot(env)
  await discord.waitFor(() => premium.listOpen().length === 1, 'one handed over')
  expect(await next.stop()).toBe(0)
  const { config, secrets } = readConfig(env)
  const operations = await wireOperations(config, secrets, silent)
  expect(await operations.books('ann@example.com', 9)).toMatchObject({ balance: 100 })
  expect(await operations.orders.list({ unclaimed: true })).toMatchObject({
    orders: [{ provider: 'discord', why: 'no-account', purchase: { credits: 100 } }],
    wasAsked: true,
  })
  await operations.link({ platform: 'discord', user: ben.id }, 'ben@example.com')
  expect(await operations.books('ben@example.com', 9)).toMatchObject({ balance: 100 })
  expect((await operations.verify(() => undefined)).faults).toBe(0)
  await operations.close()
  expect([said(ann).length, said(ben).length]).toEqual([1, 1])

  await bootBot(env)
  await discord.waitFor(() => premium.listOpen().length === 0, 'all handed over')
  expect(discord.faults).toEqual([])
})
