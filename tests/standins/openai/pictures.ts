/** The pictures that the OpenAI stand-in sells: real files of the asked size, each drawn once and then kept. */
import sharp, { type Sharp } from 'sharp'
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
  const flat = alpha === 1 ? picture.removeAlpha() : await standFree(picture.ensureAlpha(alpha), order)
  const bytes = await flat.toFormat(format).toBuffer()
  return (format === 'png' ? addCredentials(bytes) : bytes).toString('base64')
}

/** Nothing but the middle of it, so that it can be seen through all around. */
async function standFree(picture: Sharp, { width, height }: Order): Promise<Sharp> {
  const [left, top] = [Math.round(width / 5), Math.round(height / 5)]
  const size = { width: width - 2 * left, height: height - 2 * top }
  const middle = await picture
    .extract({ left, top, ...size })
    .png()
    .toBuffer()
  const background = '#00000000'
  return sharp(middle).extend({ left, right: left, top, bottom: top, background })
}
