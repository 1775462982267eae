/** A headless browser, where the machine has one. */
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Browser as Chromium } from 'playwright-core'

/** Debian's. */
export const chromiumPath = '/usr/bin/chromium'

export const hasChromium = existsSync(chromiumPath)

const fonts = fileURLToPath(new URL('fonts.conf', import.meta.url))

/** Without a sandbox: it may run as root, and sees only pages of our own. */
export async function openChromium(): Promise<Chromium> {
  const { chromium } = await import('playwright-core')
  const env = { ...process.env, FONTCONFIG_FILE: fonts } as Record<string, string>
  return await chromium.launch({ executablePath: chromiumPath, args: ['--no-sandbox'], env })
}
