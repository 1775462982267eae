/** Runs the bot as shipped: its own process, its own data folder, its own port. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { text } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'

const { PATH = '', HOME = '', NODE_COMPILE_CACHE } = process.env
/** The environment of a program that is told nothing. */
export const bare = { PATH, HOME, ...(NODE_COMPILE_CACHE && { NODE_COMPILE_CACHE }) }

export interface Outcome {
  code: number | null
  stdout: string
  stderr: string
}

export interface ProgramOptions {
  /** Added to an otherwise bare environment. */
  env: Record<string, string>
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
export function startProgram({ env, args = [] }: ProgramOptions): ChildProcessWithoutNullStreams {
  const program = spawn(process.execPath, ['bots/main.ts', ...args], { env: { ...bare, ...env } })
  onTestFinished(() => void program.kill('SIGKILL'))
  return program
}

/** Gives it these lines on standard input and waits for its end. */
export async function runProgram(lines: readonly string[], options: ProgramOptions): Promise<Outcome> {
  const program = startProgram(options)
  const outputs = Promise.all([text(program.stdout), text(program.stderr)])
  program.stdin.on('error', () => undefined)
  program.stdin.end(lines.map((line) => `${line}\n`).join(''))
  const [code] = (await once(program, 'exit')) as [number | null]
  const [stdout, stderr] = await outputs
  return { code, stdout, stderr }
}
