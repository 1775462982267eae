/** Lists what somebody has made. */
import type { Generation } from '#core/index.ts'
import type { Block, Message } from '../platform.ts'
import { cut, renderCredits, renderDate, renderSize } from './words.ts'

const longestExcerpt = 160

/** `older` is what the button for the next page carries; absent on the last page. */
export function renderHistory(
  generations: readonly Generation[],
  { search, older }: { search: string; older?: string },
): Message {
  if (generations.length === 0) return renderEmpty(search)
  const blocks: Block[] = generations.flatMap(renderEntry)
  if (older !== undefined) {
    blocks.push({
      kind: 'buttons',
      buttons: [{ label: 'Older', command: 'older', id: older, style: 'plain' }],
    })
  }
  return { private: true, blocks }
}

function renderEntry({ id, spec, price, createdAt, pictures }: Generation): Block[] {
  const cost = price === 0 ? 'free' : renderCredits(price)
  const about = `  ${renderDate(createdAt)} · ${renderSize(spec)} · ${spec.quality} · ${cost} · `
  const links = pictures.flatMap(({ url }, index) => [
    ...(index > 0 ? [' '] : []),
    { link: url, label: pictures.length > 1 ? `picture ${index + 1}` : 'picture' },
  ])
  return [
    { kind: 'text', text: [{ bold: id }, about, ...links] },
    { kind: 'quote', text: cut(spec.prompt, longestExcerpt) },
    { kind: 'buttons', buttons: [{ label: 'Show', command: 'show', id, style: 'plain' }] },
  ]
}

function renderEmpty(search: string): Message {
  const text =
    search === ''
      ? ['You have made nothing yet. ', { code: '/imagine' }, ' makes the first one.']
      : ['None of your pictures has all of these words: ', `“${cut(search, 60)}”`]
  return { private: true, blocks: [{ kind: 'text', text }] }
}
