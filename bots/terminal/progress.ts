/** What is under way, below the prompt: something that turns, and the newest preview there is. */
import type { Message } from '../platform.ts'
import { renderStatus } from './render.ts'
import type { Screen } from './screen.ts'

/** What turns while a picture is drawn, and how long each step lasts in milliseconds. */
const spinner = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏']
const spinnerStep = 120

const statusLinesShown = 6

interface UnderWay {
  message: Message
  /** Its lines as drawn last. */
  preview?: readonly string[] | undefined
}

export interface ProgressOptions {
  screen: Screen
  /** Milliseconds since 1970. */
  now: () => number
  /** Line by line; undefined for what cannot be shown. Absent where no picture can. */
  drawPreview?: ((picture: Uint8Array) => Promise<readonly string[] | undefined>) | undefined
}

export function createProgress({ screen, now, drawPreview }: ProgressOptions) {
  const underWay = new Map<string, UnderWay>()
  /** The bytes of each one's newest: a slower one before it is not shown. */
  const newest = new Map<string, Uint8Array>()
  let timer: NodeJS.Timeout | undefined
  let isOpen = true

  const turn = () => {
    const frame = spinner[Math.floor(now() / spinnerStep) % spinner.length]
    const all = [...underWay.values()]
    const look = { styled: false, now: now() }
    const lines = all
      .slice(0, statusLinesShown)
      .map(({ message }) => `${frame} ${renderStatus(message, look)}`)
    screen.showStatus(lines, all.findLast(({ preview }) => preview !== undefined)?.preview)
  }
  const rest = () => {
    clearInterval(timer)
    timer = undefined
  }

  /** The one before stays until it is drawn. */
  async function addPreview(id: string, { blocks }: Message): Promise<void> {
    const block = blocks.find(({ kind }) => kind === 'preview')
    if (!drawPreview || block?.kind !== 'preview') return
    newest.set(id, block.picture)
    const preview = await drawPreview(block.picture)
    const shown = underWay.get(id)
    if (!isOpen || preview === undefined || !shown || newest.get(id) !== block.picture) return
    shown.preview = preview
    turn()
  }

  return {
    list: () => [...underWay.values()].map(({ message }) => message),
    show(id: string, message: Message | undefined) {
      if (!isOpen) return
      if (message) {
        underWay.set(id, { message, preview: underWay.get(id)?.preview })
        void addPreview(id, message)
      } else if (!underWay.delete(id)) return
      else newest.delete(id)
      turn()
      if (underWay.size === 0) rest()
      else timer ??= setInterval(turn, spinnerStep)
    },
    stop() {
      isOpen = false
      rest()
    },
  }
}
