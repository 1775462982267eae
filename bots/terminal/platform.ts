/** The terminal as a chat platform: one local person, at a prompt or through a pipe. */
import { hasCode } from '#core/errors.ts'
import type { ChatUser } from '#core/index.ts'
import { readSystemLocale } from '../locale.ts'
import type { Platform, Spoken } from '../platform.ts'
import { traceFault } from '../trace-fault.ts'
import { createActions } from './actions.ts'
import { hearAnswers, questions } from './attributes.ts'
import { renderHalfBlocks } from './half-blocks.ts'
import { openLineHistory } from './line-history.ts'
import { runLines } from './line-mode.ts'
import { makeRoom } from './open.ts'
import type { TerminalOptions } from './options.ts'
import { renderMessage } from './render.ts'
import { usualColumns, usualRows } from './screen.ts'
import { openPrompt } from './typing.ts'
import { addAttributes, createUploads, findScreening, mayTakeSixels } from './uploads.ts'
import { wrapText } from './wrap.ts'

export interface Terminal extends Platform {
  /** Resolves when the input is at its end and answered, or the person has left. */
  ended: Promise<void>
  /** Shows text that is no answer, such as a printed mail, above a line that is being typed. */
  print(text: string): void
}

/** A picture leaves room for the words around it. */
const usualRoom = { columns: 60, rows: 20 }
/** Rows that are left when one is shown as large as can be: what was typed, its words, its places and the prompt. */
const rowsBeside = 8
/** A preview is drawn anew with each turn of what turns, so it is small; and it leaves most of the screen as it was. */
const widestPreview = 32

const findPreviewRoom = ({ columns = usualColumns, rows = usualRows }: TerminalOptions['output']) => ({
  columns: Math.min(columns - 1, widestPreview),
  rows: Math.max(1, Math.min(Math.floor(rows / 3), widestPreview / 2)),
})

export function createTerminal(options: TerminalOptions): Terminal {
  const { core, log, input, output, userName, now } = options
  const interactive = Boolean(input.isTTY && output.isTTY)
  const user: ChatUser = { platform: 'terminal', user: 'local', name: userName }
  const actions = interactive ? createActions() : undefined
  const stopped = new AbortController()
  const ended = Promise.withResolvers<void>()
  const columns = () => (interactive ? (output.columns ?? usualColumns) : undefined)
  const known = interactive ? findScreening(options.env) : {}
  const answers = interactive && mayTakeSixels(options.env) ? hearAnswers(input) : undefined
  const upload = createUploads({
    pictures: core.pictures,
    screening: async () => addAttributes(known, await answers?.read()),
    folder: options.folder,
    pictureFolder: options.pictureFolder,
  })

  const write = (text: string) =>
    new Promise<void>((resolve, reject) => {
      output.write(text, (error) => (error ? reject(error) : resolve()))
    })

  function findRoom(size: 'large' | undefined) {
    const [wide, tall] = [columns() ?? usualColumns, output.rows ?? usualRows]
    if (size === 'large') return { columns: wide, rows: Math.max(1, tall - rowsBeside) }
    return { columns: Math.min(wide, usualRoom.columns), rows: usualRoom.rows }
  }

  const render = async (message: Spoken, size?: 'large') =>
    renderMessage(size === 'large' ? makeRoom(message) : message, {
      styled: interactive,
      now: now(),
      columns: columns(),
      ...(actions && { number: actions.number }),
      ...(await upload(message, findRoom(size))),
    })

  let printText = write
  let print = async (message: Spoken) => await write(`${await render(message)}\n`)

  async function run(): Promise<void> {
    const common = {
      ...options,
      user,
      locale: readSystemLocale(options.env),
      signal: stopped.signal,
      prices: core.prices,
      print,
      render,
      write,
    }
    if (!actions) return await runLines(common)
    const { depth } = known
    const history = await openHistory(options, user)
    const prompt = await openPrompt({
      ...{ ...common, actions, history },
      ...(answers && { input: answers.input, questions }),
      drawPreview: depth && ((picture) => renderHalfBlocks(picture, findPreviewRoom(output), depth)),
    })
    print = prompt.print
    printText = prompt.printText
    await prompt.left
    await history?.keep('')
  }

  return {
    name: 'terminal',
    ended: ended.promise,
    async start() {
      await core.accounts.openAccount(user)
      // A reader that went away (`| head`) must not take the process with it: writing rejects, and so does the reply.
      output.on('error', () => stopped.abort())
      run()
        .catch((error) => log.error({ fault: traceFault(error) }, 'The terminal could not be read'))
        .finally(ended.resolve)
    },
    async stop() {
      stopped.abort()
      ended.resolve()
    },
    print: (text) =>
      void printText(wrapText(text.endsWith('\n') ? text : `${text}\n`, columns())).catch(() => undefined),
    send: async (_origin, _user, message) => await print(message),
  }
}

/** Of the account that the person at the terminal has now. */
async function openHistory({ historyFile, commands, core }: TerminalOptions, user: ChatUser) {
  if (historyFile === undefined) return undefined
  async function findOwner() {
    try {
      return (await core.accounts.requireAccount(user)).id
    } catch (error) {
      if (hasCode(error, 'not-linked')) return undefined
      throw error
    }
  }
  return await openLineHistory({ file: historyFile, commands, findOwner })
}
