/** The program in a real terminal, as tmux is one: keys in, screens out. */
import { execFileSync, spawnSync } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { onTestFinished } from 'vitest'
import { bare, findFreePort } from '#tests/program.ts'
import { createFolder } from '#tests/temporary-folder.ts'

export const hasTmux = spawnSync('tmux', ['-V']).status === 0

export type Screen = Awaited<ReturnType<typeof openScreen>>

/** How long a screen may take to come to show something, in milliseconds: a start of the program is among it. */
const patience = 20_000

/** Starts the program on a screen of its own, which ends with the test; resolves when somebody can type. */
export async function openScreen(columns: number, given: Record<string, string> = {}, rows = 30) {
  const socket = `${createFolder()}/tmux`
  const port = given.PORT ?? String(await findFreePort())
  const env: Record<string, string> = {
    ...{ ...bare, TERM: 'tmux-256color', COLORTERM: 'truecolor', LANG: 'en_US.UTF-8' },
    ...{ DATA_DIR: createFolder(), PORT: port, ...given },
  }
  const tmux = (...words: string[]) =>
    execFileSync('tmux', ['-u', '-S', socket, '-f', '/dev/null', ...words], { encoding: 'utf8' })
  const variables = Object.entries(env).map(([name, value]) => `${name}=${value}`)
  const size = ['-x', String(columns), '-y', String(rows)]
  tmux('new-session', '-d', ...size, 'env', '-i', ...variables, process.execPath, 'bots/main.ts')
  onTestFinished(() => void spawnSync('tmux', ['-S', socket, 'kill-server']))

  /** Its lines, without the empty ones at the end. */
  const read = () => tmux('capture-pane', '-p').trimEnd().split('\n')

  /** With what has left it at the top. */
  const readAll = () => tmux('capture-pane', '-p', '-S', '-').trimEnd().split('\n')

  /** Waits until the screen is such; answers with it. */
  async function waitFor(isSuch: (lines: string[]) => boolean): Promise<string[]> {
    const late = AbortSignal.timeout(patience)
    for (;;) {
      const lines = read()
      if (isSuch(lines)) return lines
      if (late.aborted) throw new Error(`The screen never was as ${isSuch} asks:\n${lines.join('\n')}`)
      await sleep(20)
    }
  }
  const sees = (pattern: RegExp) => waitFor((lines) => pattern.test(lines.join('\n')))

  await sees(/^imgsrc>$/m)
  return {
    ...{ waitFor, sees, read, readAll, url: `http://localhost:${port}`, folder: env.DATA_DIR ?? '' },
    /** Colours and all. */
    readStyled: () => tmux('capture-pane', '-p', '-e'),
    type: (text: string) => void tmux('send-keys', '-l', text),
    /** Such as `Enter` or `C-u`. */
    press: (key: string) => void tmux('send-keys', key),
    /** Resolves when the program has heard of it, which tmux tells a little later. */
    async resize(width: number) {
      tmux('resize-window', '-x', String(width))
      while (!findSize(tmux).endsWith(` ${width}`)) await sleep(20)
    },
  }
}

/** Rows and columns, as the program would find them. */
function findSize(tmux: (...words: string[]) => string): string {
  const tty = tmux('display-message', '-p', '#{pane_tty}').trim()
  return execFileSync('sh', ['-c', 'stty size <"$0"', tty], { encoding: 'utf8' }).trim()
}
