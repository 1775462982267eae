/** A program in a process of its own, with what it takes: time until it is ready, memory, processor time. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'

export interface Child {
  process: ChildProcess
  /** Milliseconds from its start. */
  readyAfter: number
  /** Bytes in memory now, as the kernel counts them. */
  readMemory(): number
  /** The most bytes in memory since the last call of it, or since the start. */
  takePeak(): number
  /** Milliseconds of processor time since the start, of all its threads. */
  readCpu(): number
  kill(): Promise<void>
}

export interface ChildOptions {
  env: Record<string, string>
  /** What it writes once it is ready. */
  ready: string
}

/** Resolves once it is ready; rejects with what it wrote when it ends before. */
export async function startChild(file: string, { env, ready }: ChildOptions): Promise<Child> {
  const began = performance.now()
  const child = spawn(process.execPath, [file], {
    env: { PATH: process.env.PATH ?? '', ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  await waitFor(child, ready)
  const readyAfter = performance.now() - began
  const proc = `/proc/${child.pid}`
  return {
    process: child,
    readyAfter,
    readMemory: () => readStatus(proc, 'VmRSS'),
    takePeak() {
      const peak = readStatus(proc, 'VmHWM')
      // proc(5): 5 sets the peak to what is in memory now.
      writeFileSync(`${proc}/clear_refs`, '5')
      return peak
    },
    readCpu: () =>
      readdirSync(`${proc}/task`)
        .map((thread) => Number(readFileSync(`${proc}/task/${thread}/schedstat`, 'utf8').split(' ')[0]))
        .reduce((sum, nanoseconds) => sum + nanoseconds / 1e6, 0),
    async kill() {
      const ended = once(child, 'exit')
      child.kill('SIGKILL')
      await ended
    },
  }
}

async function waitFor(child: ChildProcess, words: string): Promise<void> {
  let written = ''
  await new Promise<void>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        written += text
        if (written.includes(words)) resolve()
      })
    }
    child.once('exit', () => reject(new Error(written)))
  })
}

/** In bytes; the kernel writes kB. */
function readStatus(proc: string, field: string): number {
  const status = readFileSync(`${proc}/status`, 'utf8')
  return Number(new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(status)?.[1]) * 1024
}
