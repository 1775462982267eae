/** The packs that can be bought, side by side. */
import { html } from 'hono/html'
import {
  type Comparison,
  comparePacks,
  type OfferedPack,
  type Prices,
  type Purchases,
  type Words,
} from '#core/index.ts'
import type { Markup } from './layout.ts'

/** What is sold; where nothing is, whom to ask. */
export type Shop = Pick<Purchases, 'listPacks' | 'contact'> & { prices: Prices }

/** Each leads to our own page, which opens the checkout. `query`: goes along in its address. */
export function renderPacks(
  words: Words,
  { listPacks, contact = words.packs.operator, prices }: Shop,
  query = '',
): Markup {
  const packs = listPacks()
  if (packs.length === 0) return html`<p>${words.packs.notSold(contact)}</p>`
  const comparisons = comparePacks(packs)
  return html`<ul class="packs">
    ${packs.map((pack, index) => renderPack(words, pack, { ...comparisons[index], prices, query }))}
  </ul>`
}

function renderPack(
  words: Words,
  pack: OfferedPack,
  {
    saving = 0,
    isRecommended = false,
    prices,
    query,
  }: Partial<Comparison> & { prices: Prices; query: string },
): Markup {
  const { packs, account, number } = words
  return html`<li class="card pack ${isRecommended ? 'recommended' : ''}">
    <p class="size"><span><strong>${number(pack.credits)}</strong> ${account.unit(pack.credits)}</span>
      ${isRecommended ? html`<span class="badge accent">${packs.recommended}</span>` : ''}</p>
    <p class="cost">${pack.price} ${saving > 0 ? html`<span class="badge good">${packs.save(saving)}</span>` : ''}</p>
    <p class="quiet">${renderBuys(words, pack.credits, prices)}</p>
    <div class="buy">${renderOffers(words, pack, { query, isRecommended })}</div>
  </li>`
}

/** What credits are enough for, such as `200 drafts, 20 standard or 6 premium pictures`. */
export function renderBuys({ packs }: Words, credits: number, prices: Prices): string {
  const count = (quality: keyof Prices) => Math.floor(credits / prices[quality].usual)
  return packs.buys({ draft: count('draft'), standard: count('standard'), premium: count('premium') })
}

function renderOffers(
  words: Words,
  { credits, price, offers }: OfferedPack,
  { query, isRecommended }: { query: string; isRecommended: boolean },
): Markup[] {
  const { buy, buyWith } = words.packs
  return offers
    .filter((offer) => offer.kind === 'address')
    .map(
      ({ path, seller }) =>
        html`<a class="button ${isRecommended ? 'primary' : ''}" href="${path}${query}">${seller === undefined ? buy(price) : buyWith(price, seller)}<span class="unseen">: ${words.credits(credits)}</span></a>`,
    )
}
