/** The bot as shipped, given a hundred commands on Discord and a hundred on Slack at the same moment. */
import { once } from 'node:events'
import { expect, it, onTestFinished } from 'vitest'
import { commands } from '#bots/commands/index.ts'
import { listScopes } from '#bots/slack/register.ts'
import { openFreshOperations } from '#tests/fresh-store.ts'
import { findFreePort, startProgram } from '#tests/program.ts'
import { type DiscordStandin, startDiscordStandin } from '#tests/standins/discord/discord-standin.ts'
import { startOpenAIStandin } from '#tests/standins/openai/openai-standin.ts'
import type { Message } from '#tests/standins/slack/message.ts'
import { type SlackStandin, startSlackStandin } from '#tests/standins/slack/start.ts'
import { createFolder } from '#tests/temporary-folder.ts'

const hundred = Array.from({ length: 100 }, (_, index) => index)
/** What both vendors wait for an acknowledgement, in milliseconds. */
const deadline = 3_000

async function startStandins() {
  const openai = await startOpenAIStandin()
  onTestFinished(() => openai.close())
  const discord = await startDiscordStandin()
  onTestFinished(() => discord.close())
  const slack = await startSlackStandin()
  onTestFinished(() => slack.close())
  return { openai, discord, slack }
}

function populateDiscord(discord: DiscordStandin) {
  const guild = discord.createGuild()
  const people = hundred.map((index) => discord.createPerson(`ann${index}`))
  for (const person of people) discord.join(guild, person)
  return { channel: discord.createChannel(guild), people }
}

function populateSlack(slack: SlackStandin) {
  const workspace = slack.createTeam({ name: 'Lighthouse' })
  const { token } = slack.install(workspace, { scopes: listScopes(commands) })
  const members = hundred.map((index) => slack.createPerson(workspace, { name: `cleo${index}` }))
  return { workspace, token, members, channel: slack.createChannel(workspace, { name: 'general', members }) }
}

/** Resolves once the log says that it runs. */
async function boot(env: Record<string, string>) {
  const program = startProgram({ env })
  program.stdin.end()
  let log = ''
  await new Promise<void>((resolve, reject) => {
    program.stderr.setEncoding('utf8').on('data', (text: string) => {
      log += text
      if (log.includes('imgsrc bot is running')) resolve()
    })
    program.once('exit', () => reject(new Error(log)))
  })
  return program
}

const hasPicture = ({ blocks }: Message) => blocks.some(({ type }) => type === 'image')

it('acknowledges each in time, delivers each once, and charges each once', { timeout: 180_000 }, async () => {
  const { openai, discord, slack } = await startStandins()
  const server = populateDiscord(discord)
  const team = populateSlack(slack)
  const env = {
    DATA_DIR: createFolder(),
    PORT: String(await findFreePort()),
    IMAGES_PER_MINUTE: '100000',
    OPENAI_API_KEY: 'sk-standin',
    OPENAI_BASE_URL: openai.url,
    DISCORD_TOKEN: discord.application.token,
    DISCORD_API_URL: discord.url,
    SLACK_BOT_TOKEN: team.token,
    SLACK_APP_TOKEN: slack.app.appToken,
    SLACK_API_URL: slack.apiUrl,
  }
  const operations = await openFreshOperations(env)
  const users = [
    ...server.people.map(({ id }) => ({ platform: 'discord' as const, user: id })),
    ...team.members.map(({ id }) => ({ platform: 'slack' as const, user: `${team.workspace.id}:${id}` })),
  ]
  for (const [index, user] of users.entries()) await operations.link(user, `person${index}@example.com`)
  const program = await boot(env)

  const onDiscord = server.people.map((person) =>
    person.command(server.channel, 'imagine', { prompt: `a fox for ${person.username}` }),
  )
  const onSlack = team.members.map((member) =>
    member.slash(team.channel, '/imagine', `an owl for ${member.name}`),
  )
  const acknowledged = await Promise.all(onSlack.map((typed) => typed.acknowledged))
  for (const { ok, took } of acknowledged) expect([ok, took < deadline]).toEqual([true, true])
  for (const [index, handle] of onDiscord.entries()) {
    await handle.waitFor(({ message }) => message?.text.includes('price 10') ?? false, 120_000)
    expect(handle.acknowledgedAfter).toBeLessThan(deadline)
    expect(handle.messages).toHaveLength(1)
    expect(handle.message?.text).toContain(`a fox for ann${index}`)
  }
  for (const [index, typed] of onSlack.entries()) {
    const owl = `an owl for cleo${index}`
    const shown = ({ shown }: Message) => new RegExp(`${owl}\\b`).test(shown)
    await typed.message((message) => hasPicture(message) && shown(message))
    expect(team.channel.visibleTo(typed.person).filter(shown)).toHaveLength(1)
  }
  expect(openai.purchases).toHaveLength(200)

  program.kill('SIGTERM')
  const [code] = await once(program, 'exit')
  expect(code).toBe(0)
  for (const [index] of users.entries()) {
    const books = await operations.books(`person${index}@example.com`, 10)
    expect(books).toMatchObject({ balance: 90 })
  }
  await operations.close()
  expect([...openai.faults, ...discord.faults, ...slack.faults]).toEqual([])
})
