/** The one entry: reads the configuration, wires the parts, starts whatever is configured, stops cleanly. */
import { enableCompileCache } from 'node:module'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Log } from '#core/index.ts'
import type { Platform } from './platform.ts'
import type { Running } from './platforms.ts'

// What is kept in the data folder is for this user alone.
process.umask(0o077)
// What is compiled is kept there at the end, for the next start, which is much shorter then; elsewhere somebody else
// might change what runs. Hence no file of our own is imported before.
enableCompileCache(join(process.env.DATA_DIR || './data', 'compiled'))

const { readConfig } = await import('#core/config.ts')
const { createCore } = await import('#core/index.ts')
const { wireOperations, wirePorts } = await import('#core/wire.ts')
const { createApp } = await import('#web/app.ts')
const { openMailer } = await import('#web/open-mailer.ts')
const { startServer } = await import('#web/server.ts')
const { renderStatus } = await import('#web/status.ts')
const { countCalls } = await import('./calls-under-way.ts')
const { commands } = await import('./commands/index.ts')
const { createDeliver, createRetract, createSend } = await import('./deliver.ts')
const { createDispatch } = await import('./dispatch.ts')
const { createLog } = await import('./log.ts')
const { createPlatforms } = await import('./platforms.ts')
const { renderStartError } = await import('./start-error.ts')
const { createTellCredited } = await import('./tell-credited.ts')

/** How long running work may take to end once the process is asked to stop, in milliseconds. */
const patience = 18_000
/** After this long the process ends whatever still hangs: the next one takes it up. Milliseconds. */
const longestStop = 24_000

const [task, ...words] = process.argv.slice(2)

/** `npm run slack:manifest`: the manifest for how this configuration reaches Slack, by itself on standard output. */
async function printManifest(): Promise<number> {
  const { renderManifest } = await import('./slack/register.ts')
  const { config, secrets } = readConfig(process.env)
  const isPublic = Boolean(process.env.PUBLIC_URL)
  const socketMode = secrets.slackAppToken !== undefined || !isPublic
  const manifest = renderManifest(commands, { socketMode, ...(isPublic && { publicUrl: config.publicUrl }) })
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
    const core = createCore(await wirePorts(config, secrets, log), config.rules)
    const mailer = await openMailer(config, secrets, (text) => stderr.write(text))
    try {
      return await mailPolicy({ core, mailer, publicUrl: config.publicUrl, version, log })
    } finally {
      await core.close()
    }
  }
  return await runOperator(words, { config, secrets, open, mailPolicy: tellOfPolicy, stdout, stderr })
}

async function serve(): Promise<number> {
  const end = Promise.withResolvers<void>()
  // Whoever waits for the end hears of it; it may come before anybody does.
  end.promise.catch(() => undefined)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => end.resolve())
  const { config, secrets } = readConfig(process.env)
  const chats = config.discord !== undefined || config.slack !== undefined
  const log = createLog(config, !chats && Boolean(process.stdin.isTTY && process.stdout.isTTY))
  const ports = await wirePorts(config, secrets, log)
  const core = createCore(ports, config.rules)
  const platforms: Platform[] = []
  const calls = countCalls(
    createDispatch({
      commands,
      core,
      log,
      now: Date.now,
      send: createSend(platforms),
      retract: createRetract(platforms),
    }),
  )
  const running = await createPlatforms({
    config,
    secrets,
    ports,
    core,
    commands,
    dispatch: calls.dispatch,
    onFatal: end.reject,
    env: process.env,
    log,
  })
  platforms.push(...running.map(({ platform }) => platform))

  const app = createApp({
    core,
    status: renderStatus(
      config,
      platforms.map(({ name }) => name),
    ),
    publicUrl: config.publicUrl,
    log,
    servesPictures: config.host.kind === 'disk',
    mailer: await openMailer(config, secrets, (text) => process.stdout.write(text)),
    operator: config.operator,
    trustedProxies: config.trustedProxies,
    welcomeCredits: config.rules.welcomeCredits,
    metricsToken: secrets.metricsToken,
  })
  const server = await startServer({ app: mount(app, running), port: config.port, log })

  /** What an earlier process left is taken up first: a platform may take minutes to let the bot in, or not do it. */
  async function start(): Promise<void> {
    await core.start(createDeliver({ core, platforms }), createTellCredited({ core, platforms }))
    await Promise.all(platforms.map((platform) => platform.start()))
    log.info({ port: server.port, publicUrl: config.publicUrl }, 'imgsrc bot is running')
    for (const { ended } of running) ended?.then(end.resolve)
  }

  try {
    start().catch(end.reject)
    await end.promise
    return 0
  } finally {
    await stop(log, async () => {
      await Promise.all([...platforms.map((platform) => platform.stop()), core.stop(patience)])
      await calls.idle()
      for (const { close } of running) await close?.()
      await server.close(1_000)
      await core.close()
    })
  }
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

const tasks: Readonly<Record<string, () => Promise<number>>> = {
  operator: operate,
  'slack-manifest': printManifest,
}

await (tasks[task ?? ''] ?? serve)().then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(renderStartError(error))
    process.exit(1)
  },
)
