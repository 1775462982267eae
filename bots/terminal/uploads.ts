/** Shows pictures inside terminals, by kitty's graphics protocol, iTerm2's, or coloured characters, and puts files where they are found. */
import { access, mkdtemp, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import sharp from 'sharp'
import type { Core } from '#core/index.ts'
import { renderFileName } from '../file-name.ts'
import type { Block, Message, SentFile, ShownPicture } from '../platform.ts'
import { type ColourDepth, type ColourVariables, findColourDepth, renderHalfBlocks } from './half-blocks.ts'
import type { Look, PictureMime } from './render.ts'

export type PictureProtocol = 'kitty' | 'iterm2'

/** The environment variables by which terminals say what they are. */
export type TerminalVariables = ColourVariables &
  Readonly<Partial<Record<'TERM_PROGRAM' | 'KITTY_WINDOW_ID' | 'TMUX' | 'STY' | 'NO_COLOR', string>>>

/** What a terminal can show pictures by, the better first; nothing where nobody looks, or where no colours are wanted (no-color.org). */
export interface Screening {
  protocol?: PictureProtocol | undefined
  depth?: ColourDepth | undefined
}

export const findScreening = (variables: TerminalVariables): Screening =>
  variables.NO_COLOR ? {} : { protocol: findPictureProtocol(variables), depth: findColourDepth(variables) }

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
/** A picture drawn with characters leaves room for the words around it. */
const mostRows = 20

export interface UploadsOptions {
  pictures: Core['pictures']
  screening: Screening
  columns: () => number
  /** Where files are put that are sent. */
  folder: string
  /** Where pictures are kept on this machine, if they are. */
  pictureFolder?: string | undefined
}

/** What has to be there before a message is rendered: its pictures as escape codes, and the paths of its files. */
export function createUploads(
  options: UploadsOptions,
): (message: Message) => Promise<Pick<Look, 'inline' | 'paths'>> {
  const { pictures, screening, columns, folder, pictureFolder } = options
  const isSeen = screening.protocol !== undefined || screening.depth !== undefined

  return async ({ blocks }) => {
    const inline = new Map<ShownPicture | SentFile, string>()
    const paths = new Map<ShownPicture | SentFile, string>()

    async function show(picture: ShownPicture | SentFile, bytes: Uint8Array, mime: string): Promise<void> {
      const width = 'small' in picture ? Math.min(columns(), smallColumns) : columns()
      const codes = await renderPicture({ bytes, mime }, width, screening).catch(() => undefined)
      if (codes !== undefined) inline.set(picture, codes)
    }

    for (const picture of blocks.flatMap(listShown)) {
      const path = pictureFolder && (await findPath(picture, pictureFolder))
      if (path) paths.set(picture, path)
      if (!isSeen) continue
      // The address below it is enough when the picture itself cannot be had.
      const found = await pictures.read(picture.key).catch(() => undefined)
      if (found) await show(picture, found.bytes, found.mime)
    }
    for (const file of blocks.flatMap((block) => (block.kind === 'file' ? [block.file] : []))) {
      const path = await putFile(file, folder).catch(() => undefined)
      if (path === undefined) continue
      paths.set(file, path)
      if (isSeen) await show(file, file.bytes, file.type)
    }
    return { inline, paths }
  }
}

/** By the best that the terminal has; undefined for what is no picture. */
async function renderPicture(
  { bytes, mime }: { bytes: Uint8Array; mime: string },
  columns: number,
  { protocol, depth }: Screening,
): Promise<string | undefined> {
  if (!/^image\/(png|jpeg|webp)$/.test(mime)) return undefined
  if (protocol === undefined) {
    return depth && (await renderHalfBlocks(bytes, { columns, rows: mostRows }, depth))?.join('\n')
  }
  if (isPictureMime(mime) && (protocol === 'iterm2' || mime === 'image/png'))
    return renderInlinePicture(protocol, { bytes, mime }, columns)
  return renderInlinePicture(
    protocol,
    { bytes: await sharp(bytes).png().toBuffer(), mime: 'image/png' },
    columns,
  )
}

/** The file that the disk's host keeps, which is named as in its address. */
async function findPath({ url }: ShownPicture, folder: string): Promise<string | undefined> {
  const address = URL.parse(url)
  if (!address) return undefined
  const path = join(folder, basename(address.pathname))
  return await access(path).then(
    () => path,
    () => undefined,
  )
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
