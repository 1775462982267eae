/** The prices: what can be bought, and what it buys. */
import { html } from 'hono/html'
import {
  findStyleSheet,
  largestUsual,
  listPresetPrices,
  type OfferedPack,
  type PresetName,
  type Prices,
  type Purchases,
  presetNames,
  type Quality,
  utilities,
} from '#core/index.ts'
import { type Markup, renderLayout } from './layout.ts'
import { renderCredits, renderNumber } from './words.ts'

/** What is sold; where nothing is, whom to ask. */
export type Shop = Pick<Purchases, 'listPacks' | 'contact'> & { prices: Prices }

export function renderPricing(shop: Shop, welcomeCredits: number): Markup {
  const { draft, standard, premium } = shop.prices
  return renderLayout(
    'Pricing',
    html`<section>
      <h1>Pricing</h1>
      <p class="lead">
        Pay for pictures, not for seats. Credits never expire, and a picture that fails costs nothing.
        ${welcomeCredits > 0 ? html`The first chat you link brings <strong>${renderNumber(welcomeCredits)} credits</strong>.` : ''}
      </p>
    </section>
    <section aria-labelledby="costs">
      <h2 id="costs">What things cost</h2>
      <table class="entries">
        <thead><tr><th scope="col">What</th><th scope="col">Credits</th></tr></thead>
        <tbody>
          ${renderCost('A draft', 'a quick sketch of an idea', draft)}
          ${renderCost('A standard picture', 'what /imagine makes if you say nothing else', standard)}
          ${renderCost('A premium picture', 'the finest detail', premium)}
          ${listPresetPrices(shop.prices).map(renderPreset)}
          ${Object.entries(utilities).map(([name, { summary }]) => renderCost(`/${name}`, summary))}
          ${renderCost('The same again', 'the same prompt and options, from your history')}
        </tbody>
      </table>
    </section>
    <section aria-labelledby="styles">
      <h2 id="styles">Styles</h2>
      ${presetNames.map(renderStyles)}
    </section>
    <section aria-labelledby="packs">
      <h2 id="packs">${shop.listPacks().length > 0 ? 'Packs' : 'More credits'}</h2>
      ${renderPacks(shop)}
    </section>`,
  )
}

/** Drawn by this program, not by the model: they show the manner, and promise no picture. */
function renderStyles(name: PresetName): Markup {
  const { path, alt } = findStyleSheet(name)
  return html`<figure class="sheet">
    <figcaption><code>/${name}</code></figcaption>
    <img src="${path}" alt="${alt}" width="600" loading="lazy">
  </figure>`
}

function renderCost(what: string, more: string, price?: Prices[Quality]): Markup {
  return html`<tr>
    <th scope="row">${what} <span class="quiet">${more}</span></th>
    <td>${price === undefined ? 'free' : renderPrice(price)}</td>
  </tr>`
}

const renderPreset = ({ name, summary, price }: ReturnType<typeof listPresetPrices>[number]): Markup =>
  renderCost(`/${name}`, summary, { usual: price, large: price })

function renderPrice({ usual, large }: Prices[Quality]): Markup | string {
  if (large === usual) return renderNumber(usual)
  const { width, height } = largestUsual
  return html`${renderNumber(usual)}<br><span class="quiet">${renderNumber(large)} above ${width}×${height}</span>`
}

/** What a pack is enough for. */
function renderBuys(credits: number, { draft, standard }: Prices): string {
  const [price, word] =
    credits < standard.usual ? [draft.usual, 'draft'] : [standard.usual, 'standard picture']
  const count = Math.floor(credits / price)
  return `${renderNumber(count)} ${word}${count === 1 ? '' : 's'}`
}

/** Each leads to our own page, which opens the checkout. `query`: goes along in its address. */
export function renderPacks(
  { listPacks, contact = 'whoever runs this bot', prices }: Shop,
  query = '',
): Markup {
  const packs = listPacks()
  if (packs.length === 0) return html`<p>Credits are not sold here. For more, ask ${contact}.</p>`
  return html`<ul class="packs">
    ${packs.map(
      (pack) => html`<li class="card">
        <p><strong>${renderNumber(pack.credits)}</strong> ${pack.credits === 1 ? 'credit' : 'credits'}</p>
        <p class="quiet">${renderBuys(pack.credits, prices)}</p>
        ${renderOffers(pack, query)}
      </li>`,
    )}
  </ul>`
}

function renderOffers({ credits, price, offers }: OfferedPack, query: string): Markup[] {
  return offers
    .filter((offer) => offer.kind === 'address')
    .map(
      ({ path, seller }) =>
        html`<a class="button primary" href="${path}${query}">Buy for ${price}${seller === undefined ? '' : ` with ${seller}`}<span class="unseen">: ${renderCredits(credits)}</span></a>`,
    )
}
