/** Every message in Japanese: no space between sentences, and lists and brackets as Japanese has them. */
import { expect, it } from 'vitest'
import { renderMessage } from '#bots/terminal/render.ts'
import { speak } from '#core/index.ts'
import { listSamples } from './samples/samples.ts'

const spaced = /。 |[ぁ-ヿ一-鿿], |[ぁ-ヿ一-鿿] \([ぁ-ヿ一-鿿]/u

it.each(Object.entries(listSamples(speak('ja'))))('%s', (_name, message) => {
  const text = renderMessage(message, { styled: false, now: 0 })
  expect(text.split('\n').filter((line) => spaced.test(line))).toEqual([])
})
