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
  type Text,
  type Words,
} from '#core/index.ts'
import type { Block, Button, Message, ShownPicture } from '../platform.ts'
import { press } from '../pressed.ts'
import { renderFavouriteButton } from './favourite.ts'
import { renderPayer } from './payer.ts'
import { findOnePrice, listPickButtons } from './pick.ts'
import { type Ancestors, type Children, renderChildren, renderSteps } from './steps.ts'
import { cut, renderSize } from './words.ts'

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
export function renderPicture(words: Words, generation: Generation, shown: Shown): Message {
  const { id, asked, pictures, status } = generation
  const blocks: Block[] = [
    { kind: 'quote', text: asked.prompt },
    renderPictures(words, generation),
    { kind: 'facts', facts: listFacts(words, generation, shown) },
    ...(shown.steps ? renderSteps(words, generation, shown.steps, shown) : []),
    ...(shown.children ? renderChildren(words, shown.children) : []),
    ...listButtons(words, generation, shown),
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
export const renderPictures = (words: Words, generation: Generation): Block => ({
  kind: 'pictures',
  pictures: listPictures(words, generation),
  ...describeAll(words, generation),
})

/** The pictures with their alternative text: the prompt, numbered where there are several. */
export function listPictures({ picture: said }: Words, generation: Generation): ShownPicture[] {
  const { asked, pictureKeys } = generation
  return listNumbered(generation).map(({ number, picture: { key, url, width, height } }) => {
    const isOne = pictureKeys.length > 1
    const alt = isOne ? said.oneAlt(number, pictureKeys.length, asked.prompt) : asked.prompt
    return { key, url, width, height, alt: cut(alt, longestAlt), ...(isOne && { number }) }
  })
}

function describeAll({ picture: said }: Words, { asked, pictures }: Generation): { alt?: string } {
  const { length } = pictures
  return length > 1 ? { alt: cut(said.allAlt(length, asked.prompt), longestAlt) } : {}
}

/** Links to them, one after another. */
export function linkPictures({ picture: said }: Words, generation: Generation): Text {
  const isOne = generation.pictures.length === 1
  return listNumbered(generation).flatMap(({ number, picture: { url } }, index) => [
    ...(index > 0 ? [' '] : []),
    { link: url, label: isOne ? said.link : said.numberedLink(number) },
  ])
}

function listFacts(words: Words, generation: Generation, shown: Shown) {
  const { asked, pictures } = generation
  const { facts } = words
  const balance = 'balance' in shown ? shown.balance : undefined
  return [
    ...('asker' in shown && !shown.shared ? [renderAsker(words, shown.asker)] : []),
    { label: facts.price, value: renderCost(words, generation) },
    ...listPayment(words, generation, shown.payer, balance),
    { label: facts.size, value: renderSize(findSize(generation)) },
    { label: facts.quality, value: words.qualities[asked.quality] },
    ...listFinish(words, pictures[0]?.finish),
    ...(asked.model === undefined ? [] : [{ label: facts.model, value: generation.model }]),
    { label: facts.id, value: namePicture(generation) },
  ]
}

/** Of one of several, what all of them cost. */
function renderCost({ credits, picture: said }: Words, generation: Generation): string {
  const { asked, price, repeatOf } = generation
  if (repeatOf !== undefined) return said.freeRepeat
  return findNumber(generation) === undefined ? credits(price) : said.priceOfAll(price, asked.count)
}

/** What a preset promises, and how it was kept. */
function listFinish({ facts, picture: said }: Words, finish: Picture['finish'] = {}) {
  const { lettering, background, failed } = finish
  const asTyped = lettering === 'set' ? said.wordsSet : said.wordsDrawn
  return [
    ...(lettering ? [{ label: facts.words, value: asTyped }] : []),
    ...(background ? [{ label: facts.background, value: said.opaque }] : []),
    ...(failed ? [{ label: facts.finish, value: said.unfinished }] : []),
  ]
}

/** A preset delivers another size than it asks of the model. */
export const findSize = ({ asked, pictures }: Generation) =>
  (findPreset(asked.tool) && pictures[0]) || asked.size

function listPayment(
  words: Words,
  generation: Generation,
  name: string | undefined,
  balance: number | undefined,
) {
  const payer = renderPayer(words, generation, name, balance)
  if (payer.length > 0 || balance === undefined) return payer
  return [{ label: words.facts.balance, value: words.number(balance) }]
}

/** As small print; `name` as typed. */
export const renderAsker = ({ facts }: Words, name: string) => ({
  label: facts.askedBy,
  value: cut(name, longestName),
})

/** What can be done with a finished picture; a button that costs shows its price. */
function listButtons(words: Words, generation: Generation, shown: Shown): Block[] {
  const { buttons: labels } = words
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
            label: labels.again(findPrice(shown.prices, asked)),
            ...press('again', { id, private: hidden }),
          },
        ]),
    {
      label: findPreset(asked.tool) ? labels.editWords : labels.editPrompt,
      ...press('edit', { id, private: hidden }),
    },
    ...(generation.pictures.length > 1 ? [] : listOneButtons(words, generation, hidden, shown.prices)),
    ...(isShared || shown.inTeam ? [renderShareButton(words, id, isShared)] : []),
    renderFavouriteButton(words, generation.id, favourite === true),
    { label: labels.delete, ...press('delete', { id }), style: 'danger' },
  ]
  const numbers = listPickButtons(words, generation, { hidden })
  return [numbers, buttons].flatMap((row): Block[] =>
    row.length > 0 ? [{ kind: 'buttons', buttons: row }] : [],
  )
}

/** What is done with one picture alone: under several, one is picked first. */
function listOneButtons(
  { buttons: labels }: Words,
  generation: Generation,
  hidden: boolean,
  prices: Prices,
): Button[] {
  const target = { id: namePicture(generation), private: hidden }
  const price = (tool: 'vary-subtle' | 'upgrade') => findOnePrice(prices, tool, generation)
  // A preset draws anew what it says, so that it is not asked how far that may go.
  const how = findPreset(generation.asked.tool) && { how: 'strong' as const }
  const isBest = generation.asked.quality === 'premium'
  return [
    { label: labels.vary(price('vary-subtle')), ...press('vary', { ...target, ...how }) },
    { label: labels.changeThis, ...press('change-form', target) },
    ...(isBest ? [] : [{ label: labels.upgrade(price('upgrade')), ...press('upgrade', target) }]),
  ]
}

/** Share, or the way back. */
export function renderShareButton({ buttons: labels }: Words, id: string, isShared: boolean): Button {
  return isShared
    ? { label: labels.unshare, ...press('unshare', { id }) }
    : { label: labels.share, ...press('share', { id }) }
}
