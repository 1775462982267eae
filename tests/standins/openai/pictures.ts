/** The pictures that the OpenAI stand-in sells: real files of the asked size, each drawn once and then kept. */
import sharp from 'sharp'
import { addCredentials } from './content-credentials.ts'
import type { Order } from './rules.ts'

/** How much there is to see: `plain` is small and quick, `grainy` is as large as a photograph. */
export type Detail = 'plain' | 'grainy'

/** Answers with base64. Pictures of other numbers have other colours; the same ask gives the same bytes. */
export type DrawPicture = (order: Order, number: number) => Promise<string>

export function createPictures(detail: Detail): DrawPicture {
  const drawn = new Map<string, Promise<string>>()
  return (order, number) => {
    const key = [order.size, order.format, order.background, number].join()
    const picture = drawn.get(key) ?? draw(order, number, detail)
    drawn.set(key, picture)
    return picture
  }
}

async function draw(order: Order, number: number, detail: Detail): Promise<string> {
  const { width, height, format } = order
  const alpha = order.background === 'transparent' ? 0.5 : 1
  const background = { r: (40 + number * 67) % 256, g: (90 + number * 41) % 256, b: 160, alpha }
  const plain = sharp({ create: { width, height, channels: 4, background } })
  const noise = sharp({
    create: { width, height, channels: 3, background, noise: { type: 'gaussian', mean: 128, sigma: 12 } },
  })
  const picture = detail === 'plain' ? plain : noise
  const flat = alpha === 1 ? picture.removeAlpha() : picture.ensureAlpha(alpha)
  const bytes = await flat.toFormat(format).toBuffer()
  return (format === 'png' ? addCredentials(bytes) : bytes).toString('base64')
}
