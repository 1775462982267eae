/** Shows a finished picture. */
import {
  findNumber,
  findPreset,
  findPrice,
  type Generation,
  isAnyShared,
  listNumbered,
  namePicture,
  type Picture,
  type Prices,
} from '#core/index.ts'
import type { Block, Button, Message, ShownPicture } from '../platform.ts'
import { press } from '../pressed.ts'
import { renderFavouriteButton } from './favourite.ts'
import { renderPayer } from './payer.ts'
import { findOnePrice, listPickButtons } from './pick.ts'
import { type Ancestors, type Children, renderChildren, renderSteps } from './steps.ts'
import { cut, renderCredits, renderNumber, renderSize } from './words.ts'

/** What every platform takes as alternative text (Discord's 1,024 is the least). */
const longestAlt = 1_000
const longestName = 80

/** The payer alone is told the balance, where it is known; where others read along, they are told who asked. */
export type Audience =
  | { private: true; balance?: number | undefined }
  | { private: false; alone: true; balance?: number | undefined }
  | { private: false; asker: string }

/** What a team is called that pays, where that is known. */
export interface PaidBy {
  payer?: string | undefined
}

export type Shown = Audience &
  PaidBy & {
    /** Of today, for what would be drawn now. */
    prices: Prices
    /** Where it can be shared. */
    inTeam?: boolean
    /** What its buttons draw is for the presser alone; as the message is, unless said. */
    hides?: boolean
    /** What it came of. */
    steps?: Ancestors | undefined
    /** What came of it. */
    children?: Children
    /** It is shared by this very message, which says by whom. */
    shared?: true
  }

/** The message delivers a generation that nobody has been shown yet. */
export function renderPicture(generation: Generation, shown: Shown): Message {
  const { id, asked, pictures, status } = generation
  const blocks: Block[] = [
    { kind: 'quote', text: asked.prompt },
    renderPictures(generation),
    { kind: 'facts', facts: listFacts(generation, shown) },
    ...(shown.steps ? renderSteps(generation, shown.steps, shown) : []),
    ...(shown.children ? renderChildren(shown.children) : []),
    ...listButtons(generation, shown),
  ]
  return {
    private: shown.private,
    blocks,
    about: { generation: id },
    ...(pictures.length > 0 && { shows: { picture: namePicture(generation), account: generation.owner } }),
    ...(status === 'ready' && { delivers: id }),
  }
}

/** All of it that is seen. */
export const renderPictures = (generation: Generation): Block => ({
  kind: 'pictures',
  pictures: listPictures(generation),
  ...describeAll(generation),
})

/** The pictures with their alternative text: the prompt, numbered where there are several. */
export function listPictures(generation: Generation): ShownPicture[] {
  const { asked, pictureKeys } = generation
  return listNumbered(generation).map(({ number, picture: { key, url, width, height } }) => {
    const isOne = pictureKeys.length > 1
    const alt = isOne ? `${number} of ${pictureKeys.length}: ${asked.prompt}` : asked.prompt
    return { key, url, width, height, alt: cut(alt, longestAlt), ...(isOne && { number }) }
  })
}

function describeAll({ asked, pictures }: Generation): { alt?: string } {
  const { length } = pictures
  return length > 1 ? { alt: cut(`${renderNumber(length)} pictures: ${asked.prompt}`, longestAlt) } : {}
}

function listFacts(generation: Generation, shown: Shown) {
  const { asked, pictures } = generation
  const balance = 'balance' in shown ? shown.balance : undefined
  return [
    ...('asker' in shown && !shown.shared ? [renderAsker(shown.asker)] : []),
    { label: 'price', value: renderCost(generation) },
    ...listPayment(generation, shown.payer, balance),
    { label: 'size', value: renderSize(findSize(generation)) },
    { label: 'quality', value: asked.quality },
    ...listFinish(pictures[0]?.finish),
    ...(asked.model === undefined ? [] : [{ label: 'model', value: generation.model }]),
    { label: 'id', value: namePicture(generation) },
  ]
}

