/** Runs the stand-in as a program, with a demo world: prints how to point an app at it, and what the app says. */
import { createInterface } from 'node:readline'
import { createDemoWorld } from './demo-world.ts'
import { startSlackStandin } from './start.ts'

const [port = '0'] = process.argv.slice(2)
const slack = await startSlackStandin({ port: Number(port) })
const { installation, ada, general } = createDemoWorld(slack)
const print = (line: string) => process.stdout.write(`${line}\n`)

print(`Slack stand-in at ${slack.url}

  SLACK_API_URL=${slack.apiUrl}
  SLACK_BOT_TOKEN=${installation.token}
  SLACK_APP_TOKEN=${slack.app.appToken}
  SLACK_SIGNING_SECRET=${slack.app.signingSecret}
  SLACK_CLIENT_ID=${slack.app.clientId}
  SLACK_CLIENT_SECRET=${slack.app.clientSecret}

Type as ${ada.name} in #${general.name}: a slash command, or words to the bot. An URL switches from Socket Mode to it.`)

for await (const line of createInterface({ input: process.stdin })) {
  const [, command, text = ''] = line.match(/^(\/\S+)\s*(.*)$/) ?? []
  if (/^https?:\/\//.test(line)) {
    slack.operator.setRequestUrl(line)
    print(`Over HTTP from now on, to ${line}`)
    continue
  }
  const said = command ? ada.slash(general, command, text) : ada.mention(general, line)
  void said.acknowledged.then((ack) => print(ack.ok ? `acknowledged in ${ack.took} ms` : ack.error))
  void said.message().then((message) => print(`${message.ephemeral ? '(only you) ' : ''}${message.shown}`))
}
await slack.close()
