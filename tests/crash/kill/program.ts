/** The bot as shipped, in a process that can be killed, and what its log says of how it started. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { findFreePort } from '#tests/program.ts'

export interface Program {
  /** Resolves once it runs; with false when it ends before. */
  running: Promise<boolean>
  /** Milliseconds from its start until it took up the first of what an earlier one left; undefined when it has not. */
  findRecovery(): number | undefined
  kill(): Promise<void>
  /** Asks it to stop; answers with its exit code. */
  stop(): Promise<number | null>
  /** The log so far, for whoever must explain a failure. */
  read(): string
}

export async function startProgram(env: Record<string, string>): Promise<Program> {
  const port = String(await findFreePort())
  const startedAt = Date.now()
  const child = spawn(process.execPath, ['bots/main.ts'], {
    env: { ...env, PORT: port },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const exited = once(child, 'exit') as Promise<[number | null]>
  const { promise: running, resolve } = Promise.withResolvers<boolean>()
  let log = ''
  let recovery: number | undefined
  void exited.then(() => resolve(false))

  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    log += text
    if (log.includes('imgsrc bot is running')) resolve(true)
    const line = recovery === undefined && log.split('\n').find((each) => each.includes('Taking up'))
    const time = line ? /"time":(\d+)/.exec(line)?.[1] : undefined
    if (time !== undefined) recovery = Number(time) - startedAt
  })

  return {
    running,
    findRecovery: () => recovery,
    async kill() {
      child.kill('SIGKILL')
      await exited
    },
    async stop() {
      child.kill('SIGTERM')
      const [code] = await exited
      return code
    },
    read: () => log,
  }
}
