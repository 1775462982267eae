/** Shows pictures inside terminals, by kitty's graphics protocol, iTerm2's, sixels, or coloured characters, and puts files where they are found. */
import { access, mkdtemp, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import sharp from 'sharp'
import type { Core } from '#core/index.ts'
import { renderFileName } from '../file-name.ts'
import type { Block, Message, SentFile, ShownPicture } from '../platform.ts'
import type { Attributes } from './attributes.ts'
import { type ColourDepth, type ColourVariables, findColourDepth, renderHalfBlocks } from './half-blocks.ts'
import type { Look, PictureMime } from './render.ts'
import { renderSixels } from './sixel.ts'

/** What terminals say by their environment that they take. */
export type PictureProtocol = 'kitty' | 'iterm2'

/** The environment variables by which terminals say what they are. */
export type TerminalVariables = ColourVariables &
  Readonly<Partial<Record<'TERM_PROGRAM' | 'KITTY_WINDOW_ID' | 'TMUX' | 'STY' | 'NO_COLOR', string>>>

/** What a terminal can show pictures by, the better first; nothing where nobody looks, or where no colours are wanted (no-color.org). */
export interface Screening {
  protocol?: PictureProtocol | undefined
  /** Takes sixels; the size of its characters, in pixels. */
  sixels?: { width: number; height: number } | undefined
  depth?: ColourDepth | undefined
}

export const findScreening = (variables: TerminalVariables): Screening =>
  variables.NO_COLOR ? {} : { protocol: findPictureProtocol(variables), depth: findColourDepth(variables) }

/** Whether a terminal is to be asked what else it takes. */
export const mayTakeSixels = ({ NO_COLOR, ...variables }: TerminalVariables): boolean =>
  !NO_COLOR && !/^(dumb|linux|)$/.test(variables.TERM ?? '') && findPictureProtocol(variables) === undefined

/** Of a terminal that does not say: xterm's usual. */
const usualCell = { width: 10, height: 20 }

/** With what it has answered. */
export const addAttributes = (screening: Screening, attributes: Attributes | undefined): Screening =>
  attributes?.sixel ? { ...screening, sixels: attributes.cell ?? usualCell } : screening

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

export interface UploadsOptions {
  pictures: Core['pictures']
  screening: () => Promise<Screening>
  /** Where files are put that are sent. */
  folder: string
  /** Where pictures are kept on this machine, if they are. */
  pictureFolder?: string | undefined
}

/** Columns and rows that a picture may take. */
export interface Room {
  columns: number
  rows: number
}

/** What has to be there before a message is rendered: its pictures as escape codes, and the paths of its files. */
export function createUploads(
  options: UploadsOptions,
): (message: Message, room: Room) => Promise<Pick<Look, 'inline' | 'paths'>> {
  const { pictures, folder, pictureFolder } = options

  return async ({ blocks }, room) => {
    const inline = new Map<ShownPicture | SentFile, string>()
    const paths = new Map<ShownPicture | SentFile, string>()
    const shown = blocks.flatMap(listShown)
    const files = blocks.flatMap((block) => (block.kind === 'file' ? [block.file] : []))
    const screening = shown.length + files.length > 0 ? await options.screening() : {}
    const isSeen = Object.values(screening).some((means) => means !== undefined)

    async function show(picture: ShownPicture | SentFile, bytes: Uint8Array, mime: string): Promise<void> {
      const codes = await renderPicture({ bytes, mime }, findRoom(picture, room), screening).catch(
        () => undefined,
      )
      if (codes !== undefined) inline.set(picture, codes)
    }

    for (const picture of shown) {
      const path = pictureFolder && (await findPath(picture, pictureFolder))
      if (path) paths.set(picture, path)
      if (!isSeen) continue
      // The address below it is enough when the picture itself cannot be had.
      const found = await pictures.read(picture.key).catch(() => undefined)
      if (found) await show(picture, found.bytes, found.mime)
    }
    for (const file of files) {
      const path = await putFile(file, folder).catch(() => undefined)
      if (path === undefined) continue
      paths.set(file, path)
      if (isSeen) await show(file, file.bytes, file.type)
    }
    return { inline, paths }
  }
}

/** A character is about twice as tall as it is wide, so that a tall picture takes fewer columns. */
function findRoom(picture: ShownPicture | SentFile, { columns, rows }: Room): Room {
  if ('small' in picture) return { columns: Math.min(columns, smallColumns), rows }
  if (!('width' in picture)) return { columns, rows }
  const fitting = Math.floor((rows * 2 * picture.width) / picture.height)
  return { columns: Math.max(1, Math.min(columns, fitting)), rows }
}

/** By the best that the terminal has; undefined for what is no picture. */
async function renderPicture(
  { bytes, mime }: { bytes: Uint8Array; mime: string },
  room: Room,
  { protocol, sixels, depth }: Screening,
): Promise<string | undefined> {
  if (!/^image\/(png|jpeg|webp)$/.test(mime)) return undefined
  if (protocol === undefined && sixels)
    return await renderSixels(bytes, {
      width: room.columns * sixels.width,
      height: room.rows * sixels.height,
    })
  if (protocol === undefined) return depth && (await renderHalfBlocks(bytes, room, depth))?.join('\n')
  if (isPictureMime(mime) && (protocol === 'iterm2' || mime === 'image/png'))
    return renderInlinePicture(protocol, { bytes, mime }, room.columns)
  const png = await sharp(bytes).png().toBuffer()
  return renderInlinePicture(protocol, { bytes: png, mime: 'image/png' }, room.columns)
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
