/** Puts up to four pictures of one generation on one sheet, each with its number in its corner. */
import { createGate } from '#core/gate.ts'
import type { ImageHost } from './image-host.ts'
import { markMadeByAI } from './made-by-ai.ts'
import { openPicture } from './prepare.ts'

/** A hosted picture, and its number from 1 to 4, which is its place. */
export interface OnSheet {
  key: string
  number: number
  width: number
  height: number
}

/** Answers with a JPEG, or undefined where one of them is hosted no longer. Rejects as the host does. */
export type ComposeSheet = (pictures: readonly OnSheet[]) => Promise<Uint8Array<ArrayBuffer> | undefined>

/** The longer side of each picture, and what is between them. Pixels. */
const longestSide = 768
const gap = 12
const paper = '#f1f1f1'

/** Digits as strokes about their middle: no font is needed, nor differs. */
const strokes: Readonly<Record<number, string>> = {
  1: 'M-4-6 1-10V10',
  2: 'M-6-5A6 6 0 1 1 4.5 0L-6 10H7',
  3: 'M-5.5-10H6L-1-2.5A6.2 6.2 0 1 1-6 6',
  4: 'M3 10V-10L-7 4H7',
}

const drawBadge = (number: number) =>
  new TextEncoder().encode(
    `<svg xmlns="http://www.w3.org/2000/svg" width="56" height="56" viewBox="-22 -22 44 44"><circle r="19" fill="#111" fill-opacity=".78" stroke="#fff" stroke-width="2"/><path d="${strokes[number] ?? ''}" fill="none" stroke="#fff" stroke-width="3.6" stroke-linecap="round" stroke-linejoin="round"/></svg>`,
  )

/** One sheet at a time, and of that one picture: memory is bounded whatever is shown. */
export function createSheets({ read }: Pick<ImageHost, 'read'>): ComposeSheet {
  const takeTurn = createGate(1)
  return (pictures) => takeTurn(() => compose(read, pictures))
}

async function compose(
  read: ImageHost['read'],
  pictures: readonly OnSheet[],
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const [first] = pictures
  if (!first) return undefined
  const cell = findCell(first)
  const rows = pictures.some(({ number }) => number > 2) ? 2 : 1
  const layers = []
  for (const { key, number } of pictures) {
    const found = await read(key, 'drawn')
    if (!found) return undefined
    const picture = (await openPicture(found.bytes))
      .autoOrient()
      .resize({ ...cell, fit: 'contain', background: paper })
    const left = ((number - 1) % 2) * (cell.width + gap)
    const top = Math.floor((number - 1) / 2) * (cell.height + gap)
    const { data, info } = await picture
      .flatten({ background: paper })
      .raw()
      .toBuffer({ resolveWithObject: true })
    const { width, height, channels } = info
    layers.push(
      { input: data, raw: { width, height, channels }, left, top },
      { input: Buffer.from(drawBadge(number)), left: left + gap, top: top + gap },
    )
  }
  const { default: sharp } = await import('sharp')
  const sheet = sharp({
    create: {
      width: 2 * cell.width + gap,
      height: rows * cell.height + (rows - 1) * gap,
      channels: 3,
      background: paper,
    },
  })
  return new Uint8Array(await markMadeByAI(sheet.composite(layers)).jpeg({ quality: 88 }).toBuffer())
}

function findCell({ width, height }: OnSheet): { width: number; height: number } {
  const scale = longestSide / Math.max(width, height)
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}
