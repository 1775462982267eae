/** Says how far a picture is. */
import type { Generation, Progress, Text, Words } from '#core/index.ts'
import type { Block, Message } from '../platform.ts'
import { press } from '../pressed.ts'
import { renderPayer } from './payer.ts'
import { type PaidBy, renderAsker } from './picture.ts'

/** `since` is when drawing began, once it has; `asker` is a name as typed, where others read along; `payer` a team's. */
export function renderProgress(
  words: Words,
  generation: Generation,
  progress: Progress,
  { since, asker, payer }: { since?: number | undefined; asker?: string | undefined } & PaidBy = {},
): Message {
  const { id, asked } = generation
  const blocks: Block[] = [{ kind: 'text', text: describe(words.progress, progress, since) }]
  const facts = [
    ...(asker === undefined ? [] : [renderAsker(words, asker)]),
    ...renderPayer(words, generation, payer),
  ]
  if (facts.length > 0) blocks.push({ kind: 'facts', facts })
  if (progress.stage === 'preview') {
    blocks.push({ kind: 'preview', picture: progress.picture, alt: words.progress.previewAlt })
  }
  if (progress.stage === 'waiting') {
    blocks.push({ kind: 'buttons', buttons: [{ label: words.buttons.cancel, ...press('cancel', { id }) }] })
  }
  return { private: generation.private, blocks: [{ kind: 'quote', text: asked.prompt }, ...blocks] }
}

function describePlace(said: Words['progress'], { ahead, isLeast }: Extract<Progress, { stage: 'waiting' }>) {
  if (isLeast) return said.placeOrLater(ahead + 1)
  return ahead === 0 ? said.next : said.place(ahead + 1)
}

function describe(said: Words['progress'], progress: Progress, since: number | undefined): Text {
  if (progress.stage === 'waiting') {
    const { readyIn, isLeast } = progress
    const place = describePlace(said, progress)
    if (readyIn === undefined) return [place]
    return [`${place} · ${isLeast ? said.readyAtEarliest(readyIn) : said.readyIn(readyIn)}`]
  }
  const stage = progress.stage === 'hosting' ? said.saving : said.drawing
  return since === undefined ? [stage] : [`${stage} · `, { since }]
}
