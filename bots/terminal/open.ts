/** `/open`: shows a picture again, as large as the terminal can. */
import type { Press, Spoken } from '../platform.ts'
import type { Actions } from './actions.ts'

const opening = /^\s*\/open(?!\S)/i

/** What the line asks to see, by its id or by the number of anything that can be pressed below it; undefined where it asks for something else. */
export function findOpened(line: string, find: Actions['find'] = () => undefined): Press | undefined {
  const [start] = opening.exec(line) ?? []
  if (start === undefined) return undefined
  const named = line.slice(start.length).trim()
  const id = find(named)?.options.id ?? named
  return { command: 'show', options: named === '' ? {} : { id: String(id) } }
}

/** The message with nothing that takes the picture's room; as it is where it shows none. */
export function makeRoom(message: Spoken): Spoken {
  const shows = message.blocks.some(({ kind }) => kind === 'pictures')
  return shows ? { ...message, blocks: message.blocks.filter(({ kind }) => kind !== 'buttons') } : message
}
