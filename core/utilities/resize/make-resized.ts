/** Makes a picture as large as it is wanted, in one size or in several. */
import { cutText } from '#core/characters.ts'
import { CoreError } from '#core/errors.ts'
import { keepMark } from '#core/hosting/made-by-ai.ts'
import { refuseBroken } from '#core/hosting/prepare-brought.ts'
import type { Sides } from '#core/utilities/open-given.ts'
import type { Made, MadeFile } from '#core/utilities/utility.ts'
import { renderZip } from '#core/utilities/zip.ts'
import { type Encoded, encodeWithin, mimeOf } from './encode.ts'
import { openSource, type Source } from './source.ts'
import { requireHeld, requireLittle } from './targets.ts'
import type { ResizeFormat, Wanted } from './wanted.ts'

export interface ResizedPicture extends Sides {
  name: string
  /** Of its file. */
  size: number
}

/** The file is the picture, or a zip of several. */
export interface Resized extends Made {
  pictures: readonly ResizedPicture[]
  /** Of what was given. */
  sides: Sides
  format: ResizeFormat
  /** Of an animation; else 1. */
  frames: number
  /** It was given as a drawing in SVG. */
  isDrawing: boolean
  /** One at least is larger than the picture that was given; a drawing has no size of its own. */
  isEnlarged: boolean
  /** What showed through is white. */
  isFlattened: boolean
  /** Quality or size was given up for a limit of bytes. */
  isLess: boolean
}

/** `name` is that of the given file. Rejects as `openSource`, and with `stands-still` where an animation would. */
export async function makeResized(input: {
  bytes: Uint8Array
  name: string
  wanted: Wanted
}): Promise<Resized> {
  const { wanted } = input
  const source = await openSource(input.bytes, wanted)
  const format = chooseFormat(source, wanted)
  requireLittle(source.targets, format, source.frames)
  requireHeld(source.targets, format, source.isOpaque)
  const how = {
    format,
    ...(wanted.quality !== undefined && { quality: wanted.quality }),
    ...(wanted.mostBytes !== undefined && { mostBytes: wanted.mostBytes }),
  }
  const base = renderBaseName(input.name)
  const mark = keepMark(input.bytes)
  const made: (Encoded & { file: MadeFile })[] = []
  for (const target of source.targets) {
    const encoded = await refuseBroken(() =>
      encodeWithin(async (each) => mark(await source.draw(each, wanted.fit)), target, how),
    )
    const { width, height, bytes } = encoded
    const name = `${base}-${target.name === undefined ? '' : `${target.name}-`}${width}x${height}.${endings[format]}`
    made.push({ ...encoded, file: { name, mime: mimeOf(format), bytes } })
  }
  const files = made.map(({ file }) => file)
  return {
    files: files.length === 1 ? files : [await renderZip(`${base}-sizes.zip`, files)],
    pictures: made.map(({ file, width, height }) => ({
      name: file.name,
      size: file.bytes.byteLength,
      width,
      height,
    })),
    sides: source.sides,
    format,
    frames: source.frames,
    isDrawing: source.format === undefined,
    isEnlarged:
      source.format !== undefined &&
      made.some(({ width, height }) => width > source.sides.width || height > source.sides.height),
    isFlattened: format === 'jpeg' && !source.isOpaque,
    isLess: made.some(({ isLess }) => isLess),
  }
}

const endings: Readonly<Record<ResizeFormat, string>> = {
  png: 'png',
  jpeg: 'jpg',
  webp: 'webp',
  avif: 'avif',
  gif: 'gif',
}
const moving: readonly ResizeFormat[] = ['gif', 'webp']

/** As it came, where nothing else is asked and it may. */
function chooseFormat({ format, frames, isOpaque }: Source, wanted: Wanted): ResizeFormat {
  const canMove = (each: ResizeFormat) => frames === 1 || moving.includes(each)
  const { formats, mostBytes } = wanted
  if (wanted.format !== undefined) {
    if (!canMove(wanted.format)) throw new CoreError('stands-still', { format: wanted.format })
    return wanted.format
  }
  const own = findOwn(format, frames)
  // Where bytes are few, what it came as may have too many of them.
  if (formats === undefined || (formats.includes(own) && mostBytes === undefined)) return own
  // A still GIF has few colours, and JPEG nothing that shows through.
  const still = formats.filter((each) => each !== 'gif' && (isOpaque || each !== 'jpeg'))
  const fitting = frames > 1 ? formats.find(canMove) : still[0]
  if (fitting === undefined) throw new CoreError('stands-still', { format: formats[0] ?? own })
  return fitting
}

function findOwn(format: Source['format'], frames: number): ResizeFormat {
  if (frames > 1) return format === 'webp' ? 'webp' : 'gif'
  if (format === 'jpeg' || format === 'webp') return format
  return format === 'heif' ? 'avif' : 'png'
}

const longestBase = 40

/** Without its folder and ending, in what file names may hold everywhere. */
function renderBaseName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? ''
  const dot = last.lastIndexOf('.')
  const whole = dot > 0 ? last.slice(0, dot) : last
  const base = cutText(whole, longestBase, '').replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '-')
  const trimmed = base
    .split('-')
    .filter((part) => part !== '')
    .join('-')
  return trimmed === '' ? 'picture' : trimmed
}
