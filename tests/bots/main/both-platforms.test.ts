/** The bot as shipped on Discord and Slack at once: only tokens and base addresses set, four people, two who are one. */
import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { promisify } from 'node:util'
import { expect, it, onTestFinished } from 'vitest'
import { commands } from '#bots/commands/index.ts'
import { listScopes } from '#bots/slack/register.ts'
import { openFreshOperations } from '#tests/fresh-store.ts'
import { bare, findFreePort, startProgram } from '#tests/program.ts'
import { startDiscordStandin } from '#tests/standins/discord/discord-standin.ts'
import { startOpenAIStandin } from '#tests/standins/openai/openai-standin.ts'
import type { Message } from '#tests/standins/slack/message.ts'
import { startSlackStandin } from '#tests/standins/slack/start.ts'
import { createFolder } from '#tests/temporary-folder.ts'

async function startWorld() {
  const openai = await startOpenAIStandin()
  onTestFinished(() => openai.close())
  const discord = await startDiscordStandin()
  onTestFinished(() => discord.close())
  const slack = await startSlackStandin()
  onTestFinished(() => slack.close())
  const workspace = slack.createTeam({ name: 'Lighthouse' })
  const installed = slack.install(workspace, { scopes: listScopes(commands) })
  const guild = discord.createGuild()
  const env = {
    DATA_DIR: createFolder(),
    PORT: String(await findFreePort()),
    OPENAI_API_KEY: 'sk-standin',
    OPENAI_BASE_URL: openai.url,
    DISCORD_TOKEN: discord.application.token,
    DISCORD_API_URL: discord.url,
    SLACK_BOT_TOKEN: installed.token,
    SLACK_APP_TOKEN: slack.app.appToken,
    SLACK_API_URL: slack.apiUrl,
  }
  const operate = async (...words: string[]) =>
    promisify(execFile)(process.execPath, ['bots/main.ts', 'operator', ...words], {
      env: { ...bare, ...env },
    })
  return { openai, discord, slack, workspace, guild, env, operate }
}

/** Resolves once the log says that it runs. */
async function boot(env: Record<string, string>) {
  const program = startProgram({ env })
  program.stdin.end()
  let log = ''
  const running = new Promise<void>((resolve, reject) => {
    program.stderr.setEncoding('utf8').on('data', (text: string) => {
      log += text
      if (log.includes('imgsrc bot is running')) resolve()
    })
    program.once('exit', () => reject(new Error(log)))
  })
  await running
  return program
}

const hasPicture = (message: Message) => message.blocks.some(({ type }) => type === 'image')

it('draws for two on each at once, charges each once, and shows one person the same history on both', async () => {
  const { openai, discord, slack, workspace, guild, env, operate } = await startWorld()
  const channel = discord.createChannel(guild)
  const people = ['ann', 'ben'].map((name) => discord.createPerson(name))
  for (const person of people) discord.join(guild, person)
  const mates = ['cleo', 'dan'].map((name) => slack.createPerson(workspace, { name }))
  const general = slack.createChannel(workspace, { name: 'general', members: mates })
  const [ann, ben] = people
  const [cleo, dan] = mates
  if (!ann || !ben || !cleo || !dan) throw new Error('Somebody is missing')
  const operations = await openFreshOperations(env)
  await operations.link({ platform: 'discord', user: ann.id }, 'ann@example.com')
  await operations.link({ platform: 'discord', user: ben.id }, 'ben@example.com')
  await operations.link({ platform: 'slack', user: `${workspace.id}:${cleo.id}` }, 'ann@example.com')
  await operations.link({ platform: 'slack', user: `${workspace.id}:${dan.id}` }, 'dan@example.com')
  await operations.close()
  const program = await boot(env)

  const onDiscord = [ann, ben].map((person) =>
    person.command(channel, 'imagine', { prompt: `a fox for ${person.username}` }),
  )
  const onSlack = [cleo, dan].map((person) => person.slash(general, '/imagine', `an owl for ${person.name}`))
  for (const handle of onDiscord)
    await handle.waitFor(({ message }) => message?.text.includes('price 10') ?? false)
  const pictures = await Promise.all(onSlack.map((typed) => typed.message(hasPicture)))
  expect(pictures).toHaveLength(2)
  for (const handle of onDiscord) expect(handle.messages).toHaveLength(1)
  expect(openai.purchases).toHaveLength(4)

  const { stdout } = await operate('books', 'ann@example.com', '--json')
  const books = JSON.parse(stdout)
  expect(JSON.stringify(books)).toContain('"balance":80')
  const id = onDiscord[0]?.message?.text.match(/\b[0-9a-z]{10}\b/)?.[0] ?? ''
  const shown = await cleo.slash(general, '/show', id).reply(hasPicture)
  expect(shown.shown).toContain('a fox for ann')
  const refused = await dan.slash(general, '/show', id).reply()
  expect(refused.shown).toContain('You have no picture with the id')

  program.kill('SIGTERM')
  const [code] = await once(program, 'exit')
  expect(code).toBe(0)
  await operate('verify')
  expect([...openai.faults, ...discord.faults, ...slack.faults]).toEqual([])
})
