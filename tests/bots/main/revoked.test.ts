/** The bot as shipped, whose Discord token is taken away while it runs: it says what to do, and the rest goes on. */
import { expect, it, onTestFinished } from 'vitest'
import { bootBot } from '#tests/program.ts'
import { startDiscordStandin } from '#tests/standins/discord/discord-standin.ts'
import { leadTo } from '#tests/variables.ts'

it('goes on, is not ready, and says in the log what an operator must do', async () => {
  const discord = await startDiscordStandin()
  onTestFinished(() => discord.close())
  const { ask, says, stop, read } = await bootBot(leadTo.discord(discord))
  expect(await ask('/readyz')).toEqual([200, { status: 'ready' }])
  discord.revokeToken()
  await says('Discord refused DISCORD_TOKEN')
  const discordAway = { since: expect.any(String), reason: 'token_refused' }
  expect(await ask('/readyz')).toEqual([503, { status: 'not ready', away: { discord: discordAway } }])
  expect(await ask('/healthz')).toMatchObject([200, { status: 'up' }])
  expect(await stop()).toBe(0)
  expect(read()).not.toContain(discord.application.token)
})
