/** Draws a smaller copy of a picture. */
import { markMadeByAI } from './made-by-ai.ts'
import { openPicture } from './prepare.ts'
import type { ThumbnailWidth } from './thumbnail.ts'

/** Seconds of one core; a large picture takes half a one. */
const patience = 20

/** As WebP, which says that the picture was made by AI. What shows through goes on doing so. Rejects with the decoder's error. */
export async function drawThumbnail(
  bytes: Uint8Array,
  width: ThumbnailWidth,
): Promise<Uint8Array<ArrayBuffer>> {
  const picture = (await openPicture(bytes, 'error'))
    .timeout({ seconds: patience })
    .autoOrient()
    .resize({ width, withoutEnlargement: true })
  return new Uint8Array(await markMadeByAI(picture).webp({ quality: 76 }).toBuffer())
}
