/** Sets a text as large as its box allows. */
import { ignoreNoInk, renderText, shrinkText, type TextPicture, type TextStyle } from './text.ts'

/** All in pixels. */
export interface Box {
  width: number
  height: number
  largest: number
  smallest: number
}

/**
 * Never larger than the box. Lines break between words, and within one only where it would not fit at the smallest size; what
 * does not fit even then is scaled down. Undefined where there is nothing to see.
 */
export async function fitWords(
  text: string,
  box: Box,
  style: Pick<TextStyle, 'weight' | 'color' | 'align' | 'language'>,
): Promise<TextPicture | undefined> {
  const set = (size: number, wrap: 'word' | 'word-char') =>
    renderText(text, { ...style, size, wrap, width: box.width, spacing: 0 }).catch(ignoreNoInk)
  const fits = (picture: TextPicture) => picture.width <= box.width && picture.height <= box.height
  let best: TextPicture | undefined
  let [low, high] = [box.smallest, box.largest]
  while (low <= high) {
    const size = Math.floor((low + high) / 2)
    const picture = await set(size, 'word')
    if (!picture) return undefined
    if (fits(picture)) [best, low] = [picture, size + 1]
    else high = size - 1
  }
  if (best) return best
  const broken = await set(box.smallest, 'word-char')
  return broken && (fits(broken) ? broken : await shrinkText(broken, box))
}

/** Whether the text begins from the right: by its first letter that has a direction. */
export function isRightToLeft(text: string): boolean {
  const [letter] = /\p{L}/u.exec(text) ?? []
  return (
    letter !== undefined &&
    /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u.test(letter)
  )
}
