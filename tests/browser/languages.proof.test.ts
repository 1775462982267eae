/** Every page and mail in every other language, whole in all widths. */
import type { Browser as Chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { languages } from '#core/index.ts'
import { hasChromium, openChromium } from './chromium.ts'
import { lookAround, patience } from './look.ts'

describe.skipIf(!hasChromium)('in a browser', () => {
  let chromium: Chromium
  beforeAll(async () => {
    chromium = await openChromium()
  })
  afterAll(() => chromium?.close())

  it.each(languages.slice(1).map(({ tag }) => tag))(
    'every page and mail is whole in %s',
    async (language) => {
      expect(await lookAround(chromium, language)).toEqual([])
    },
    patience,
  )
})
