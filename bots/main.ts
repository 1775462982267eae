/** The one entry: reads the configuration, wires the parts, starts whatever is configured, stops cleanly. */
import { randomUUID } from 'node:crypto'
import { userInfo } from 'node:os'
import { readConfig } from '#core/config.ts'
import { createCore } from '#core/index.ts'
import { wirePorts } from '#core/wire.ts'
import { createApp } from '#web/app.ts'
import { startServer } from '#web/server.ts'
import { renderStatus } from '#web/status.ts'
import { countCalls } from './calls-under-way.ts'
import { commands } from './commands/index.ts'
import { createDeliver, createSend } from './deliver.ts'
import { createDispatch } from './dispatch.ts'
import { createLog } from './log.ts'
import type { Platform } from './platform.ts'
import { renderStartError } from './start-error.ts'

/** How long running work may take to end once the process is asked to stop, in milliseconds. */
const patience = 20_000

async function run(): Promise<void> {
  const { config, secrets } = readConfig(process.env)
  const interactive = Boolean(process.stdin.isTTY && process.stdout.isTTY)
  const log = createLog(config, interactive)
  const ports = await wirePorts(config, secrets, log)
  const core = createCore(ports, config.rules)
  const platforms: Platform[] = []
  const calls = countCalls(
    createDispatch({ commands, core, log, now: Date.now, send: createSend(platforms) }),
  )

  const { createTerminal } = await import('./terminal/platform.ts')
  const terminal = createTerminal({
    dispatch: calls.dispatch,
    commands,
    core,
    log,
    input: process.stdin,
    output: process.stdout,
    env: process.env,
    userName: userInfo().username,
    createCallId: () => `terminal:${randomUUID()}`,
    now: Date.now,
  })
  platforms.push(terminal)

  const app = createApp({
    core,
    status: renderStatus(
      config,
      platforms.map(({ name }) => name),
    ),
    publicUrl: config.publicUrl,
    log,
    servesPictures: config.host.kind === 'disk',
  })
  const server = await startServer({ app, port: config.port, log })

  const asked = Promise.withResolvers<void>()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => asked.resolve())
  for (const platform of platforms) await platform.start()
  await core.start(createDeliver({ core, platforms }))
  log.info({ port: server.port, publicUrl: config.publicUrl }, 'imgsrc bot is running')

  await Promise.race([terminal.ended, asked.promise])
  log.info({}, 'Stopping')
  for (const platform of platforms) await platform.stop()
  await core.stop(patience)
  await calls.idle()
  await server.close(1_000)
  await core.close()
}

run().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(renderStartError(error))
    process.exit(1)
  },
)