/** Of one of several, what all of them cost. */
function renderCost(generation: Generation): string {
  const { asked, price, repeatOf } = generation
  if (repeatOf !== undefined) return 'free, you have made it before'
  const all = findNumber(generation) === undefined ? '' : ` for ${renderNumber(asked.count)}`
  return `${renderCredits(price)}${all}`
}

const lettering = { set: 'set in type, just as you typed them', drawn: 'drawn by the model' } as const

/** What a preset promises, and how it was kept. */
function listFinish(finish: Picture['finish'] = {}) {
  const { lettering: by, background, failed } = finish
  return [
    ...(by ? [{ label: 'words', value: lettering[by] }] : []),
    ...(background ? [{ label: 'background', value: 'not see-through with this model' }] : []),
    ...(failed ? [{ label: 'finish', value: 'as drawn: size and words could not be set' }] : []),
  ]
}

/** A preset delivers another size than it asks of the model. */
export const findSize = ({ asked, pictures }: Generation) =>
  (findPreset(asked.tool) && pictures[0]) || asked.size

function listPayment(generation: Generation, name: string | undefined, balance: number | undefined) {
  const payer = renderPayer(generation, name, balance)
  if (payer.length > 0 || balance === undefined) return payer
  return [{ label: 'balance', value: renderNumber(balance) }]
}

/** As small print; `name` as typed. */
export const renderAsker = (name: string) => ({ label: 'asked by', value: cut(name, longestName) })

/** What can be done with a finished picture; a button that costs shows its price. */
function listButtons(generation: Generation, shown: Shown): Block[] {
  const { asked, favourite } = generation
  const hidden = shown.hides ?? shown.private
  const id = namePicture(generation)
  const isPicked = findNumber(generation) !== undefined
  const isShared = shown.shared ?? isAnyShared(generation)
  const buttons: Button[] = [
    ...(isPicked
      ? []
      : [
          {
            label: `Again · ${renderNumber(findPrice(shown.prices, asked))}`,
            ...press('again', { id, private: hidden }),
          },
        ]),
    {
      label: findPreset(asked.tool) ? 'Edit words' : 'Edit prompt',
      ...press('edit', { id, private: hidden }),
    },
    ...(generation.pictures.length > 1 ? [] : listOneButtons(generation, hidden, shown.prices)),
    ...(isShared || shown.inTeam ? [renderShareButton(id, isShared)] : []),
    renderFavouriteButton(generation.id, favourite === true),
    { label: 'Delete', ...press('delete', { id }), style: 'danger' },
  ]
  const numbers = listPickButtons(generation, { hidden })
  return [numbers, buttons].flatMap((row): Block[] =>
    row.length > 0 ? [{ kind: 'buttons', buttons: row }] : [],
  )
}

/** What is done with one picture alone: under several, one is picked first. */
function listOneButtons(generation: Generation, hidden: boolean, prices: Prices): Button[] {
  const target = { id: namePicture(generation), private: hidden }
  const price = (tool: 'vary-subtle' | 'upgrade') => renderNumber(findOnePrice(prices, tool, generation))
  // A preset draws anew what it says, so that it is not asked how far that may go.
  const how = findPreset(generation.asked.tool) && { how: 'strong' as const }
  const isBest = generation.asked.quality === 'premium'
  return [
    { label: `Vary · ${price('vary-subtle')}`, ...press('vary', { ...target, ...how }) },
    { label: 'Change', ...press('change-form', target) },
    ...(isBest ? [] : [{ label: `Upgrade · ${price('upgrade')}`, ...press('upgrade', target) }]),
  ]
}

/** Share, or the way back. */
export function renderShareButton(id: string, isShared: boolean): Button {
  return isShared
    ? { label: 'Unshare', ...press('unshare', { id }) }
    : { label: 'Share', ...press('share', { id }) }
}
