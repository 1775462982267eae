/** Keeps what was typed at the prompt for the next run, but for what is only for the one who typed it. */
import { chmod, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Command } from '../command.ts'
import { parseLine } from '../typed/parse-line.ts'

/** Older ones are forgotten. */
export const mostLines = 500
/** Longer ones are not kept, in characters. */
const longestKept = 2_000

/** For its owner alone. */
const mode = 0o600

/** Such as a code that was mailed, or an address. */
const secret = /(?<!\w)\d(?:[ -]?\d){5}|\S@\S/
/** As it is in links; no word of a prompt is so long. */
const key = /[\w-]{24}/

/** Whether a line may be read by whoever reads the file: not with codes and addresses in it, and not what a terminal would obey. */
export function mayKeep(line: string, commands: readonly Command[]): boolean {
  if (line.trim() === '' || line.length > longestKept) return false
  if (/\p{Cc}/u.test(line) || secret.test(line) || key.test(line)) return false
  const words = line.trim().split(/\s+/).length
  // Both may be given codes, and `/team` names of people.
  const { command, options } = parseLine(line, commands, { tolerant: true })
  if ('code' in options) return false
  return !(command === 'link' && words > 1) && !(command === 'team' && words > 2)
}

export interface LineHistory {
  /** The newest first. */
  lines: readonly string[]
  /** Resolves when it and all before it are kept, or are not. Never rejects: somebody may type where nothing can be written. */
  keep(line: string): Promise<void>
}

export interface LineHistoryOptions {
  file: string
  commands: readonly Command[]
  /** The account of who types: the lines go when there is none any more. Rejects where that cannot be told now. */
  findOwner(): Promise<string | undefined>
}

/** What an earlier run has kept for the same account. Never rejects. */
export async function openLineHistory(options: LineHistoryOptions): Promise<LineHistory> {
  const { file, commands, findOwner } = options
  const [header, ...kept] = await readFile(file, 'utf8').then(
    (text) => text.split('\n'),
    () => [],
  )
  let owner = await findOwner().catch(() => header)
  let lines = header !== undefined && header === owner ? kept.filter((line) => mayKeep(line, commands)) : []
  let writing = write().catch(() => undefined)

  /** Whole and at once, so that a crash leaves the one before. */
  async function write(): Promise<void> {
    lines = lines.slice(-mostLines)
    if (owner === undefined || lines.length === 0) return await rm(file, { force: true })
    await mkdir(dirname(file), { recursive: true })
    const fresh = `${file}.new`
    await writeFile(fresh, [owner, ...lines, ''].join('\n'), { mode })
    await chmod(fresh, mode)
    await rename(fresh, file)
  }

  async function add(line: string): Promise<void> {
    const before = owner
    owner = await findOwner()
    if (owner === undefined) lines = []
    const isNew = owner !== undefined && line !== lines.at(-1) && mayKeep(line, commands)
    if (isNew) lines.push(line)
    if (isNew || owner !== before) await write()
  }

  return {
    lines: lines.toReversed(),
    keep(line) {
      writing = writing.then(() => add(line)).catch(() => undefined)
      return writing
    },
  }
}
