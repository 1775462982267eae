/** The bot as shipped, run for somebody with a browser: what it prints, the mails among it, and its log. */
import { once } from 'node:events'
import { findFreePort, startProgram } from '#tests/program.ts'

export interface Bot {
  url: string
  /** Types a line at its terminal. */
  type(line: string): void
  /** Waits for what it prints, mails included, to match; the groups' last match since the start. */
  printed(pattern: RegExp): Promise<string[]>
  /** Waits for a mail to that address whose subject has this and whose text matches, and gives the text. */
  mail(to: string, subject: string, text?: RegExp): Promise<string>
  /** All that it wrote to its log so far. */
  readLog(): string
  /** Asks it to stop; resolves with its exit code. */
  stop(): Promise<number | null>
}

/** How long each thing it is to write may take, in milliseconds. */
const patience = 20_000

/** Resolves once it runs. `env` is added to a data folder and a port of its own. */
export async function startBot(env: Record<string, string>): Promise<Bot> {
  const port = await findFreePort()
  const program = await startProgram({ env: { PORT: String(port), ...env } })
  const written = { stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'] as const) {
    program[name].setEncoding('utf8').on('data', (text: string) => {
      written[name] += text
    })
  }

  /** Looks again at everything written. Rejects when the program ends first, or writes nothing like it for long. */
  async function find(stream: keyof typeof written, pattern: RegExp): Promise<string[]> {
    const late = AbortSignal.timeout(patience)
    for (;;) {
      const found = [...written[stream].matchAll(new RegExp(pattern, 'gs'))].at(-1)
      if (found) return [...found]
      if (program.exitCode !== null) throw new Error(`It ended: ${written.stderr}`)
      const looking = new AbortController()
      const signal = AbortSignal.any([looking.signal, late])
      await Promise.race([
        once(program[stream], 'data', { signal }),
        once(program, 'exit', { signal }),
      ]).catch((cause) => {
        throw new Error(`Nothing like ${pattern} came: ${written[stream].slice(-2_000)}`, { cause })
      })
      looking.abort()
    }
  }

  await find('stderr', /imgsrc bot is running/)
  return {
    url: `http://localhost:${port}`,
    type: (line) => void program.stdin.write(`${line}\n`),
    printed: (pattern) => find('stdout', pattern),
    async mail(to, subject, text = /./) {
      const mails = new RegExp(
        `To: ${literally(to)}\\nSubject: [^\\n]*${literally(subject)}((?:(?!\\n---).)*${text.source}(?:(?!\\n---).)*)\\n---`,
      )
      return (await find('stdout', mails))[1] ?? ''
    },
    readLog: () => written.stderr,
    async stop() {
      program.kill('SIGTERM')
      const [code] = (await once(program, 'exit')) as [number | null]
      return code
    },
  }
}

const literally = (text: string) => text.replace(/[^\w ]/g, '\\$&')
