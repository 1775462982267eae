/** A picture for the sheet: a landscape as the product draws them in place of a model. */
import sharp from 'sharp'
import { renderScene } from '#core/images/placeholder/scene.ts'

/** As an address that holds it. */
export async function drawSample(): Promise<string> {
  const scene = renderScene({ width: 768, height: 512, seed: Buffer.alloc(32, 7), round: false })
  const bytes = await sharp(Buffer.from(scene)).webp({ quality: 70 }).toBuffer()
  return `data:image/webp;base64,${bytes.toString('base64')}`
}
