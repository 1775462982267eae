/** The gallery in a browser: what it loads, how soon, and what script adds to it. */
import { copyFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser as Chromium, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { prepareDrawn } from '#core/hosting/prepare-drawn.ts'
import { createDelivered, record } from '#tests/contracts/store-records.ts'
import { silent } from '#tests/kept-log.ts'
import { createApp } from '#web/app.ts'
import { startServer } from '#web/server.ts'
import { signIn } from '../web/browser.ts'
import { findAccountOf } from '../web/people.ts'
import { createRig } from '../web/rig.ts'
import { hasChromium, openChromium } from './chromium.ts'
import { createLandscape } from './landscape.ts'

const amount = 66
/** 10 Mbit a second and 60 ms, as Chromium throttles itself. */
const line = { offline: false, latency: 60, downloadThroughput: 1_250_000, uploadThroughput: 1_250_000 }
/** 1.5 s beside the 2.8 s that an original of 3.4 MB takes on that line. */
const mostOfOriginal = 0.54
/** The page, its style sheets, its pictures: each is asked for once the one before is read. */
const turns = 3
/** Milliseconds that so many bytes take on that line, whatever else this machine does meanwhile. */
const takes = (bytes: number) => turns * line.latency + (bytes / line.downloadThroughput) * 1_000
const patience = 180_000

describe.skipIf(!hasChromium)('the gallery', () => {
  let chromium: Chromium
  beforeAll(async () => {
    chromium = await openChromium()
  })
  afterAll(() => chromium?.close())

  it(
    'loads small copies alone: its first window sooner than one original, all of it in little',
    async () => {
      await onGallery(chromium, async ({ page, url, original }) => {
        const loaded = await throttle(page)
        await page.goto(original)
        const ofOriginal = takes(loaded.bytes)
        expect(loaded.bytes).toBeGreaterThan(1_500_000)

        loaded.bytes = 0
        await page.goto(`${url}/account/pictures`, { waitUntil: 'commit' })
        await until(page, isComplete)
        const first = loaded.bytes
        const ofWindow = takes(first)
        await page.waitForLoadState('networkidle')
        for (let pages = 1; pages < Math.ceil(amount / 24); pages++) {
          await scrollThrough(page)
          await page.getByRole('link', { name: 'Older' }).click()
          await until(page, isComplete)
        }
        await scrollThrough(page)
        const told = `${Math.round(ofWindow)} ms beside ${Math.round(ofOriginal)} ms, ${first} of ${loaded.bytes} bytes`
        expect(ofWindow / ofOriginal, told).toBeLessThan(mostOfOriginal)
        expect(first, told).toBeLessThan(600_000)
        expect(loaded.bytes, told).toBeLessThan(4_000_000)
        expect(loaded.originals).toBe(1)
      })
    },
    patience,
  )

  it(
    'goes on by arrow keys, picks with Shift, and copies',
    async () => {
      await onGallery(chromium, async ({ page, url }) => {
        await page.goto(`${url}/account/pictures?search=landscape`)
        const boxes = page.locator('input[name="pick"]')
        await boxes.nth(1).check({ force: true })
        await boxes.nth(4).click({ force: true, modifiers: ['Shift'] })
        expect(await page.locator('input[name="pick"]:checked').count()).toBe(4)
        await boxes.nth(4).focus()
        for (const [key, ticked] of [
          ['Enter', 3],
          ['Space', 4],
        ] as const) {
          await page.keyboard.press(key)
          expect(await page.locator('input[name="pick"]:checked').count()).toBe(ticked)
        }
        await page.getByRole('button', { name: 'Select all' }).click()
        expect(await page.locator('input[name="pick"]:checked').count()).toBe(24)
        await page.getByRole('button', { name: 'Clear selection' }).click()
        expect(await page.locator('.picked').isVisible()).toBe(false)
        await page.keyboard.press('ArrowRight')
        await page.waitForURL(/cursor=/)
        await page.getByRole('link', { name: 'landscape 41', exact: true }).click()
        for (const [key, name] of [
          ['', 'landscape 41'],
          ['ArrowLeft', 'landscape 42'],
          ['ArrowRight', 'landscape 41'],
        ] as const) {
          if (key) await page.keyboard.press(key)
          await page.getByRole('heading', { name, exact: true }).waitFor({ state: 'attached' })
        }
        await page.getByRole('button', { name: 'Copy', exact: true }).click()
        await page.getByRole('button', { name: 'Copied' }).waitFor()
        expect(await page.evaluate('navigator.clipboard.readText()')).toBe('landscape 41')
        await page.getByRole('link', { name: 'All pictures' }).click()
        await page.getByText('25–48 of 66').waitFor()
      })
    },
    patience,
  )

  it(
    'works without script',
    async () => {
      await onGallery(
        chromium,
        async ({ page, url }) => {
          await page.goto(`${url}/account/pictures`)
          await page.getByRole('button', { name: 'Add landscape 65 to favourites' }).click({ force: true })
          await page.getByRole('link', { name: 'Favourites' }).click()
          await page.getByText('1–1 of 1').waitFor()
          await page.getByLabel('Select landscape 65').check({ force: true })
          const [download] = await Promise.all([
            page.waitForEvent('download'),
            page.getByRole('button', { name: 'Download as ZIP' }).click(),
          ])
          expect(download.suggestedFilename()).toBe('pictures.zip')
          await page.getByRole('button', { name: 'Delete' }).click()
          await page.getByRole('button', { name: 'Delete' }).click()
          await page.getByText('No favourites yet').waitFor()
        },
        false,
      )
    },
    patience,
  )
})

interface Visit {
  page: Page
  url: string
  /** A picture in its own size. */
  original: string
}

/** Somebody signed in who has that many pictures. */
async function onGallery(chromium: Chromium, visit: (given: Visit) => Promise<void>, hasScript = true) {
  let app: ReturnType<typeof createApp> | undefined
  const fetch = (request: Request, env: unknown) => app?.fetch(request, env ?? {}) ?? new Response()
  const server = await startServer({ app: { fetch }, port: 0, hostname: '127.0.0.1', log: silent })
  const url = `http://127.0.0.1:${server.port}`
  const rig = await createRig({ url })
  app = createApp({ ...rig.options, publicUrl: url })
  const { cookies } = await signIn(rig, 'ada@example.org')
  const { id: owner } = await findAccountOf(rig, 'ada@example.org')
  const { bytes, ...about } = await prepareDrawn(await createLandscape())
  let original = ''
  for (let n = 0; n < amount; n++) {
    const key = `landscape-${n}`
    original = await rig.host.put(key, bytes, about.mime)
    const picture = { key, url: original, bytes: bytes.byteLength, ...about }
    const prompt = `landscape ${n}`
    await record(
      rig.store,
      createDelivered({ id: `g${n}`, owner, createdAt: n, pictures: [picture], pictureKeys: [key], prompt }),
    )
  }
  await copyThumbnails(rig.folder, () => rig.host.makeThumbnails?.('landscape-0'))
  const context = await chromium.newContext({
    viewport: { width: 1280, height: 800 },
    javaScriptEnabled: hasScript,
    permissions: hasScript ? ['clipboard-read', 'clipboard-write'] : [],
  })
  try {
    const jar = [...cookies].map(([name, value]) => ({ name, value, domain: '127.0.0.1', path: '/' }))
    await context.addCookies(jar.map((each) => ({ ...each, name: 'session' })))
    await visit({ page: await context.newPage(), url, original })
  } finally {
    await context.close()
    await server.close(0)
  }
}

/** All pictures are the same one: its copies are drawn once. */
async function copyThumbnails(folder: string, make: () => Promise<void> | undefined): Promise<void> {
  await make()
  const kept = join(folder, 'pictures', 'thumbnails')
  for (const name of await readdir(kept)) {
    for (let n = 1; n < amount; n++)
      await copyFile(join(kept, name), join(kept, name.replace('landscape-0', `landscape-${n}`)))
  }
}

/** Counts what comes over the line, as it comes. */
async function throttle(page: Page) {
  const loaded = { bytes: 0, originals: 0 }
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', line)
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    loaded.bytes += encodedDataLength
  })
  session.on('Network.responseReceived', ({ response }) => {
    if (/\/i\/[^.]+\.(png|jpg)$/.test(response.url)) loaded.originals++
  })
  return loaded
}

/** Whether every picture in the window has come. */
const isComplete = `(() => {
  const images = [...document.querySelectorAll('.photos img')]
  const seen = images.filter((each) => each.getBoundingClientRect().top < innerHeight)
  return document.readyState !== 'loading' && seen.length > 0 && seen.every((each) => each.complete && each.naturalWidth > 0)
})()`

async function scrollThrough(page: Page): Promise<void> {
  const all = `[...document.querySelectorAll('.photos img')]`
  await page.evaluate(`${all}.at(-1).scrollIntoView()`)
  await until(page, `${all}.every((each) => each.complete && each.naturalWidth > 0)`)
}

/** The policy of the page lets nothing be evaluated again and again but this. */
async function until(page: Page, condition: string): Promise<void> {
  await page.evaluate(`new Promise((done) => {
    const look = () => (${condition}) ? done() : setTimeout(look, 10)
    look()
  })`)
}
