/** The bot as shipped, whose Discord token is taken away while it runs: it says what to do, and the rest goes on. */
import { once } from 'node:events'
import { expect, it, onTestFinished } from 'vitest'
import { findFreePort, startProgram } from '#tests/program.ts'
import { startDiscordStandin } from '#tests/standins/discord/discord-standin.ts'
import { createFolder } from '#tests/temporary-folder.ts'
import { until } from './world.ts'

it('goes on, is not ready, and says in the log what an operator must do', async () => {
  const discord = await startDiscordStandin()
  onTestFinished(() => discord.close())
  const port = await findFreePort()
  const program = startProgram({
    env: {
      DATA_DIR: createFolder(),
      PORT: String(port),
      DISCORD_TOKEN: discord.application.token,
      DISCORD_API_URL: discord.url,
    },
  })
  program.stdin.end()
  let log = ''
  program.stderr.setEncoding('utf8').on('data', (text: string) => {
    log += text
  })
  const ask = async (path: string) => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`)
    return [answer.status, await answer.json()]
  }
  await until(() => log.includes('imgsrc bot is running') || program.exitCode !== null)
  expect(await ask('/readyz')).toEqual([200, { status: 'ready' }])
  discord.revokeToken()
  await until(() => log.includes('Discord refused DISCORD_TOKEN') || program.exitCode !== null)
  const discordAway = { since: expect.any(String), reason: 'token_refused' }
  expect(await ask('/readyz')).toEqual([503, { status: 'not ready', away: { discord: discordAway } }])
  expect(await ask('/healthz')).toMatchObject([200, { status: 'up' }])
  program.kill('SIGTERM')
  expect(await once(program, 'exit')).toEqual([0, null])
  expect(log).not.toContain(discord.application.token)
})
