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

Type as ${ada.name} in #${general.name}: a slash command; "press LABEL" for a button of the latest message that has it;
a request URL, to go over to HTTP; or any other words, to mention the app.`)

createInterface({ input: process.stdin }).on('line', (line) => {
  try {
    obey(line)
  } catch (error) {
    print(String(error))
  }
})

let shown = 0
for (;;) {
  const change = await slack.until(() => slack.history[shown])
  shown += 1
  if ('view' in change) print(`[${change.kind} ${change.view.kind}]`)
  else print(`[${change.kind}${change.message.ephemeral ? ', only you' : ''}] ${change.version.shown}`)
}

function obey(line: string): void {
  const [, command, text = ''] = line.match(/^(\/\S+)\s*(.*)$/) ?? []
  const [, label] = line.match(/^press (.+)$/) ?? []
  if (/^https?:\/\//.test(line)) {
    slack.operator.setRequestUrl(line)
    return
  }
  const done = command ? ada.slash(general, command, text) : label ? press(label) : ada.mention(general, line)
  void done.acknowledged.then((ack) => print(ack.ok ? `acknowledged in ${ack.took} ms` : ack.error))
}

function press(label: string) {
  const message = general.visibleTo(ada).findLast((one) => JSON.stringify(one.blocks).includes(label))
  if (!message) throw new Error(`Nothing says ${label}`)
  return ada.press(message, label)
}
