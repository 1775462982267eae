/** Shows a finished picture. */
import { findPrice, type Generation } from '#core/index.ts'
import type { Block, Button, Message, ShownPicture } from '../platform.ts'
import { press } from '../pressed.ts'
import { cut, renderCredits, renderNumber, renderSize } from './words.ts'

/** What every platform takes as alternative text (Discord's 1,024 is the least). */
const longestAlt = 1_000
const longestName = 80

/** The payer alone is told the balance, where it is known; where others read along, they are told who asked. */
export type Audience =
  | { private: true; balance?: number | undefined }
  | { private: false; alone: true; balance?: number | undefined }
  | { private: false; asker: string }

export type Shown = Audience & {
  /** Where it can be shared. */
  inTeam?: boolean
  /** It is shared by this very message, which says by whom. */
  shared?: true
}

/** The message delivers a generation that nobody has been shown yet. */
export function renderPicture(generation: Generation, shown: Shown): Message {
  const { id, asked, status } = generation
  const blocks: Block[] = [
    { kind: 'quote', text: asked.prompt },
    { kind: 'pictures', pictures: listPictures(generation) },
    { kind: 'facts', facts: listFacts(generation, shown) },
    { kind: 'buttons', buttons: listButtons(generation, shown) },
  ]
  return {
    private: shown.private,
    blocks,
    about: { generation: id },
    ...(status === 'ready' && { delivers: id }),
  }
}

/** The pictures with their alternative text: the prompt, numbered where there are several. */
function listPictures({ asked, pictures }: Generation): ShownPicture[] {
  return pictures.map(({ key, url, width, height }, index) => {
    const alt = pictures.length > 1 ? `${index + 1} of ${pictures.length}: ${asked.prompt}` : asked.prompt
    return { key, url, width, height, alt: cut(alt, longestAlt) }
  })
}

function listFacts({ id, asked, price, repeatOf }: Generation, shown: Shown) {
  const cost = repeatOf === undefined ? renderCredits(price) : 'free, you have made it before'
  const balance = 'balance' in shown ? shown.balance : undefined
  return [
    ...('asker' in shown && !shown.shared ? [renderAsker(shown.asker)] : []),
    { label: 'price', value: cost },
    ...(balance === undefined ? [] : [{ label: 'balance', value: renderNumber(balance) }]),
    { label: 'size', value: renderSize(asked.size) },
    { label: 'quality', value: asked.quality },
    { label: 'id', value: id },
  ]
}

/** As small print; `name` as typed. */
export const renderAsker = (name: string) => ({ label: 'asked by', value: cut(name, longestName) })

/** What can be done with a finished picture; a button that costs shows its price. */
function listButtons({ id, asked, shared }: Generation, shown: Shown): Button[] {
  const price = renderNumber(findPrice(asked))
  const best = renderNumber(findPrice({ ...asked, quality: 'premium' }))
  const target = { id, private: shown.private }
  const isShared = shown.shared ?? shared !== undefined
  return [
    { label: `Again · ${price}`, ...press('again', target) },
    { label: 'Edit prompt', ...press('edit', target) },
    { label: `Vary · ${price}`, ...press('vary', target) },
    ...(asked.quality === 'premium' ? [] : [{ label: `Upgrade · ${best}`, ...press('upgrade', target) }]),
    ...(isShared || shown.inTeam ? [renderShareButton(id, isShared)] : []),
    { label: 'Delete', ...press('delete', { id }), style: 'danger' },
  ]
}

/** Share, or the way back. */
export function renderShareButton(id: string, isShared: boolean): Button {
  return isShared
    ? { label: 'Unshare', ...press('unshare', { id }) }
    : { label: 'Share', ...press('share', { id }) }
}
