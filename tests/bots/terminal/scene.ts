/** A terminal on streams of memory, in front of a dispatch that the test plays. */
import { PassThrough } from 'node:stream'
import { commands } from '#bots/commands/index.ts'
import type { Dispatch, GivenCall } from '#bots/platform.ts'
import { createTerminal } from '#bots/terminal/platform.ts'
import { createFolder } from '#tests/temporary-folder.ts'
import { createAnsweringCore, say } from '../calls.ts'
import { createRecordedLog } from '../recorded-log.ts'

export interface SceneOptions {
  dispatch: Dispatch
  tty?: boolean
  env?: Record<string, string>
  /** What the host answers for any picture. */
  picture?: Uint8Array<ArrayBuffer>
  /** Where files are put. */
  folder?: string
  /** Where typed lines are kept. */
  historyFile?: string
  /** What the terminal answers when it is asked what it can show. */
  answers?: string
}

export function createScene({
  dispatch,
  tty = false,
  env = {},
  picture,
  folder = createFolder(),
  historyFile,
  answers = '\u001b[?62;22c',
}: SceneOptions) {
  const { core } = createAnsweringCore()
  const { log, lines } = createRecordedLog()
  const opened: string[] = []
  const input = Object.assign(new PassThrough(), { isTTY: tty })
  const output = Object.assign(new PassThrough(), { isTTY: tty, columns: 80 })
  let written = ''
  const waits = new Set<() => void>()
  output.setEncoding('utf8').on('data', (text: string) => {
    written += text
    if (text.includes('\u001b[c')) input.write(answers)
    for (const wake of waits) wake()
  })
  let calls = 0
  const terminal = createTerminal({
    dispatch,
    commands,
    core: {
      accounts: {
        ...core.accounts,
        openAccount: async ({ user, name }) => {
          opened.push(`${user} ${name}`)
          return { id: 'account-1', createdAt: 0 }
        },
      },
      prices: core.prices,
      pictures: { read: async () => picture && { bytes: picture, mime: 'image/png' } },
    },
    log,
    input,
    output,
    env,
    folder,
    ...(historyFile !== undefined && { historyFile }),
    userName: 'ada',
    createCallId: () => `terminal:${++calls}`,
    now: () => 12_400,
  })
  /** Resolves when the output holds this text. */
  const shows = (text: string) =>
    new Promise<void>((resolve) => {
      const look = () => {
        if (!written.includes(text)) return
        waits.delete(look)
        resolve()
      }
      waits.add(look)
      look()
    })
  return { terminal, input, output, opened, lines, shows, read: () => written }
}

/** Answers each call with its command and options, after remembering it. */
export function createEcho(): { dispatch: Dispatch; calls: GivenCall[] } {
  const calls: GivenCall[] = []
  return {
    calls,
    dispatch: async (call) => {
      calls.push(call)
      await call.reply.finish(say(`did ${call.command} ${JSON.stringify(call.options)}`))
      return undefined
    },
  }
}
