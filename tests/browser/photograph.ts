/** Leaves pictures of a page behind, to be looked at. */
import { mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'

const folder = join(tmpdir(), 'imgsrc-screenshots')

export const schemes = ['light', 'dark'] as const

/** CSS pixels, by the device in the file's name. */
export type Widths = Readonly<Record<string, number>>

/**
 * Photographs a page in every width of one scheme, into `imgsrc-screenshots` in the system's temporary folder, and
 * gives a sentence for each width that the page does not fit in.
 */
export async function photograph(
  page: Page,
  name: string,
  { scheme, widths }: { scheme: (typeof schemes)[number]; widths: Widths },
): Promise<string[]> {
  const faults: string[] = []
  mkdirSync(folder, { recursive: true })
  await page.emulateMedia({ colorScheme: scheme })
  for (const [device, width] of Object.entries(widths)) {
    await page.setViewportSize({ width, height: 800 })
    const wide = Number(await page.evaluate('document.documentElement.scrollWidth'))
    if (wide > width) faults.push(`${name} is ${wide} wide at ${width}`)
    const file = `${name.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'start'}-${device}-${scheme}.png`
    await page.screenshot({ path: join(folder, file), fullPage: true })
  }
  return faults
}
