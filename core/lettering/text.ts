/** Text as pictures, in fonts that come along, so that it is readable on a machine without any. */
import sharp, { type Sharp } from 'sharp'
import { cutText, findRoom, splitCharacters } from '#core/characters.ts'
import { type EastAsian, findEastAsian } from './east-asian.ts'
import { loadFonts, type Weight } from './fonts.ts'

export interface TextStyle {
  weight: Weight
  /** Pixels of the letters. */
  size: number
  /** Pixels to break lines at. */
  width: number
  /** Of the letters, `#rrggbb`. */
  color: string
  /** Where lines break; by default also within words that are too long. */
  wrap?: 'word' | 'word-char'
  align?: 'left' | 'centre'
  /** Whose shapes Chinese characters have; by default what the text itself tells. */
  language?: EastAsian
  /** Pixels between lines; a quarter of `size` by default. */
  spacing?: number
}

/** A PNG as wide and high as its ink. */
export interface TextPicture {
  input: Buffer
  width: number
  height: number
}

/** Shows any string literally, markup included. Control characters are spaces; it must leave something to see. */
export async function renderText(text: string, style: TextStyle): Promise<TextPicture> {
  const families = await loadFonts(text, style.weight, style.language ?? findEastAsian(text))
  const picture = sharp({
    text: {
      text: renderMarkup(text, style),
      font: `${families} ${style.weight} ${style.size}`,
      width: Math.round(style.width),
      wrap: style.wrap ?? 'word-char',
      align: style.align ?? 'left',
      rgba: true,
      spacing: Math.round(style.spacing ?? style.size / 4),
    },
  })
  return await encode(picture)
}

/** The text in quotation marks, cut with an ellipsis where it would be higher than `height` pixels. */
export async function renderQuotation(text: string, style: TextStyle, height: number): Promise<TextPicture> {
  // Half a letter's width each is more than any prose fits, and keeps the work on a long text small.
  const most = Math.ceil((style.width / style.size) * 2 * (height / style.size))
  const room = findRoom(most)
  const letters = Array.from(splitCharacters(cutText(text, room, '').trim()))
  for (let length = Math.min(letters.length, most); ; length = Math.floor(length * 0.8)) {
    const whole = length === letters.length && text.length <= room
    const picture = await renderText(
      `“${letters.slice(0, length).join('').trim()}${whole ? '' : '…'}”`,
      style,
    )
    if (picture.height <= height || length === 0) return picture
  }
}

/**
 * In the middle of a box of that size, as large as it fits, in as many lines as suit it; literally, as `renderText` shows it.
 * Undefined where there is nothing to see of it.
 */
export async function fitText(
  text: string,
  style: Omit<TextStyle, 'size'> & { height: number },
): Promise<TextPicture | undefined> {
  const families = await loadFonts(text, style.weight, style.language ?? findEastAsian(text))
  const picture = sharp({
    text: {
      text: renderMarkup(text, style),
      font: `${families} ${style.weight}`,
      width: Math.round(style.width),
      height: Math.round(style.height),
      wrap: 'word-char',
      align: 'centre',
      rgba: true,
    },
  })
  const made = await encode(picture).catch(ignoreNoInk)
  const isTooLarge = made && (made.width > style.width || made.height > style.height)
  return isTooLarge ? await shrinkText(made, style) : made
}

/** Undefined where the text engine refused a text because nothing of it can be seen; throws every other error again. */
export function ignoreNoInk(error: unknown): undefined {
  if (error instanceof Error && error.message.includes('no text to render')) return undefined
  throw error
}

/** The same, scaled down into a box: the text engine's own choice of a size may be too large. */
export async function shrinkText(
  { input }: TextPicture,
  box: { width: number; height: number },
): Promise<TextPicture> {
  const [width, height] = [Math.round(box.width), Math.round(box.height)]
  return await encode(sharp(input).resize({ width, height, fit: 'inside' }))
}

async function encode(picture: Sharp): Promise<TextPicture> {
  const { data, info } = await picture.png({ compressionLevel: 1 }).toBuffer({ resolveWithObject: true })
  return { input: data, width: info.width, height: info.height }
}

const renderMarkup = (text: string, { color }: Pick<TextStyle, 'color'>) =>
  `<span foreground="${color}" insert_hyphens="false">${escapeMarkup(cleanText(text))}</span>`

function cleanText(text: string): string {
  return text.toWellFormed().replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ')
}

function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
