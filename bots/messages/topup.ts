/** Says what credits cost and where to pay, also to those who have just run short of them. */
import type { CoreError } from '#core/errors.ts'
import {
  type Core,
  joinTexts,
  type OfferedPack,
  type PlatformName,
  type Prices,
  type Quality,
  type Sale,
  type Text,
  type Words,
} from '#core/index.ts'
import type { Block, Button, Message } from '../platform.ts'
import { renderRefusal } from './refusal.ts'
import { cut } from './words.ts'

type Shop = { publicUrl: string; prices: Prices; purchases: Pick<Core['purchases'], 'listPacks' | 'contact'> }

/** `platform`: where it is shown; what is sold elsewhere alone is not offered. */
export const renderTopup = (words: Words, balance: number, shop: Shop, platform: PlatformName): Message =>
  sell(words, words.topup.own(balance), [], { shop, packs: shop.purchases.listPacks(platform) })

/** `query`: by which their addresses are for that team and for this buyer alone. */
export interface TeamShop {
  name: string | undefined
  balance: number
  query: string
}

/** What can be bought for a team, on the web. */
export function renderTeamTopup(words: Words, { name, balance, query }: TeamShop, shop: Shop): Message {
  const has = words.topup.team(name === undefined ? undefined : cut(name, 80), balance)
  return sell(words, has, words.topup.forTeam(), { shop, packs: shop.purchases.listPacks(), query })
}

/** `about`: what is said where anything is sold. */
function sell(
  words: Words,
  has: Text,
  about: Text,
  { shop, packs, query }: { shop: Shop; packs: readonly OfferedPack[]; query?: string },
): Message {
  if (packs.length === 0) return say(joinTexts(has, renderNotSold(words, shop)))
  const { head } = words.topup
  const rows = packs.map(({ credits, price }) => [
    words.number(credits),
    price,
    renderWorth(words, credits, shop),
  ])
  return say(about.length > 0 ? joinTexts(has, about) : has, [
    { kind: 'table', head: [head.credits, head.price, head.worth], rows },
    ...listButtons(words, packs, shop, query),
  ])
}

type Sold = Pick<Sale, 'isTest'>

/** Credits that somebody has bought are there. */
export const renderCredited = (words: Words, credits: number, balance: number, sale: Sold): Message =>
  say(tellIfTest(words, words.topup.came(credits, balance), sale))

/** Most of them are spent. */
export function renderLow(words: Words, balance: number, shop: Shop, platform: PlatformName): Message {
  const packs = shop.purchases.listPacks(platform)
  const next = packs.length === 0 ? renderNotSold(words, shop) : words.topup.goOn()
  const left = balance > 0 ? words.topup.left(balance) : words.topup.spent()
  return say(joinTexts(left, next), listButtons(words, packs, shop))
}

/** Credits that somebody has bought wait for an account. */
export const renderWaiting = (words: Words, credits: number, sale: Sold): Message =>
  say(tellIfTest(words, words.topup.wait(credits), sale))

export const tellIfTest = (words: Words, text: Text, { isTest }: Sold): Text =>
  isTest ? joinTexts(text, words.topup.test()) : text

/** The refusal of what the balance does not cover, with a way to pay for each pack that would. */
export function renderShortfall(
  words: Words,
  error: CoreError<'insufficient-credits'>,
  shop: Shop,
  platform: PlatformName,
): Message {
  const { price, balance, heldUntil } = error.data
  const packs = shop.purchases.listPacks(platform)
  const fitting = packs.filter(({ credits }) => credits >= price - balance)
  const blocks = [...renderRefusal(words, error).blocks]
  if (heldUntil !== undefined) blocks.push({ kind: 'text', text: words.topup.kept() })
  if (packs.length === 0) blocks.push({ kind: 'text', text: renderNotSold(words, shop) })
  return {
    private: true,
    blocks: [...blocks, ...listButtons(words, fitting.length > 0 ? fitting : packs, shop)],
  }
}

/** Where credits come by an operator's hand alone. */
const renderNotSold = ({ topup }: Words, { purchases: { contact } }: Shop) => topup.notSold(contact)

/** What so many credits buy. */
function renderWorth({ topup }: Words, credits: number, { prices }: Shop): string {
  const count = (quality: Quality) => Math.floor(credits / prices[quality].usual)
  return topup.worth(count('draft'), count('standard'), count('premium'))
}

function listButtons(words: Words, packs: readonly OfferedPack[], { publicUrl }: Shop, query = ''): Block[] {
  const buttons = packs.flatMap(({ credits, price, offers }) =>
    offers.map((offer): Button => {
      if (offer.kind === 'platform') return { sku: offer.sku }
      const label = [words.credits(credits), price, offer.seller].filter(Boolean).join(' · ')
      return { label, url: `${publicUrl}${offer.path}${query}` }
    }),
  )
  return buttons.length === 0 ? [] : [{ kind: 'buttons', buttons }]
}

const say = (text: Text, more: readonly Block[] = []): Message => ({
  private: true,
  blocks: [{ kind: 'text', text }, ...more],
})
