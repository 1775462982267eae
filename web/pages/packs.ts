/** The packs that can be bought, side by side. */
import { html } from 'hono/html'
import {
  type Comparison,
  comparePacks,
  type OfferedPack,
  type Prices,
  type Purchases,
  qualities,
} from '#core/index.ts'
import type { Markup } from './layout.ts'
import { joinOr, renderCredits, renderNumber } from './words.ts'

/** What is sold; where nothing is, whom to ask. */
export type Shop = Pick<Purchases, 'listPacks' | 'contact'> & { prices: Prices }

/** Each leads to our own page, which opens the checkout. `query`: goes along in its address. */
export function renderPacks(
  { listPacks, contact = 'whoever runs this bot', prices }: Shop,
  query = '',
): Markup {
  const packs = listPacks()
  if (packs.length === 0) return html`<p>Credits aren’t sold here. For more, ask ${contact}.</p>`
  const comparisons = comparePacks(packs)
  return html`<ul class="packs">
    ${packs.map((pack, index) => renderPack(pack, comparisons[index], { prices, query }))}
  </ul>`
}

function renderPack(
  pack: OfferedPack,
  comparison: Comparison | undefined,
  { prices, query }: { prices: Prices; query: string },
): Markup {
  const { saving = 0, isRecommended = false } = comparison ?? {}
  return html`<li class="card pack ${isRecommended ? 'recommended' : ''}">
    <p class="size"><span><strong>${renderNumber(pack.credits)}</strong> ${pack.credits === 1 ? 'credit' : 'credits'}</span>
      ${isRecommended ? html`<span class="badge accent">Recommended</span>` : ''}</p>
    <p class="cost">${pack.price} ${saving > 0 ? html`<span class="badge good">Save ${saving}%</span>` : ''}</p>
    <p class="quiet">${renderBuys(pack.credits, prices)}</p>
    <div class="buy">${renderOffers(pack, { query, isRecommended })}</div>
  </li>`
}

/** What a pack is enough for, such as `200 drafts, 20 standard or 6 premium pictures`. */
export function renderBuys(credits: number, prices: Prices): string {
  const counts = qualities
    .map((quality) => ({ quality, count: Math.floor(credits / prices[quality].usual) }))
    .filter(({ count }) => count > 0)
  const ways = counts.map(({ quality, count }, index) => {
    const number = renderNumber(count)
    if (quality === 'draft') return `${number} ${count === 1 ? 'draft' : 'drafts'}`
    if (index < counts.length - 1) return `${number} ${quality}`
    return `${number} ${quality} ${count === 1 ? 'picture' : 'pictures'}`
  })
  return joinOr(ways)
}

function renderOffers(
  { credits, price, offers }: OfferedPack,
  { query, isRecommended }: { query: string; isRecommended: boolean },
): Markup[] {
  return offers
    .filter((offer) => offer.kind === 'address')
    .map(
      ({ path, seller }) =>
        html`<a class="button ${isRecommended ? 'primary' : ''}" href="${path}${query}">Buy for ${price}${seller === undefined ? '' : ` with ${seller}`}<span class="unseen">: ${renderCredits(credits)}</span></a>`,
    )
}
