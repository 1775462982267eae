/** The bot as shipped, whose Discord token is taken away while it runs: it ends, and says why. */
import { once } from 'node:events'
import { expect, it, onTestFinished } from 'vitest'
import { findFreePort, startProgram } from '#tests/program.ts'
import { startDiscordStandin } from '#tests/standins/discord/discord-standin.ts'
import { createFolder } from '#tests/temporary-folder.ts'
import { until } from './world.ts'

it('exits with a sentence that an operator can act on', async () => {
  const discord = await startDiscordStandin()
  onTestFinished(() => discord.close())
  const program = startProgram({
    env: {
      DATA_DIR: createFolder(),
      PORT: String(await findFreePort()),
      DISCORD_TOKEN: discord.application.token,
      DISCORD_API_URL: discord.url,
    },
  })
  program.stdin.end()
  let log = ''
  program.stderr.setEncoding('utf8').on('data', (text: string) => {
    log += text
  })
  await until(() => log.includes('imgsrc bot is running') || program.exitCode !== null)
  const ended = once(program, 'exit')
  discord.revokeToken()
  expect(await ended).toEqual([1, null])
  expect(log).toContain('Discord refused DISCORD_TOKEN')
  expect(log).not.toContain(discord.application.token)
})
