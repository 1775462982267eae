/** Lists what somebody has made. */
import type { Generation } from '#core/index.ts'
import type { Block, Message } from '../platform.ts'
import { press } from '../pressed.ts'
import { findSize } from './picture.ts'
import { cut, renderCredits, renderDate, renderSize } from './words.ts'

const longestExcerpt = 160

/** `next` is the cursor of the next page; absent on the last. */
export function renderHistory(
  generations: readonly Generation[],
  { search, next }: { search: string; next?: string },
): Message {
  if (generations.length === 0) return renderEmpty(search)
  const blocks: Block[] = generations.flatMap(renderEntry)
  if (next !== undefined) {
    const older = { label: 'Older', ...press('older', { cursor: next, search }) }
    blocks.push({ kind: 'buttons', buttons: [older] })
  }
  return { private: true, blocks }
}

function renderEntry(generation: Generation): Block[] {
  const { id, asked, price, createdAt, pictures } = generation
  const cost = price === 0 ? 'free' : renderCredits(price)
  const about = `  ${renderDate(createdAt)} · ${renderSize(findSize(generation))} · ${asked.quality} · ${cost} · `
  const links = pictures.flatMap(({ url }, index) => [
    ...(index > 0 ? [' '] : []),
    { link: url, label: pictures.length > 1 ? `picture ${index + 1}` : 'picture' },
  ])
  return [
    { kind: 'text', text: [{ bold: id }, about, ...links] },
    { kind: 'quote', text: cut(asked.prompt, longestExcerpt) },
    { kind: 'buttons', buttons: [{ label: 'Show', ...press('show', { id }) }] },
  ]
}

function renderEmpty(search: string): Message {
  const text =
    search === ''
      ? ['You have made nothing yet. ', { code: '/imagine' }, ' makes the first one.']
      : ['None of your pictures has all of these words: ', `“${cut(search, 60)}”`]
  return { private: true, blocks: [{ kind: 'text', text }] }
}
