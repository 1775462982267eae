/** The program: reads the configuration, wires the parts, starts whatever is configured, stops cleanly. */
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { type Config, readConfig, type Secrets } from '#core/config.ts'
import { createCore, type Log, nobody, version } from '#core/index.ts'
import { besideBot, wireMigrate, wireOperations, wirePorts, wireRotateSecret } from '#core/wire.ts'
import { createApp } from '#web/app.ts'
import { createLinkMail } from '#web/mails/link-mail.ts'
import { openMailer } from '#web/open-mailer.ts'
import { describePolicy, findPolicyGaps, findTermsGaps } from '#web/policy.ts'
import { startServer } from '#web/server.ts'
import { platformTitles, renderStatus } from '#web/status.ts'
import { createCommands } from './commands/index.ts'
import { createDispatch } from './dispatch.ts'
import { listAway, listConnected } from './list-away.ts'
import { listInstallLinks } from './list-install-links.ts'
import { createOffer, usualOffer } from './offer.ts'
import { createOutbound, type Reach } from './outbound.ts'
import { createPlatforms, type Running } from './platforms.ts'
import { countCalls } from './process/calls-under-way.ts'
import { createLog } from './process/log.ts'
import { renderStartError } from './process/start-error.ts'

/** How long running work may take to end once the process is asked to stop, in milliseconds. */
const patience = 18_000
/** After this long the process ends whatever still hangs: the next one takes it up. Milliseconds. */
const longestStop = 24_000

// What is written on pictures looks alike on every machine: its own fonts would be preferred here and there.
process.env.FONTCONFIG_FILE ??= fileURLToPath(new URL('../core/lettering/fonts.conf', import.meta.url))

const [task, ...words] = process.argv.slice(2)

/** `npm run slack:manifest`: the manifest for how this configuration reaches Slack, by itself on standard output. */
async function printManifest(): Promise<number> {
  const { renderManifest } = await import('./slack/register.ts')
  const { config, secrets } = readConfig(process.env)
  const isPublic = Boolean(process.env.PUBLIC_URL)
  const socketMode = secrets.slackAppToken !== undefined || !isPublic
  const manifest = renderManifest(
    createCommands({
      ...usualOffer,
      ...config.rules,
      models: config.model.kind === 'openai' ? config.model.ids : [],
    }),
    {
      socketMode,
      ...(isPublic && { publicUrl: config.publicUrl }),
    },
  )
  process.stdout.write(`${JSON.stringify(manifest, undefined, 2)}\n`)
  return 0
}

/** `npm run operator -- …`: one command beside the running bot. */
async function operate(): Promise<number> {
  const { runOperator } = await import('./operator/run-operator.ts')
  const { config, secrets } = readConfig(process.env)
  const { stdout, stderr } = process
  const log = createLog({ ...config, logLevel: 'warn' }, false)
  const open = () => wireOperations(config, secrets, log)
  async function tellOfPolicy(version: string) {
    const { mailPolicy } = await import('#web/mails/policy-mail.ts')
    const ports = await wirePorts(config, secrets, log, besideBot)
    const core = createCore({ ...ports, outbound: nobody }, config.rules)
    const mailer = await openMailer(config, secrets, (text) => stderr.write(text))
    try {
      return await mailPolicy({ core, mailer, publicUrl: config.publicUrl, version, log })
    } finally {
      await core.close()
    }
  }
  return await runOperator(words, {
    config,
    secrets,
    open,
    migrate: wireMigrate(config, secrets, log),
    rotateSecret: wireRotateSecret(config, secrets),
    mailPolicy: tellOfPolicy,
    stdout,
    stderr,
  })
}

async function serve(): Promise<number> {
  const end = Promise.withResolvers<void>()
  // Whoever waits for the end hears of it; it may come before anybody does.
  end.promise.catch(() => undefined)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => end.resolve())
  const { config, secrets } = readConfig(process.env)
  const chats = config.discord !== undefined || config.slack !== undefined
  const keepsLog = !chats && Boolean(process.stdin.isTTY && process.stdout.isTTY)
  const log = createLog(config, keepsLog)
  log.info({ ...version }, 'imgsrc bot starts')
  const missing = findPolicyGaps(config)
  if (missing.length > 0) log.warn({ missing }, 'The privacy policy does not say who runs this bot')
  const draft = findTermsGaps(config)
  if (draft.length > 0) log.warn({ missing: draft }, 'The terms are a draft, to which no page links')
  const bot = await assemble(config, secrets, log)
  const { core, running, platforms, calls } = bot
  const app = mount(createSite(bot, keepsLog), running)
  const server = await startServer({ app, port: config.port, log })

  let isStopping = false
  /** What an earlier process left is taken up first: a platform may take minutes to let the bot in, or not do it. */
  async function start(): Promise<void> {
    await core.start()
    await Promise.all(platforms.map((platform) => platform.start()))
    if (isStopping) return
    const away = Object.keys(listAway(platforms))
    const fields = { port: server.port, publicUrl: config.publicUrl, ...(away.length > 0 && { away }) }
    log.info(fields, 'imgsrc bot is running')
    for (const { ended } of running) ended?.then(end.resolve)
  }

  try {
    start().catch(end.reject)
    await end.promise
    return 0
  } finally {
    isStopping = true
    await stop(log, async () => {
      await Promise.all([...platforms.map((platform) => platform.stop()), core.stop(patience)])
      await calls.idle()
      for (const { close } of running) await close?.()
      await server.close(1_000)
      await core.close()
    })
  }
}

