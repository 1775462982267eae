/** Says by which steps a picture came to be, and leads back to them. */

import { type Core, type Generation, isPublic, namePicture, type Text, type Words } from '#core/index.ts'
import type { Block } from '../platform.ts'
import { press } from '../pressed.ts'
import { cut } from './words.ts'

type Family = Awaited<ReturnType<Core['history']['family']>>
export type Ancestors = Pick<Family, 'steps' | 'before'>
export type Children = Pick<Family, 'children' | 'hasMore'>

const longestStep = 40
/** The last ones; those before are told by an ellipsis. */
const mostTold = 8
/** As many buttons as a row has on every platform. */
const mostBack = 5

/** `1 a fox · 2 make it bluer`, and the way back. Nothing for what came of no other. Others read along where there is an `asker`. */
export function renderSteps(
  words: Words,
  seen: Generation,
  { steps, before }: Ancestors,
  shown: { private: boolean; asker?: string },
): Block[] {
  if (steps.length === 0 && before === undefined) return []
  const isTold = (step: Generation) => shown.asker === undefined || isPublic(step)
  const { steps: said } = words
  const told = [
    ...steps.map((step) => (isTold(step) ? describe(words, step) : said.private)),
    describe(words, seen),
  ]
  const line = told.map((text, index) => `${index + 1} ${text}`).slice(-mostTold)
  const gone = before === 'gone' ? [said.gone] : []
  const start = before === 'more' || line.length < told.length ? ['…'] : gone
  const back = steps.flatMap((step, index) =>
    isTold(step) ? [renderBack(words, step, index + 1, shown)] : [],
  )
  return [
    { kind: 'text', text: [[...start, ...line].join(' · ')] },
    ...(back.length > 0 ? [{ kind: 'buttons' as const, buttons: back.slice(-mostBack) }] : []),
  ]
}

const renderBack = (
  { buttons }: Words,
  picture: Generation,
  number: number,
  shown: { private: boolean },
) => ({
  label: buttons.backTo(number),
  ...press('back', { id: namePicture(picture), private: shown.private }),
})

/** What came of a picture, of the reader's own. */
export function renderChildren(words: Words, { children, hasMore }: Children): Block[] {
  if (children.length === 0) return []
  const list = children
    .flatMap((child): Text => [' · ', { code: child.id }, ` ${describe(words, child)}`])
    .slice(1)
  return [{ kind: 'text', text: words.steps.madeFromThis([...list, ...(hasMore ? [' …'] : [])]) }]
}

/** What was asked for at that step, not what it repeats of the one before. */
function describe({ steps: said }: Words, { asked }: Generation): string {
  if (asked.tool === 'upgrade') return said.upgraded
  if (asked.tool.startsWith('var')) return said.varied
  return cut(asked.prompt, longestStep)
}
