/** Tests that the sheet can draw whatever the bot says, in every language. */
import { expect, it } from 'vitest'
import { languages } from '#core/index.ts'
import { drawSamples } from './draw-samples.ts'

it.each(languages)('draws every message in $name', async (words) => {
  const shown = await drawSamples(words, 'data:,')
  expect(shown.length).toBeGreaterThan(200)
  const isWhole = (html: string) => html !== '' && !/undefined|\[object|NaN/.test(html)
  expect(shown.filter(({ discord, slack }) => !isWhole(discord) || !isWhole(slack))).toEqual([])
})
