/**
 * `npm run sheet`: draws every message that people can be sent, as Discord and Slack show it, into one page and pictures of
 * it. SHEET_TO names the folder, SHEET_LANGUAGE the language.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { speak } from '#core/index.ts'
import { openChromium } from '#tests/browser/chromium.ts'
import { drawSamples } from './draw-samples.ts'
import { renderSheet } from './page.ts'
import { drawSample } from './sample-picture.ts'

const { SHEET_TO: folder = 'data/sheet', SHEET_LANGUAGE: tag = 'en' } = process.env
/** So many to a picture. */
const perPicture = 12

const shown = await drawSamples(speak(tag), await drawSample())
mkdirSync(folder, { recursive: true })
writeFileSync(join(folder, `${tag}.html`), renderSheet(`Every message, ${tag}`, shown))

const browser = await openChromium()
const page = await browser.newPage({ viewport: { width: 1264, height: 800 } })
for (let from = 0; from < shown.length; from += perPicture) {
  await page.setContent(
    renderSheet(`Messages from ${from + 1}, ${tag}`, shown.slice(from, from + perPicture)),
  )
  const path = join(folder, `${tag}-${String(from / perPicture + 1).padStart(2, '0')}.png`)
  await page.screenshot({ path, fullPage: true })
}
await browser.close()
process.stdout.write(`${shown.length} messages are drawn in ${folder}\n`)
