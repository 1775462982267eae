/** Keeps what was typed at the prompt for the next run, but for what is only for the one who typed it. */
import { randomBytes } from 'node:crypto'
import { appendFile, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Command } from '../command.ts'
import { parseLine } from '../typed/parse-line.ts'

/** Older ones are forgotten. */
export const mostLines = 500
/** Lines are added to the file until it has so many; then it is written anew, with those that are kept. */
const mostInFile = 2 * mostLines
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

/** What an earlier run has kept for the same account. Never rejects. Several terminals may have the same file, and keep each its own. */
export async function openLineHistory(options: LineHistoryOptions): Promise<LineHistory> {
  const { file, commands, findOwner } = options
  const found = await read(file)
  let owner = await findOwner().catch(() => found.owner)
  const lines = found.owner === owner ? found.lines.filter((line) => mayKeep(line, commands)) : []
  let last = lines.at(-1)
  let writing = replace(file, owner, lines).catch(() => undefined)

  async function add(line: string): Promise<void> {
    const before = owner
    owner = await findOwner()
    const isNew = owner !== undefined && line !== last && mayKeep(line, commands)
    if (!isNew && owner === before) return
    const kept = await read(file)
    // Whoever connects is another account from then on, of the same person.
    const own = kept.owner === before || kept.owner === owner ? kept.lines : []
    if (isNew) last = line
    if (isNew && kept.owner === owner && own.length < mostInFile) await appendFile(file, `${line}\n`)
    else await replace(file, owner, isNew ? [...own, line] : own)
  }

  return {
    lines: lines.slice(-mostLines).toReversed(),
    keep(line) {
      writing = writing.then(() => add(line)).catch(() => undefined)
      return writing
    },
  }
}

/** Nothing where there is no file. */
async function read(file: string): Promise<{ owner?: string | undefined; lines: readonly string[] }> {
  try {
    const [owner, ...lines] = (await readFile(file, 'utf8')).split('\n')
    return { owner, lines: lines.filter((line) => line !== '') }
  } catch {
    return { lines: [] }
  }
}

/** Whole and at once, so that a crash leaves the one before. */
async function replace(file: string, owner: string | undefined, lines: readonly string[]): Promise<void> {
  if (owner === undefined || lines.length === 0) return await rm(file, { force: true })
  await mkdir(dirname(file), { recursive: true })
  const fresh = `${file}.${randomBytes(6).toString('hex')}`
  try {
    await writeFile(fresh, [owner, ...lines.slice(-mostLines), ''].join('\n'), { mode, flag: 'wx' })
    await rename(fresh, file)
  } finally {
    await rm(fresh, { force: true })
  }
}
