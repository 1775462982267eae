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
  /** Resolves once it has written that; what came before is forgotten then. */
  says(words: string): Promise<void>
  kill(): Promise<void>
  /** Asks it to stop. */
  stop(): Promise<void>
}

export interface ChildOptions {
  env: Record<string, string>
  /** What it writes once it is ready. */
  ready: string
}

const running = new Set<ChildProcess>()
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL')
})

/** Nothing of it outlives this process. Resolves once it is ready; rejects with what it wrote when it ends before. */
export async function startChild(file: string, { env, ready }: ChildOptions): Promise<Child> {
  const began = performance.now()
  const child = spawn(process.execPath, [file], {
    env: { PATH: process.env.PATH ?? '', ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  running.add(child)
  child.once('exit', () => running.delete(child))
  const says = listen(child)
  await says(ready)
  const readyAfter = performance.now() - began
  const proc = `/proc/${child.pid}`
  return {
    process: child,
    readyAfter,
    says,
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
    kill: () => end(child, 'SIGKILL'),
    stop: () => end(child, 'SIGTERM'),
  }
}

async function end(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
  const ended = once(child, 'exit')
  child.kill(signal)
  await ended
}

/** Answers with what waits until it writes some words; rejects with what it wrote when it ends before. */
function listen(child: ChildProcess): Child['says'] {
  const changes = new EventTarget()
  let written = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      written += text
      changes.dispatchEvent(new Event('change'))
    })
  }
  child.once('exit', () => changes.dispatchEvent(new Event('change')))
  return async (words) => {
    while (!written.includes(words)) {
      if (child.exitCode !== null) throw new Error(written)
      await once(changes, 'change')
    }
    written = ''
  }
}

/** In bytes; the kernel writes kB. */
function readStatus(proc: string, field: string): number {
  const status = readFileSync(`${proc}/status`, 'utf8')
  return Number(new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(status)?.[1]) * 1024
}
