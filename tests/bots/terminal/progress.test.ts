/** Tests what stands below the prompt while pictures are drawn: their newest previews, and none that is overtaken. */
import { expect, it, onTestFinished } from 'vitest'
import { renderProgress } from '#bots/messages/progress.ts'
import { createProgress } from '#bots/terminal/progress.ts'
import { speak } from '#core/index.ts'
import { settle } from '#tests/settle.ts'
import { fox } from '../calls.ts'

const words = speak(undefined)
const drawing = renderProgress(words, fox, { stage: 'drawing', since: 0 })
const preview = (value: number) =>
  renderProgress(words, fox, { stage: 'preview', picture: new Uint8Array([value]) }, { since: 0 })

function begin() {
  const shown: (readonly string[])[] = []
  const drawn = new Map<number, (lines: readonly string[] | undefined) => void>()
  const progress = createProgress({
    screen: {
      showStatus: (lines, picture = []) => void shown.push([...lines, ...picture]),
      ...{ print: () => undefined, enter: () => undefined, leave: () => undefined },
    },
    now: () => 0,
    drawPreview: ([value = 0]) => new Promise((resolve) => drawn.set(value, resolve)),
  })
  onTestFinished(() => progress.stop())
  return { progress, shown, finish: (value: number, lines?: string[]) => drawn.get(value)?.(lines) }
}

it('shows a preview until there is a newer one or the picture', async () => {
  const { progress, shown, finish } = begin()
  progress.show('a', preview(1))
  finish(1, ['▀1'])
  await settle()
  expect(shown.at(-1)).toEqual(['⠋ a red fox · drawing · 0 s', '▀1'])
  progress.show('a', preview(2))
  expect(shown.at(-1)?.at(-1)).toBe('▀1')
  progress.show('a', drawing)
  finish(2, ['▀2'])
  await settle()
  expect(shown.at(-1)?.at(-1)).toBe('▀2')
  progress.show('a', undefined)
  expect(shown.at(-1)).toEqual([])
})

it('drops one that is overtaken, that cannot be shown, or whose picture is there', async () => {
  const { progress, shown, finish } = begin()
  progress.show('a', preview(1))
  progress.show('a', preview(2))
  finish(2, ['▀2'])
  finish(1, ['▀1'])
  await settle()
  expect(shown.at(-1)?.at(-1)).toBe('▀2')
  progress.show('a', preview(3))
  finish(3)
  progress.show('a', preview(4))
  progress.show('a', undefined)
  finish(4, ['▀4'])
  await settle()
  expect(shown.at(-1)).toEqual([])
})
