/** Keeps a prompt that is being typed at, status lines below it, and printed text above it apart. */
import type { Interface } from 'node:readline'
import { clearScreenDown, cursorTo, moveCursor } from 'node:readline'
import type { Writable } from 'node:stream'
import { cutToWidth, measureWidth } from '../width.ts'

export interface Screen {
  /** Prints above the prompt. */
  print(text: string): void
  /** Shows these lines below the prompt, instead of those before, and below them the lines of a picture where there is room. */
  showStatus(lines: readonly string[], picture?: readonly string[]): void
  /** To be called when a line was entered: the cursor is where the status lines were. */
  enter(): void
  /** Leaves the cursor below all of it; nothing may be shown after this. */
  leave(): void
}

/** A row further down, in the same column (ECMA-48, IND; DEC's DECSC and DECRC). */
const down = '\u001bD'
const keepPlace = '\u001b7'
const findPlace = '\u001b8'

/** Where the output does not say how wide it is. */
export const usualColumns = 80
export const usualRows = 24

/** The environment variables by which terminals tell what becomes of lines when their width changes. */
export type WidthVariables = Readonly<Partial<Record<'TERM' | 'TMUX' | 'STY' | 'XTERM_VERSION', string>>>

/** Most break the lines they show anew; xterm, st and screen leave them as they are. */
export const breaksAnew = ({ TERM = '', TMUX, STY, XTERM_VERSION }: WidthVariables): boolean =>
  Boolean(TMUX) || !(STY || XTERM_VERSION || /^st(-|$)/.test(TERM))

export function createScreen(
  prompt: Interface,
  output: Writable & { columns?: number; rows?: number },
  variables: WidthVariables = {},
): Screen {
  let status: readonly string[] = []
  let picture: readonly string[] = []
  const columns = () => output.columns ?? usualColumns

  // Readline goes up by the rows that the line took before.
  if (breaksAnew(variables))
    output.prependListener('resize', () => Object.assign(prompt, { prevRows: prompt.getCursorPos().rows }))

  function drawStatus(): void {
    // While somebody edits the middle of a line that may be several rows tall, its last row is unknown.
    const atEnd = prompt.cursor === prompt.line.length
    if (status.length === 0 || (!atEnd && measureWidth(prompt.getPrompt() + prompt.line) >= columns())) return
    const lines = [...status.map((line) => cutToWidth(line, columns() - 1)), ...listFitting()]
    // Room for them first, so that the place to come back to stays where it is: nothing here rests on how wide the terminal was.
    const room = `${down.repeat(lines.length)}\u001b[${lines.length}A`
    output.write(`${room}${keepPlace}\r\n\u001b[0J${lines.join('\r\n')}${findPlace}`)
  }

  /** The picture, unless it is wider than what there is, or something would leave the screen at the top for it. */
  function listFitting(): readonly string[] {
    const above = prompt.getCursorPos().rows + 1 + status.length
    const fits = above + picture.length <= (output.rows ?? usualRows)
    return fits && picture.every((line) => measureWidth(line) < columns()) ? picture : []
  }

  /** Puts text where the prompt was and the prompt below it. */
  function redraw(text: string): void {
    const { rows } = prompt.getCursorPos()
    cursorTo(output, 0)
    moveCursor(output, 0, -rows)
    clearScreenDown(output)
    output.write(text)
    // Readline goes up by the rows it remembers, which are wrong after a paste; the cursor is in place already.
    Object.assign(prompt, { prevRows: 0 })
    prompt.prompt(true)
    drawStatus()
  }

  return {
    print: redraw,
    showStatus(lines, shown = []) {
      const cleared = lines.length === 0 && status.length > 0
      status = lines
      picture = shown
      if (cleared) redraw('')
      else drawStatus()
    },
    enter() {
      clearScreenDown(output)
      prompt.prompt()
      drawStatus()
    },
    leave() {
      output.write('\r\n')
      clearScreenDown(output)
    },
  }
}
