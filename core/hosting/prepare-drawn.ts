/** Makes a picture that the image model drew fit for hosting; one that must be encoded anew still says what it is. */
import type { PreparedPicture } from './image-host.ts'
import { pictureLimit } from './key.ts'
import { markMadeByAI } from './made-by-ai.ts'
import { preparePicture } from './prepare.ts'

/** As `preparePicture`; the vendor's own marks stay in what keeps its bytes. */
export const prepareDrawn = (bytes: Uint8Array, limit = pictureLimit): Promise<PreparedPicture> =>
  preparePicture(bytes, limit, markMadeByAI)
