/** The bot as shipped, in a process that can be killed, and what its log says of how it started. */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { findFreePort } from '#tests/program.ts'

export interface Program {
  /** Where its web module listens. */
  port: string
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

/** What makes a process believe itself on a machine of its own: its host's name, and its set of process ids. */
const elsewhere = [
  ...['unshare', '--uts', '--pid', '--fork', '--kill-child=SIGKILL', '--mount-proc'],
  ...['sh', '-c', 'hostname elsewhere && exec "$0" "$@"'],
]

/** Whether this system lets a process be on a machine of its own. */
export function canStartElsewhere(): boolean {
  const [command = '', ...args] = [...elsewhere, 'true']
  return spawnSync(command, args).status === 0
}

/** `isElsewhere`: on another machine than its likes, for all it can tell. */
export async function startProgram(env: Record<string, string>, isElsewhere = false): Promise<Program> {
  const port = String(await findFreePort())
  const startedAt = Date.now()
  const bot = [process.execPath, 'bots/main.ts']
  const [command = '', ...args] = isElsewhere ? [...elsewhere, ...bot] : bot
  const child = spawn(command, args, {
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
    port,
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
