/** A headless browser, where the machine has one. */
import { existsSync } from 'node:fs'
import type { Browser as Chromium } from 'playwright-core'

/** Debian's. */
export const chromiumPath = '/usr/bin/chromium'

export const hasChromium = existsSync(chromiumPath)

/** Without a sandbox: it may run as root, and sees only pages of our own. */
export async function openChromium(): Promise<Chromium> {
  const { chromium } = await import('playwright-core')
  return await chromium.launch({ executablePath: chromiumPath, args: ['--no-sandbox'] })
}