/** The core with the platforms that are configured, each tied to the other; nothing runs yet. */
async function assemble(config: Config, secrets: Secrets, log: Log) {
  const ports = await wirePorts(config, secrets, log)
  const reach = Promise.withResolvers<Reach>()
  const { send, ...outbound } = createOutbound(reach.promise, endAtOnce)
  const core = createCore({ ...ports, outbound }, config.rules)
  const commands = createCommands(createOffer(ports, config.rules))
  const { retract } = outbound
  const calls = countCalls(createDispatch({ commands, core, log, now: Date.now, send, retract }))
  const { dispatch } = calls
  const parts = { config, secrets, ports, core, commands, dispatch, env: process.env, log }
  const running = await createPlatforms(parts)
  const platforms = running.map(({ platform }) => platform)
  const mailer = await openMailer(config, secrets, findPrint(running))
  reach.resolve({
    core,
    platforms,
    dispatch,
    linked: createLinkMail({ ...core.preferences, mailer, publicUrl: config.publicUrl }),
    log,
  })
  core.metrics?.watchPlatforms(() => listConnected(platforms))
  core.metrics?.expect({
    commands: commands.map(({ name }) => name),
    platforms: platforms.map(({ name }) => name),
  })
  return { config, secrets, log, core, running, platforms, calls, mailer, retract }
}

/** `keepsLog`: the log is kept in a file, as the privacy policy says. */
function createSite(bot: Awaited<ReturnType<typeof assemble>>, keepsLog: boolean) {
  const { config, secrets, core, platforms, mailer, retract, log } = bot
  const { publicUrl, operator, trustedProxies } = config
  const names = platforms.map(({ name }) => platformTitles[name])
  return createApp({
    core,
    mailer,
    retract,
    log,
    publicUrl,
    operator,
    trustedProxies,
    status: renderStatus(config, names),
    policy: describePolicy(config, names, keepsLog),
    listAway: () => listAway(platforms),
    listInstallLinks: () => listInstallLinks(platforms),
    servesPictures: config.host.kind === 'disk',
    welcomeCredits: config.rules.welcomeCredits,
    metricsToken: secrets.metricsToken,
    version,
  })
}

/** Where text goes that somebody is to read here: beside what they type, where they do. */
function findPrint(running: readonly Running[]): (text: string) => void {
  const beside = running.find(({ print }) => print !== undefined)?.print
  return beside ?? ((text) => void process.stdout.write(text))
}

/** Stopping cleanly would write to a store of the past: whoever works on the new one takes up what this process leaves. */
function endAtOnce({ message }: Error): never {
  process.stderr.write(`imgsrc bot cannot go on: ${message}\n`)
  process.exit(1)
}

/** Slack's own requests carry no cookie and no Origin, so they go past the web module's guards to Slack's. */
function mount(app: ReturnType<typeof createApp>, running: readonly Running[]): Pick<typeof app, 'fetch'> {
  const slack = running.find(({ fetch }) => fetch !== undefined)?.fetch
  if (!slack) return app
  return {
    fetch: (request, ...rest) =>
      new URL(request.url).pathname.startsWith('/slack/') ? slack(request) : app.fetch(request, ...rest),
  }
}

async function stop(log: Log, work: () => Promise<void>): Promise<void> {
  log.info({}, 'Stopping')
  const ended = await Promise.race([work().then(() => true), sleep(longestStop, false, { ref: false })])
  if (ended) log.info({}, 'Stopped')
  else log.warn({}, 'Stopped in the middle of something that hangs: the next process takes it up')
}

async function printVersion(): Promise<number> {
  process.stdout.write(`imgsrc bot ${version.version}, which works on schema version ${version.schema}\n`)
  return 0
}

const tasks: Readonly<Record<string, () => Promise<number>>> = {
  '--version': printVersion,
  operator: operate,
  'slack-manifest': printManifest,
}

// What is kept in the data folder is for this user alone.
process.umask(0o077)
await (tasks[task ?? ''] ?? serve)().then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(renderStartError(error))
    process.exit(1)
  },
)
