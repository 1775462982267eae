/** One run of the program in a terminal that is a pipe: lines in, answers out. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import { findFreePort } from '#tests/program.ts'

export interface Session {
  /** Types a line; answers with what matches in what is said after it. */
  ask(line: string, pattern: RegExp): Promise<string>
  /** Types a line; answers with all that is said until nothing more is. */
  askAll(line: string): Promise<string>
  /** What matches in what is said from now on. */
  expect(pattern: RegExp): Promise<string>
  end(): Promise<void>
}

/** Milliseconds of silence after which an answer has ended. */
const silence = 1_500

/** `data`: its folder, made if there is none. */
export async function startSession(data: string): Promise<Session> {
  const { PATH = '', HOME = '' } = process.env
  const port = String(await findFreePort())
  const env = { PATH, HOME, LANG: 'en_GB.UTF-8', DATA_DIR: data, PORT: port, WELCOME_CREDITS: '1000' }
  const program = spawn(process.execPath, ['bots/main.ts'], { env, stdio: ['pipe', 'pipe', 'ignore'] })
  let said = ''
  program.stdout.on('data', (chunk) => {
    said += String(chunk)
  })

  async function expectAfter(from: number, pattern: RegExp): Promise<string> {
    for (;;) {
      const [found] = pattern.exec(said.slice(from)) ?? []
      if (found !== undefined) return found
      await once(program.stdout, 'data')
    }
  }

  return {
    expect: (pattern) => expectAfter(said.length, pattern),
    async ask(line, pattern) {
      const from = said.length
      program.stdin.write(`${line}\n`)
      return await expectAfter(from, pattern)
    },
    async askAll(line) {
      const from = said.length
      program.stdin.write(`${line}\n`)
      for (let length = -1; length !== said.length || length === from; ) {
        length = said.length
        await setTimeout(silence)
      }
      return said.slice(from)
    },
    async end() {
      program.stdin.end()
      await once(program, 'exit')
    },
  }
}
