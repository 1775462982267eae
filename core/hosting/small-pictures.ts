/** Small copies of hosted pictures, for lists that are uploaded with them. */
import { createGate } from '#core/gate.ts'
import type { ImageHost } from './image-host.ts'
import { markMadeByAI } from './made-by-ai.ts'
import { openPicture } from './prepare.ts'

export interface SmallPictures {
  /** A copy that is at most 256 pixels wide and high; undefined when there is no such picture, or it cannot be read. */
  readSmall: ImageHost['read']
}

/** What Discord and Slack show in a list is about 80 pixels high; screens have up to three for each of these. */
const longestSide = 256

/** Held and decoded at once, whoever lists how many: a large picture takes some 30 MB while it is. */
const atOnce = 2

export function createSmallPictures(host: Pick<ImageHost, 'read'>): SmallPictures {
  const takeTurn = createGate(atOnce)
  return {
    readSmall: (key) =>
      takeTurn(async () => {
        const found = await host.read(key)
        return found && (await makeSmall(found.bytes, longestSide).catch(() => undefined))
      }),
  }
}

/** No wider or higher than `side`. A drawing whose background shows through stays so. */
export async function makeSmall(bytes: Uint8Array, side: number) {
  const picture = await openPicture(bytes)
  const { hasAlpha } = await picture.metadata()
  const small = markMadeByAI(
    picture.autoOrient().resize(side, side, { fit: 'inside', withoutEnlargement: true }),
  )
  const data = await (hasAlpha ? small.png({ palette: true }) : small.jpeg({ quality: 80 })).toBuffer()
  return { bytes: data, mime: hasAlpha ? ('image/png' as const) : ('image/jpeg' as const) }
}
