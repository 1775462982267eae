/** The icons that browsers and phones ask a site for, from one square. */

import type { Mark } from '#core/hosting/made-by-ai.ts'
import type { MadeFile } from '#core/utilities/utility.ts'
import { renderIco } from './ico.ts'
import { type Ground, openSquare, resizeTo, type Square } from './square.ts'

/** Sides of what browsers show in tabs and lists, in pixels. */
export const tabSides = [16, 32, 48] as const
/** Apple's for a home screen (developer.apple.com, "Configuring Web Applications"). */
const appleSide = 180
/** Sides that a manifest is asked for (developer.chrome.com/docs/lighthouse/pwa/installable-manifest). */
const appSides = [192, 512] as const
export const largestSide = 512
/** Of a side: a phone may cut off all that is farther from the middle (w3.org/TR/appmanifest, "Icon masks and safe zone"). */
const safeReach = 0.4
/** Of a side: what has no ground of its own would touch the edges. */
const appleShare = 5 / 6

/** The tabs' alone are also pictures of their own, since they are within the .ico. */
export interface Icons {
  files: readonly MadeFile[]
  tabs: readonly { side: number; png: Uint8Array }[]
  apple: Uint8Array
  maskable: Uint8Array
}

/** What each icon is; `mark` writes what they say of where they come from. */
export interface Drawn {
  square: Square
  ground: Ground
  mark: Mark
}

export async function makeIcons(drawn: Drawn): Promise<Icons> {
  const { square, ground, mark } = drawn
  const draw = (side: number) => encode(resizeTo(openSquare(square), side), mark)
  const tabs = await Promise.all(tabSides.map(async (side) => ({ side, png: await draw(side) })))
  const apps = await Promise.all(appSides.map(async (side) => ({ side, png: await draw(side) })))
  const apple = await standOn(drawn, appleSide, ground.isOwn ? 1 : appleShare)
  const maskable = await standOn(
    drawn,
    largestSide,
    Math.min(1, safeReach / Math.max(ground.reach, safeReach / 4)),
  )
  const icon32 = tabs.filter(({ side }) => side === 32)
  const files = [
    { name: 'favicon.ico', mime: 'image/x-icon', bytes: renderIco(tabs) },
    ...[...icon32, ...apps].map(({ side, png }) => renderPng(`icon-${side}.png`, png)),
    renderPng(`icon-maskable-${largestSide}.png`, maskable),
    renderPng('apple-touch-icon.png', apple),
  ]
  return { files, tabs, apple, maskable }
}

const renderPng = (name: string, bytes: Uint8Array<ArrayBuffer>): MadeFile => ({
  name,
  mime: 'image/png',
  bytes,
})

const encode = async (picture: ReturnType<typeof openSquare>, mark: Mark) =>
  new Uint8Array(await mark(picture).png({ compressionLevel: 9 }).toBuffer())

/** In the middle of a ground, through which nothing shows, at that share of its side. */
async function standOn({ square, ground: { color }, mark }: Drawn, side: number, share: number) {
  const inner = Math.max(1, Math.floor(side * share))
  const before = Math.floor((side - inner) / 2)
  const after = side - inner - before
  const small = resizeTo(openSquare(square), inner).flatten({ background: color })
  const edges = { top: before, left: before, bottom: after, right: after, background: color }
  return await encode(small.extend(edges).removeAlpha(), mark)
}
