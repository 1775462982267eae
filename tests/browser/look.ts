/** Looks at pages as they come: whether they fit, in which language they are, and whether everybody can use them. */
import { createRequire } from 'node:module'
import type { Browser as Chromium, Page } from 'playwright-core'
import { keepsPictures, photograph, schemes } from './photograph.ts'
import { openSite } from './site.ts'
import { walk } from './walk.ts'

/** Looking at every page in every way takes its time. Milliseconds. */
export const patience = 480_000

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
const widths = { small: 320, phone: 390, desktop: 1280 }

/** Call it inside a test. Walks past every page and mail in that language; answers with what is wrong there. */
export async function lookAround(chromium: Chromium, language: string): Promise<string[]> {
  const site = await openSite(language)
  const context = await chromium.newContext({ bypassCSP: true, locale: language })
  const faults: string[] = []
  try {
    await walk(site, await context.newPage(), async (page, name) => {
      for (const fault of await look(page, name, language)) faults.push(`${name}: ${fault}`)
    })
  } finally {
    await context.close()
  }
  return faults
}

/** With words of another language these are examined again. */
const wordy = /^(\/|\/pricing|link|mail-1|team|\/account\/(settings|pictures))$/

async function look(page: Page, name: string, language: string): Promise<string[]> {
  // The page of a payment that is waited for has a picture that does not come.
  if (name !== 'checkout-waiting') await page.waitForLoadState('load')
  const faults: string[] = []
  if ((await page.getAttribute('html', 'lang')) !== language)
    faults.push('says that it is in another language')
  const isExamined = language === 'en' || wordy.test(name)
  if (isExamined) await page.addScriptTag({ path: axePath })
  // Between the schemes only colours differ, and between languages only words.
  for (const scheme of language === 'en' || keepsPictures ? schemes : schemes.slice(0, 1)) {
    faults.push(...(await photograph(page, `${language} ${name}`, { scheme, widths })))
    if (!isExamined) continue
    const { violations } = (await page.evaluate(`axe.run(${findRules(name, scheme)})`)) as {
      violations: { id: string; nodes: { html: string }[] }[]
    }
    for (const { id, nodes } of violations) faults.push(`${scheme}: ${id}: ${nodes[0]?.html}`)
  }
  return faults
}

/** Of a mail, the landmarks around it are the mail program's. */
function findRules(name: string, scheme: string): string {
  if (scheme === 'dark') return "{ runOnly: ['color-contrast'] }"
  return name.startsWith('mail-')
    ? '{ rules: { region: { enabled: false }, "landmark-one-main": { enabled: false } } }'
    : ''
}
