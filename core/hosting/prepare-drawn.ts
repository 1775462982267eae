/** Makes a picture that the image model drew fit for hosting; one that must be encoded anew still says what it is. */
import type { PreparedPicture } from './image-host.ts'
import { pictureLimit } from './key.ts'
import { markMadeByAI } from './made-by-ai.ts'
import { isDecodable, own, preparePicture } from './prepare.ts'
import { findSoundPng } from './sound-png.ts'

/**
 * As `preparePicture`, which is left to its `decode` where a PNG's structure tells that it came whole; the vendor's own
 * marks stay in what keeps its bytes.
 */
export async function prepareDrawn(bytes: Uint8Array, limit = pictureLimit): Promise<PreparedPicture> {
  const size = bytes.byteLength <= limit ? findSoundPng(bytes) : undefined
  if (!size || !isDecodable(size)) return await preparePicture(bytes, limit, markMadeByAI)
  return {
    ...{ bytes: own(bytes), mime: 'image/png', ...size },
    async decode() {
      const { color } = await preparePicture(bytes, limit)
      return color === undefined ? {} : { color }
    },
  }
}
