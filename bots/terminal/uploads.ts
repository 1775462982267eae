/** Shows pictures inside terminals that can, by kitty's graphics protocol or iTerm2's, and puts files where they are found. */
import { mkdtemp, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Core } from '#core/index.ts'
import { renderFileName } from '../file-name.ts'
import type { Block, Message, SentFile, ShownPicture } from '../platform.ts'
import type { Look, PictureMime } from './render.ts'

export type PictureProtocol = 'kitty' | 'iterm2'

/** The environment variables by which terminals say what they are. */
export type TerminalVariables = Readonly<
  Partial<Record<'TERM' | 'TERM_PROGRAM' | 'KITTY_WINDOW_ID' | 'TMUX' | 'STY', string>>
>

/** Undefined where pictures cannot be shown, also inside tmux and screen, which swallow them. */
export function findPictureProtocol(variables: TerminalVariables): PictureProtocol | undefined {
  const { TERM = '', TERM_PROGRAM = '', KITTY_WINDOW_ID, TMUX, STY } = variables
  if (TMUX || STY || /^(tmux|screen)/.test(TERM)) return undefined
  if (TERM === 'xterm-kitty' || KITTY_WINDOW_ID || /^ghostty$/i.test(TERM_PROGRAM)) return 'kitty'
  return TERM_PROGRAM === 'iTerm.app' || TERM_PROGRAM === 'WezTerm' ? 'iterm2' : undefined
}

/** Bytes of base64 in one of kitty's escape codes (sw.kovidgoyal.net/kitty/graphics-protocol, "Remote client"). */
const kittyChunk = 4096

/** The escape codes that show a picture `columns` cells wide; undefined when the protocol does not take its format. */
export function renderInlinePicture(
  protocol: PictureProtocol,
  picture: { bytes: Uint8Array; mime: PictureMime },
  columns: number,
): string | undefined {
  const { bytes, mime } = picture
  const payload = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')
  if (protocol === 'iterm2') {
    // iterm2.com/documentation-images.html
    return `\u001b]1337;File=inline=1;size=${bytes.byteLength};width=${columns}:${payload}\u0007`
  }
  if (mime !== 'image/png') return undefined
  const chunks = payload.match(new RegExp(`.{1,${kittyChunk}}`, 'g')) ?? []
  return chunks
    .map((chunk, index) => {
      const more = index < chunks.length - 1 ? 1 : 0
      // q=2: the terminal must not answer, since its answer would be read as typing.
      const keys = index === 0 ? `a=T,f=100,q=2,c=${columns},m=${more}` : `m=${more}`
      return `\u001b_G${keys};${chunk}\u001b\\`
    })
    .join('')
}

/** Columns of a picture in a list. */
const smallColumns = 16

/** What has to be there before a message is rendered: its pictures as escape codes, and its files in `folder`. */
export function createUploads(options: {
  pictures: Core['pictures']
  protocol: PictureProtocol | undefined
  columns: () => number
  folder: string
}): (message: Message) => Promise<Pick<Look, 'inline' | 'paths'>> {
  const { pictures, protocol, columns, folder } = options

  return async ({ blocks }) => {
    const inline = new Map<ShownPicture | SentFile, string>()
    const paths = new Map<SentFile, string>()

    function show(picture: ShownPicture | SentFile, bytes: Uint8Array, mime: string): void {
      if (!protocol || !isPictureMime(mime)) return
      const width = 'small' in picture ? Math.min(columns(), smallColumns) : columns()
      const codes = renderInlinePicture(protocol, { bytes, mime }, width)
      if (codes !== undefined) inline.set(picture, codes)
    }

    for (const picture of blocks.flatMap(listShown)) {
      if (!protocol) break
      // The address below it is enough when the picture itself cannot be had.
      const found = await pictures.read(picture.key).catch(() => undefined)
      if (found) show(picture, found.bytes, found.mime)
    }
    for (const file of blocks.flatMap((block) => (block.kind === 'file' ? [block.file] : []))) {
      const path = await putFile(file, folder).catch(() => undefined)
      if (path === undefined) continue
      paths.set(file, path)
      show(file, file.bytes, file.type)
    }
    return { inline, paths }
  }
}

function listShown(block: Block): readonly ShownPicture[] {
  if (block.kind === 'entry') return block.picture ? [block.picture] : []
  return block.kind === 'pictures' ? block.pictures : []
}

/** In a folder of its own, so that it replaces nothing. */
async function putFile({ name, bytes }: SentFile, folder: string): Promise<string> {
  const path = join(await mkdtemp(join(folder, 'imgsrc-')), renderFileName(name))
  await writeFile(path, bytes)
  return path
}

const isPictureMime = (mime: string): mime is PictureMime => mime === 'image/png' || mime === 'image/jpeg'
