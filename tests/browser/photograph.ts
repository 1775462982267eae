/** Looks whether pages fit, and leaves pictures of them behind for whoever wants to look too. */
import { join } from 'node:path'
import type { Page } from 'playwright-core'

/** Where pictures go; without it none are made, for they take most of the time. */
const folder = process.env.SCREENSHOTS_DIR || undefined

export const keepsPictures = folder !== undefined

export const schemes = ['light', 'dark'] as const

/** CSS pixels, by the device in the file's name. */
export type Widths = Readonly<Record<string, number>>

/** Whether the words that a row begins with get less than a third of it. */
const isSqueezed = `[...document.querySelectorAll('tbody th')].some(
  (words) => words.offsetWidth * 3 < words.parentElement.offsetWidth)`

/** Looks at a page in every width of one scheme, and gives a sentence for each that the page does not fit in. */
export async function photograph(
  page: Page,
  name: string,
  { scheme, widths }: { scheme: (typeof schemes)[number]; widths: Widths },
): Promise<string[]> {
  const faults: string[] = []
  // Colours that go over into each other are none of either scheme.
  await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
  for (const [device, width] of Object.entries(widths)) {
    await page.setViewportSize({ width, height: 800 })
    const wide = Number(await page.evaluate('document.documentElement.scrollWidth'))
    if (wide > width) faults.push(`${wide} wide at ${width}`)
    if (await page.evaluate(isSqueezed)) faults.push(`a table with no room for words at ${width}`)
    if (folder === undefined) continue
    const file = `${name.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'start'}-${device}-${scheme}.png`
    await page.screenshot({ path: join(folder, file), fullPage: true })
  }
  return faults
}
