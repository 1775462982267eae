/** Makes all icons of a site from one picture. */
import { keepMark } from '#core/hosting/made-by-ai.ts'
import { refuseBroken } from '#core/hosting/prepare-brought.ts'
import { openGiven } from '#core/utilities/open-given.ts'
import type { Made } from '#core/utilities/utility.ts'
import { renderZip } from '#core/utilities/zip.ts'
import { largestSide, makeIcons } from './icons.ts'
import { drawPreview } from './preview.ts'
import { renderHtml, renderManifest, renderTextFile } from './site-texts.ts'
import { findGround, makeSquare } from './square.ts'

/** The files are the icons at their true sizes, to look at, and then all of it as one zip. */
export interface Favicons extends Made {
  /** Lines for the site's pages. */
  html: readonly string[]
  /** Names of what is in the zip. */
  names: readonly string[]
  /** The picture was smaller than the largest icon. */
  isEnlarged: boolean
  isSquare: boolean
  /** It was given as a drawing in SVG. */
  isDrawing: boolean
  /** The drawing has words, which a browser sets in fonts of its own. */
  hasWords: boolean
}

/** Rejects as `openGiven`. The same picture gives the same bytes. */
export async function makeFavicons({ bytes }: { bytes: Uint8Array }): Promise<Favicons> {
  const mark = keepMark(bytes)
  const { svg, sides, ...pixels } = await openGiven(bytes, () => largestSide)
  return await refuseBroken(async () => {
    const square = await makeSquare(pixels, largestSide)
    const ground = await findGround(square)
    const icons = await makeIcons({ square, ground, mark })
    const html = renderHtml(svg !== undefined)
    const files = [
      ...icons.files,
      ...(svg ? [renderTextFile('favicon.svg', 'image/svg+xml', svg.text)] : []),
      renderTextFile('site.webmanifest', 'application/manifest+json', renderManifest(ground.color)),
      renderTextFile('head.txt', 'text/plain', `${html.join('\n')}\n`),
    ]
    return {
      files: [
        { name: 'favicon-preview.png', mime: 'image/png', bytes: await drawPreview(icons, mark) },
        await renderZip('favicons.zip', files),
      ],
      html,
      names: files.map(({ name }) => name),
      isEnlarged: square.side < largestSide,
      isSquare: sides.width === sides.height,
      isDrawing: svg !== undefined,
      hasWords: svg?.hasWords ?? false,
    }
  })
}
