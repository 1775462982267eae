/** Says what credits cost and where to pay, also to those who have just run short of them. */
import type { CoreError } from '#core/errors.ts'
import {
  type Core,
  type OfferedPack,
  type PlatformName,
  type Prices,
  qualities,
  type Sale,
  type Text,
  type Words,
} from '#core/index.ts'
import type { Block, Button, Message } from '../platform.ts'
import { renderRefusal } from './refusal.ts'
import { cut, renderChoices, renderCredits, renderNumber } from './words.ts'

type Shop = { publicUrl: string; prices: Prices; purchases: Pick<Core['purchases'], 'listPacks' | 'contact'> }

/** `platform`: where it is shown; what is sold elsewhere alone is not offered. */
export function renderTopup(balance: number, shop: Shop, platform: PlatformName): Message {
  const packs = shop.purchases.listPacks(platform)
  const balanceText = ['You have ', { bold: renderCredits(balance) }, '. Credits never expire.']
  if (packs.length === 0) {
    return { private: true, blocks: [{ kind: 'text', text: [...balanceText, ' ', renderNotSold(shop)] }] }
  }
  const rows = packs.map(({ credits, price }) => [renderNumber(credits), price, renderWorth(credits, shop)])
  return {
    private: true,
    blocks: [
      { kind: 'text', text: balanceText },
      { kind: 'table', head: ['credits', 'price', 'enough for'], rows },
      ...listButtons(packs, shop),
    ],
  }
}

/** `query`: by which their addresses are for that team and for this buyer alone. */
export interface TeamShop {
  name: string | undefined
  balance: number
  query: string
}

/** What can be bought for a team, on the web. */
export function renderTeamTopup({ name, balance, query }: TeamShop, shop: Shop): Message {
  const packs = shop.purchases.listPacks()
  const whose: Text = [{ bold: cut(name ?? 'The team', 80) }, ' has ', { bold: renderCredits(balance) }, '. ']
  if (packs.length === 0) {
    return { private: true, blocks: [{ kind: 'text', text: [...whose, renderNotSold(shop)] }] }
  }
  const what = 'What you buy here is the team’s: it pays for its members, and you can’t take it back.'
  const rows = packs.map(({ credits, price }) => [renderNumber(credits), price, renderWorth(credits, shop)])
  return {
    private: true,
    blocks: [
      { kind: 'text', text: [...whose, what] },
      { kind: 'table', head: ['credits', 'price', 'enough for'], rows },
      ...listButtons(packs, shop, query),
    ],
  }
}

type Sold = Pick<Sale, 'isTest'>

/** Credits that somebody has bought are there. */
export function renderCredited(credits: number, balance: number, sale: Sold): Message {
  const text = [{ bold: renderCredits(credits) }, ' came. You have ', renderCredits(balance), ' now.']
  return { private: true, blocks: [{ kind: 'text', text: [...text, ...listTest(sale)] }] }
}

/** Most of them are spent. */
export function renderLow(balance: number, shop: Shop, platform: PlatformName): Message {
  const packs = shop.purchases.listPacks(platform)
  const what = packs.length === 0 ? renderNotSold(shop) : 'Top up:'
  const left: Text =
    balance > 0 ? ['You have ', { bold: renderCredits(balance) }, ' left. '] : ['Your credits are spent. ']
  const text = [...left, what]
  return { private: true, blocks: [{ kind: 'text', text }, ...listButtons(packs, shop)] }
}

/** Credits that somebody has bought wait for an account. */
export function renderWaiting(credits: number, sale: Sold): Message {
  const text = ['Thank you! The ', { bold: renderCredits(credits) }, ' that you bought wait for an account. ']
  const how = [{ code: '/link' }, ' makes or connects one, and they come with it.']
  return { private: true, blocks: [{ kind: 'text', text: [...text, ...how, ...listTest(sale)] }] }
}

export const listTest = ({ isTest }: Sold) => (isTest ? [' This was a test purchase: no money moved.'] : [])

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
  if (heldUntil !== undefined) {
    blocks.push({
      kind: 'text',
      text: ['It is kept for 15 minutes: when the credits come, it is drawn by itself.'],
    })
  }
  if (packs.length === 0) blocks.push({ kind: 'text', text: [renderNotSold(shop)] })
  return { private: true, blocks: [...blocks, ...listButtons(fitting.length > 0 ? fitting : packs, shop)] }
}

/** Where credits come by an operator's hand alone. */
function renderNotSold({ purchases: { contact } }: Shop): string {
  return `Credits are not sold here. For more, ask ${contact ?? 'whoever runs this bot'}.`
}

/** What so many credits buy: `100 draft, 10 standard or 3 premium pictures`. */
function renderWorth(credits: number, { prices }: Shop): string {
  const worth = qualities.map(
    (quality) => `${renderNumber(Math.floor(credits / prices[quality].usual))} ${quality}`,
  )
  return `${renderChoices(worth)} pictures`
}

function listButtons(packs: readonly OfferedPack[], { publicUrl }: Shop, query = ''): Block[] {
  const buttons = packs.flatMap(({ credits, price, offers }) =>
    offers.map((offer): Button => {
      if (offer.kind === 'platform') return { sku: offer.sku }
      const label = [renderCredits(credits), price, offer.seller].filter(Boolean).join(' · ')
      return { label, url: `${publicUrl}${offer.path}${query}` }
    }),
  )
  return buttons.length === 0 ? [] : [{ kind: 'buttons', buttons }]
}
