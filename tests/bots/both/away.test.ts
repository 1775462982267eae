/** One platform is down for ten minutes from before the start: the other answers at once, and the first joins by itself. */
import { setImmediate as turn } from 'node:timers/promises'
import { expect, it, onTestFinished } from 'vitest'
import { commands } from '#bots/commands/index.ts'
import { createDispatch } from '#bots/dispatch.ts'
import { listAway } from '#bots/list-away.ts'
import { createPlatforms } from '#bots/platforms.ts'
import { listScopes } from '#bots/slack/register.ts'
import { readConfig } from '#core/config.ts'
import { createCore, nobody } from '#core/index.ts'
import { wirePorts } from '#core/wire.ts'
import { createVirtualClock } from '#tests/crash/virtual-clock.ts'
import { startDiscordStandin } from '#tests/standins/discord/discord-standin.ts'
import { startSlackStandin } from '#tests/standins/slack/start.ts'
import { createFolder } from '#tests/temporary-folder.ts'
import { leadTo } from '#tests/variables.ts'
import { createHealthRoutes } from '#web/health.ts'
import { createRecordedLog } from '../recorded-log.ts'

const tenMinutes = 600_000

/** Both platforms as the program makes them, not started yet, on a clock that stands still. */
async function createBot() {
  const [discord, slack] = await Promise.all([startDiscordStandin(), startSlackStandin()])
  const workspace = slack.createTeam({ name: 'Lighthouse' })
  const { config, secrets } = readConfig({
    DATA_DIR: createFolder(),
    ...leadTo.discord(discord),
    ...leadTo.slack(slack, slack.install(workspace, { scopes: listScopes(commands) }).token),
  })
  const { log, lines } = createRecordedLog()
  const clock = createVirtualClock()
  const ports = { ...(await wirePorts(config, secrets, log)), clock, outbound: nobody }
  const core = createCore(ports, config.rules)
  const dispatch = createDispatch({ commands, core, log, now: clock.now, send: async () => undefined })
  const parts = { config, secrets, ports, core, commands, dispatch, env: {}, log }
  const running = await createPlatforms(parts)
  const platforms = running.map(({ platform }) => platform)
  const health = createHealthRoutes({ core, listAway: () => listAway(platforms), log })

  /** Goes on, from one moment for which somebody waits to the next, until the check holds. */
  async function pass(check: () => boolean): Promise<void> {
    while (!check()) {
      const next = clock.findNextWake()
      if (next !== undefined) clock.advance(next - clock.now())
      // Both vendors are in this process too, so that a few turns bring whatever was said to its end.
      for (let turns = 0; turns < 200 && !check(); turns++) await turn()
    }
  }

  onTestFinished(async () => {
    let isStopped = false
    const stopped = Promise.all(platforms.map((platform) => platform.stop())).then(() => {
      isStopped = true
    })
    await pass(() => isStopped)
    await stopped
    for (const { close } of running) await close?.()
    await Promise.all([discord.close(), slack.close()])
    await core.close()
  })

  async function answersOnDiscord(): Promise<void> {
    const guild = discord.createGuild()
    const ann = discord.createPerson('ann')
    discord.join(guild, ann)
    await discord.waitFor(() => discord.commands.length > 0, 'the list of commands')
    const asked = ann.command(discord.createChannel(guild), 'help')
    await asked.waitFor(({ message }) => message?.text.includes('/imagine') ?? false)
  }

  async function answersOnSlack(): Promise<void> {
    const cleo = slack.createPerson(workspace, { name: 'cleo' })
    const general = slack.createChannel(workspace, { name: 'general', members: [cleo] })
    await cleo.slash(general, '/help').reply(({ shown }) => shown.includes('/imagine'))
  }

  return {
    ...{ clock, lines, platforms, pass },
    answers: { discord: answersOnDiscord, slack: answersOnSlack },
    /** Ends it again. */
    takeDown: {
      discord() {
        const mend = discord.trouble({ kind: { page: 521 }, times: Number.POSITIVE_INFINITY })
        discord.gateway.refusedHandshakes = { status: 521 }
        return () => {
          mend()
          discord.gateway.refusedHandshakes = undefined
        }
      },
      slack() {
        slack.operator.trouble({ trouble: { kind: 'status', status: 503 } })
        return () => slack.operator.calm()
      },
    },
    async askReady() {
      const answer = await health.request('/readyz')
      return [answer.status, await answer.json()]
    },
  }
}

it.each([
  ['discord', 'slack'],
  ['slack', 'discord'],
] as const)('while %s is down, %s answers', async (down, up) => {
  const bot = await createBot()
  const mend = bot.takeDown[down]()
  const began = bot.clock.now()
  const started = Promise.all(bot.platforms.map((platform) => platform.start()))
  const isAway = () => down in listAway(bot.platforms)
  while (up in listAway(bot.platforms)) await turn()
  await bot.answers[up]()
  expect(bot.clock.now()).toBe(began)

  await bot.pass(() => bot.clock.now() - began >= tenMinutes)
  expect(await bot.askReady()).toEqual([
    503,
    { status: 'not ready', away: { [down]: { since: expect.any(String), reason: expect.any(String) } } },
  ])
  await bot.answers[up]()

  mend()
  await bot.pass(() => !isAway())
  await started
  expect(await bot.askReady()).toEqual([200, { status: 'ready' }])
  await bot.answers[down]()
  await bot.answers[up]()
  const back = bot.lines.findLast(({ text }) => / is connected /.test(text))?.text ?? ''
  expect(Number(/"awaySeconds":(\d+)/.exec(back)?.[1])).toBeGreaterThanOrEqual(600)
})
