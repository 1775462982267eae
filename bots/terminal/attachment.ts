/** Pictures given in the terminal: the path of a file stands for the picture in it. */
import { readFile, stat } from 'node:fs/promises'
import { CoreError } from '#core/errors.ts'
import type { Command } from '../command.ts'
import type { Attachment } from '../platform.ts'
import type { ParsedLine } from '../typed/parse-line.ts'

/** The line with files in place of the paths that its picture options name. Rejects with `attachment-unavailable` or `attachment-unreadable`. */
export async function attachFiles(line: ParsedLine, commands: readonly Command[]): Promise<ParsedLine> {
  const options = { ...line.options }
  for (const { name, type } of commands.find((each) => each.name === line.command)?.options ?? []) {
    const path = type === 'image' ? options[name] : undefined
    if (typeof path === 'string') options[name] = await openAttachment(path)
  }
  return { ...line, options }
}

async function openAttachment(path: string): Promise<Attachment> {
  const found = await stat(path).catch((cause: unknown) => {
    throw new CoreError('attachment-unavailable', {}, { cause })
  })
  if (!found.isFile()) throw new CoreError('attachment-unreadable', {})
  return {
    name: path,
    size: found.size,
    async read(limit) {
      if (found.size > limit) throw new CoreError('attachment-too-large', { limit })
      return new Uint8Array(await readFile(path))
    },
  }
}
