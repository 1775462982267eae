/** Every page and mail in a language that marks what it says: nothing is said that no catalogue says. */
import type { Browser as Chromium, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { speak } from '#core/index.ts'
import { listUnmarked, pseudo } from '../core/languages/pseudo.ts'
import { hasChromium, openChromium } from './chromium.ts'
import { patience } from './look.ts'
import { openSite } from './site.ts'
import { walk } from './walk.ts'

describe.skipIf(!hasChromium)('in a browser', () => {
  let chromium: Chromium
  beforeAll(async () => {
    chromium = await openChromium()
  })
  afterAll(() => chromium?.close())

  it(
    'every page and mail is said by the catalogue',
    async () => {
      const said = new Set<string>()
      const context = await chromium.newContext()
      const english = speak('en')
      const kept = { ...english }
      Object.assign(english, pseudo, { tag: 'en', name: 'English' })
      try {
        await walk(await openSite(), await context.newPage(), async (page) => {
          for (const words of (await listShown(page)).flatMap(listUnmarked)) said.add(words)
        })
      } finally {
        Object.assign(english, kept)
        await context.close()
      }
      expect([...said].filter((words) => !data.test(words))).toEqual([])
    },
    patience,
  )
})

/** What people typed or are called, and what is data: names of places and commands, addresses, markup. */
const data =
  /^(imgsrc bot|og|logo|banner|avatar|emoji|placeholder|qr|favicon|resize|imagine|link|lighthouse( Ltd| Keepers| at dusk)?|Harbour Street|Bristol|England and Wales|Ada( Lovelace)?|Bob|America|Argentina|Buenos|Aires|general|starter|scripted|test|privacy|example|org|and|PM|UTC|welcome|four small boats in a bay|bold|quoted|with a red lamp and gulls around it|painted in oil on a very wide( canvas)?|w+|img src|http|png|width|height|alt|English|Deutsch|Español|日本語)$/i

/** Its whole text, in which a sentence may go through several elements, and every label. */
const listShown = (page: Page) =>
  page.evaluate<string[]>(`[
    document.title,
    (() => {
      const copy = document.body.cloneNode(true)
      for (const each of copy.querySelectorAll('code, textarea, script')) each.remove()
      for (const each of copy.querySelectorAll('bdi, td, th, time, option, strong, span')) each.append(' | ')
      return copy.textContent
    })(),
    ...[...document.body.querySelectorAll('*')].flatMap((each) =>
      ['aria-label', 'alt', 'title', 'placeholder'].map((name) => each.getAttribute(name) ?? ''),
    ),
  ]`)
