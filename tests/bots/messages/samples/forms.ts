/** One of every form that people are shown, by what it is, in any language. */

import { createCommands } from '#bots/commands/index.ts'
import { renderChangeForm } from '#bots/messages/change.ts'
import { renderEditForm } from '#bots/messages/edit.ts'
import { renderCodeForm } from '#bots/messages/link.ts'
import { renderReferenceForm } from '#bots/messages/references.ts'
import { renderUseForm } from '#bots/messages/use-made.ts'
import { usualOffer } from '#bots/offer.ts'
import type { Form } from '#bots/platform.ts'
import { type PresetName, presetNames, usualPrices, type Words } from '#core/index.ts'
import { fox } from '../../calls.ts'

const shown = { private: false }
export const formCommands = createCommands({ ...usualOffer, models: ['one', 'other'] })

export function listFormSamples(words: Words): Readonly<Record<string, Form>> {
  const edit = (tool: PresetName, sources: readonly string[] = []) =>
    renderEditForm(
      words,
      { ...fox, asked: { ...fox.asked, tool, sources, fields: { title: 'QR', style: 'paper' } } },
      shown,
      usualPrices,
    )
  const presets = presetNames.flatMap((name) => [
    [`edit ${name}`, edit(name)] as const,
    [`edit ${name} with a picture`, edit(name, ['one'])] as const,
  ])
  const edits = [0, 1, 7].map((count) => {
    const sources = Array.from({ length: count }, (_, index) => `${index}`)
    const seen = { ...fox, asked: { ...fox.asked, sources } }
    return [`edit from ${count}`, renderEditForm(words, seen, shown, usualPrices)] as const
  })
  const { options = [] } = formCommands.find(({ name }) => name === 'imagine') ?? {}
  const press = { command: 'draw-from', options: {} }
  const references = [1, 3, 15].map(
    (count) =>
      [`from ${count}`, { ...press, ...renderReferenceForm(words, options, { count, ...shown }) }] as const,
  )
  return {
    ...Object.fromEntries([...presets, ...edits, ...references]),
    change: renderChangeForm(words, fox, usualPrices, shown),
    code: renderCodeForm(words),
    use: renderUseForm(words, { tool: 'qr', text: 'x' }, usualPrices),
  }
}
