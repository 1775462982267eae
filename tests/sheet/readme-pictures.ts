/**
 * `npm run sheet:readme`: makes the README's pictures with the program itself, which draws placeholders: a message as
 * Discord and as Slack show it, one's own pictures on the web, and what is seen in the terminal.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { renderPicture } from '#bots/messages/picture.ts'
import { usualPrices as prices, speak } from '#core/index.ts'
import { createFour } from '#tests/bots/calls.ts'
import { openChromium } from '#tests/browser/chromium.ts'
import { drawMessage } from './draw-samples.ts'
import { renderSheet } from './page.ts'
import { startSession } from './session.ts'
import { renderTerminal } from './terminal.ts'

const folder = new URL('./pictures/', import.meta.url)
const hero = readFileSync(new URL('../../web/drawn/hero-small.webp', import.meta.url))

const subjects = [
  'mountains like folded paper',
  'a lighthouse at dusk',
  'a red fox in fresh snow',
  'a market street in the rain',
  'an orchard seen from above',
  'a paper boat on a still lake',
  'dunes under two moons',
  'a reading corner by the window',
  'a train crossing a viaduct',
]
const sizes = ['landscape', 'portrait', 'square'] as const

async function save(name: string, picture: Buffer): Promise<void> {
  writeFileSync(new URL(name, folder), await sharp(picture).webp({ quality: 82, effort: 6 }).toBuffer())
}

/** Four drafts in a channel, as both platforms show them. */
async function drawChats(page: Page): Promise<void> {
  const four = createFour()
  const told = { ...four, asked: { ...four.asked, prompt: subjects[0] ?? '' }, id: '4y30wdyk4t' }
  const words = speak('en')
  const message = renderPicture(words, told, { private: false, asker: 'ann', prices, inTeam: true })
  const shown = await drawMessage(words, '', message, `data:image/webp;base64,${hero.toString('base64')}`)
  await page.setContent(renderSheet('', [shown]))
  for (const platform of ['discord', 'slack'] as const) {
    await save(`${platform}.webp`, await page.locator(`.${platform}`).screenshot())
  }
}

/** One's own pictures, by somebody who has just connected their terminal. */
async function drawGallery(page: Page, data: string): Promise<void> {
  const session = await startSession(data)
  for (const [index, subject] of subjects.entries()) {
    await session.ask(
      `/imagine ${subject} --quality draft --size ${sizes[index % sizes.length]}`,
      /price 1 credit/,
    )
  }
  const link = await session.ask('/link', /http\S+\/link\/\S+/)
  await page.goto(link)
  await page.getByLabel('Email address').fill('ann@example.com')
  const code = session.expect(/\d{4} \d{4}/)
  await page.getByRole('button', { name: 'Send me a code' }).click()
  await page.getByLabel('Code').fill(await code)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('button', { name: 'Yes, that’s me' }).click()
  const back = (await page.locator('.shown-code').textContent()) ?? ''
  await session.ask(back.trim(), /You have [\d,]+ credits/)
  await page.goto(`${new URL(link).origin}/account/pictures`)
  await page.waitForLoadState('networkidle')
  await save('gallery.webp', await page.screenshot())
  await session.end()
}

/** Typed and answered, one after the other, as an animation of its own. */
async function drawTerminal(data: string): Promise<void> {
  const session = await startSession(data)
  const lines = Array(2).fill('/imagine a red fox in fresh snow --size landscape').concat('/history')
  const seen = []
  for (const line of lines) seen.push({ line, answer: await session.askAll(line) })
  await session.end()
  writeFileSync(new URL('terminal.svg', folder), renderTerminal(seen))
}

const data = mkdtempSync(join(tmpdir(), 'imgsrc-readme-'))
const browser = await openChromium()
const page = await browser.newPage({ viewport: { width: 1264, height: 800 }, deviceScaleFactor: 1 })
await drawChats(page)
await drawGallery(page, join(data, 'gallery'))
await drawTerminal(join(data, 'terminal'))
await browser.close()
rmSync(data, { recursive: true })
process.stdout.write('The README’s pictures are in tests/sheet/pictures\n')
