/** Runs the bot as shipped: its own process, its own data folder, its own port. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { text } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'
import { createFolder } from './temporary-folder.ts'

const { PATH = '', HOME = '', NODE_COMPILE_CACHE } = process.env
/** The environment of a program that is told nothing. */
export const bare = { PATH, HOME, ...(NODE_COMPILE_CACHE && { NODE_COMPILE_CACHE }) }

export interface Outcome {
  code: number | null
  stdout: string
  stderr: string
}

export interface ProgramOptions {
  /** Added to an otherwise bare environment with a data folder and a port of its own. */
  env?: Record<string, string>
  /** What stands after the program's name. */
  args?: readonly string[]
}

/** A port that nothing listens on. */
export async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address !== null ? address.port : 0
}

/** Starts it; it is killed when the test ends. */
export async function startProgram({
  env,
  args = [],
}: ProgramOptions): Promise<ChildProcessWithoutNullStreams> {
  const place = { DATA_DIR: env?.DATA_DIR ?? createFolder(), PORT: env?.PORT ?? String(await findFreePort()) }
  const program = spawn(process.execPath, ['bots/main.ts', ...args], { env: { ...bare, ...env, ...place } })
  onTestFinished(() => void program.kill('SIGKILL'))
  return program
}

export type Bot = Awaited<ReturnType<typeof startBot>>

/** Starts it as the bot, with what it logs; its terminal waits for lines. */
export async function startBot(env: Record<string, string> = {}) {
  const port = env.PORT ?? String(await findFreePort())
  const program = await startProgram({ env: { ...env, PORT: port } })
  let log = ''
  program.stderr.setEncoding('utf8').on('data', (more: string) => {
    log += more
  })
  const exited = once(program, 'exit') as Promise<[number | null, string | null]>
  async function ask(path: string, headers: Record<string, string> = {}) {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, { headers })
    return [answer.status, await answer.json()] as const
  }
  return {
    ...{ program, port, exited, ask },
    read: () => log,
    /** Waits for these words in its log; rejects when it ends before. */
    async says(words: string) {
      const fail = () => Promise.reject(new Error(`It ended: ${log}`))
      while (!log.includes(words)) await Promise.race([once(program.stderr, 'data'), exited.then(fail)])
    },
    /** Asks it to stop; answers with its exit code. */
    async stop() {
      program.kill('SIGTERM')
      return (await exited)[0]
    },
  }
}

/** Starts it, and waits until it runs. */
export async function bootBot(env: Record<string, string> = {}): Promise<Bot> {
  const bot = await startBot(env)
  await bot.says('imgsrc bot is running')
  return bot
}

/** Gives it these lines on standard input and waits for its end. */
export async function runProgram(lines: readonly string[], options: ProgramOptions = {}): Promise<Outcome> {
  const program = await startProgram(options)
  const outputs = Promise.all([text(program.stdout), text(program.stderr)])
  program.stdin.on('error', () => undefined)
  program.stdin.end(lines.map((line) => `${line}\n`).join(''))
  const [code] = (await once(program, 'exit')) as [number | null]
  const [stdout, stderr] = await outputs
  return { code, stdout, stderr }
}
