/** Says how far a picture is. */
import type { Generation, Progress, Text } from '#core/index.ts'
import type { Block, Message } from '../platform.ts'
import { press } from '../pressed.ts'
import { renderPayer } from './payer.ts'
import { type PaidBy, renderAsker } from './picture.ts'
import { renderEstimate, renderNumber } from './words.ts'

/** `since` is when drawing began, once it has; `asker` is a name as typed, where others read along; `payer` a team's. */
export function renderProgress(
  generation: Generation,
  progress: Progress,
  { since, asker, payer }: { since?: number | undefined; asker?: string | undefined } & PaidBy = {},
): Message {
  const { id, asked } = generation
  const blocks: Block[] = [{ kind: 'text', text: describe(progress, since) }]
  const facts = [...(asker === undefined ? [] : [renderAsker(asker)]), ...renderPayer(generation, payer)]
  if (facts.length > 0) blocks.push({ kind: 'facts', facts })
  if (progress.stage === 'preview') {
    blocks.push({ kind: 'preview', picture: progress.picture, alt: 'The unfinished picture' })
  }
  if (progress.stage === 'waiting') {
    blocks.push({ kind: 'buttons', buttons: [{ label: 'Cancel', ...press('cancel', { id }) }] })
  }
  return { private: generation.private, blocks: [{ kind: 'quote', text: asked.prompt }, ...blocks] }
}

function describePlace({ ahead, isLeast }: Extract<Progress, { stage: 'waiting' }>): string {
  if (isLeast) return `place ${renderNumber(ahead + 1)} or later in the queue`
  return ahead === 0 ? 'next in the queue' : `place ${renderNumber(ahead + 1)} in the queue`
}

function describe(progress: Progress, since: number | undefined): Text {
  const clock: Text = since === undefined ? [] : [' · ', { since }]
  switch (progress.stage) {
    case 'waiting':
      return [
        describePlace(progress),
        ...(progress.readyIn === undefined
          ? []
          : [` · ready in ${progress.isLeast ? 'at least' : 'about'} ${renderEstimate(progress.readyIn)}`]),
      ]
    case 'hosting':
      return ['storing', ...clock]
    default:
      return ['drawing', ...clock]
  }
}
