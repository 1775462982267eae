/** Says what credits cost and where to pay, also to those who have just run short of them. */
import type { CoreError } from '#core/errors.ts'
import { type Core, type Pack, pricePerPicture } from '#core/index.ts'
import type { Block, Button, Message } from '../platform.ts'
import { renderRefusal } from './refusal.ts'
import { renderChoices, renderCredits, renderNumber } from './words.ts'

type Shop = { publicUrl: string; purchases: Pick<Core['purchases'], 'packs'> }

export function renderTopup(balance: number, shop: Shop): Message {
  const { packs } = shop.purchases
  const rows = packs.map(({ credits, price }) => [renderNumber(credits), price, renderWorth(credits)])
  return {
    private: true,
    blocks: [
      { kind: 'text', text: ['You have ', { bold: renderCredits(balance) }, '. Credits never expire.'] },
      { kind: 'table', head: ['credits', 'price', 'enough for'], rows },
      ...listButtons(packs, shop),
    ],
  }
}

/** Credits that somebody has bought are there. */
export function renderCredited(credits: number, balance: number): Message {
  const text = [{ bold: renderCredits(credits) }, ' came. You have ', renderCredits(balance), ' now.']
  return { private: true, blocks: [{ kind: 'text', text }] }
}

/** The refusal of what the balance does not cover, with a way to pay for each pack that would. */
export function renderShortfall(error: CoreError<'insufficient-credits'>, shop: Shop): Message {
  const { price, balance, heldUntil } = error.data
  const { packs } = shop.purchases
  const fitting = packs.filter(({ credits }) => credits >= price - balance)
  const blocks = [...renderRefusal(error).blocks]
  if (heldUntil !== undefined) {
    blocks.push({
      kind: 'text',
      text: ['It is kept for 15 minutes: when the credits come, it is drawn by itself.'],
    })
  }
  return { private: true, blocks: [...blocks, ...listButtons(fitting.length > 0 ? fitting : packs, shop)] }
}

/** What so many credits buy: `100 draft, 10 standard or 3 premium pictures`. */
function renderWorth(credits: number): string {
  const worth = Object.entries(pricePerPicture).map(
    ([quality, price]) => `${renderNumber(Math.floor(credits / price))} ${quality}`,
  )
  return `${renderChoices(worth)} pictures`
}

function listButtons(packs: readonly Pack[], { publicUrl }: Shop): Block[] {
  if (packs.length === 0) return []
  const buttons = packs.map(
    ({ name, credits, price }): Button => ({
      label: `${renderCredits(credits)} · ${price}`,
      url: `${publicUrl}/checkout/${name}`,
    }),
  )
  return [{ kind: 'buttons', buttons }]
}
