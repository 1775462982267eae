/**
 * The stand-in Discord as a program, with a guild, a channel and one person in it:
 *
 *     node tests/standins/discord/main.ts --port 4001 --token demo 'draw prompt="a boat" count=2'
 *
 * Prints where it is and which token it takes. Once a bot has registered its commands the person types
 * each command given, one after the other, and all that they see is printed as it appears.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { optionType } from './command-limits.ts'
import type { OptionInput } from './command-options.ts'
import { startDiscordStandin } from './discord-standin.ts'
import { isObject, type Json } from './form.ts'
import type { MessageView } from './message-view.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    port: { type: 'string', default: '0' },
    token: { type: 'string', default: 'demo' },
    /** Seconds to go on watching after the last command; for ever by default. */
    watch: { type: 'string' },
  },
})

const standin = await startDiscordStandin({ port: Number(values.port), token: values.token })
const guild = standin.createGuild('Demo')
const channel = standin.createChannel(guild, 'pictures')
const ann = standin.createPerson('ann')
standin.join(guild, ann)
say(`Discord stand-in: ${standin.url}`)
say(`Token: ${values.token}`)

const shown = new Map<string, string>()
const watching = setInterval(show, 50)

for (const line of positionals) {
  await standin.waitFor(() => standin.commands.length > 0, 'commands', 24 * 60 * 60 * 1000)
  say(`\nann types /${line}`)
  const [name = '', inputs] = readLine(line)
  const handle = await ann.command(channel, name, inputs).settled(60_000)
  show()
  if (handle.modal) say(`  ann sees the form "${handle.modal.title}"`)
  if (handle.state === 'failed') say('  The application did not respond')
}

process.once('SIGINT', stop)
process.once('SIGTERM', stop)
if (values.watch !== undefined) {
  await sleep(Number(values.watch) * 1000)
  stop()
}

function stop(): void {
  clearInterval(watching)
  show()
  void standin.close()
}

/** Prints what ann sees now and did not see before. */
function show(): void {
  for (const message of channel.visibleTo(ann)) {
    const look = describe(message)
    if (shown.get(message.id) === look) continue
    say(`${shown.has(message.id) ? '  changed' : '  new'}${message.ephemeral ? ', only for ann' : ''}`)
    say(look)
    shown.set(message.id, look)
  }
}

function describe({ text, loading, pictures, buttons }: MessageView): string {
  return [
    ...(loading ? ['thinking…'] : text.split('\n')),
    ...pictures.map(({ url, alt }) => `[picture: ${alt ?? 'no description'}] ${url}`),
    ...(buttons.length > 0
      ? [
          buttons
            .map(({ label, sku }) => (sku ? `(Discord’s own words and price for ${sku})` : `(${label})`))
            .join(' '),
        ]
      : []),
  ]
    .map((line) => `    ${line}`)
    .join('\n')
}

/** `name words key=value key="several words"`, values read as the command's options want them. */
function readLine(line: string): [string, Record<string, OptionInput>] {
  const pairs = [...line.matchAll(/(\w+)=(?:"([^"]*)"|(\S+))/g)]
  const name = line.slice(0, pairs[0]?.index ?? line.length).trim()
  const types = new Map(listOptions(name).map((option) => [option.name, option.type]))
  return [
    name,
    Object.fromEntries(pairs.map(([, key = '', quoted, bare]) => [key, read(key, quoted ?? bare ?? '')])),
  ]

  function read(key: string, text: string): OptionInput {
    const type = Number(types.get(key))
    if (type === optionType.integer || type === optionType.number) return Number(text)
    if (type === optionType.boolean) return text === 'true'
    return type === optionType.channel ? channel : text
  }
}

/** The options of the command these words name. */
function listOptions(words: string): Json[] {
  const [first, ...rest] = words.split(' ')
  let part = standin.commands.find(({ name }) => name === first)
  for (const word of rest) part = inside(part).find(({ name }) => name === word)
  return inside(part)
}

function inside(part: Json | undefined): Json[] {
  return Array.isArray(part?.options) ? part.options.filter(isObject) : []
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
