/** The prices: what a picture costs, and what can be bought. */
import { html } from 'hono/html'
import {
  comparePacks,
  findStyleSheet,
  largestUsual,
  listPresetPrices,
  type Money,
  type PresetName,
  type Prices,
  presetNames,
  type Quality,
  utilities,
} from '#core/index.ts'
import type { Operator } from '../site.ts'
import { type Markup, renderLayout } from './layout.ts'
import { renderPacks, type Shop } from './packs.ts'
import { renderQuestions } from './questions.ts'
import { renderMoney, renderNumber } from './words.ts'

export interface PricingPage {
  shop: Shop
  /** Credits that come with the first chat of a new account. */
  welcomeCredits: number
  operator: Operator
}

export function renderPricing({ shop, welcomeCredits, operator }: PricingPage): Markup {
  const isShop = shop.listPacks().length > 0
  return renderLayout(
    'Pricing',
    html`<section>
      <h1>Pricing</h1>
      <p class="lead">
        Pay for pictures, not for seats. Credits never expire, and a picture that fails costs nothing.
        ${welcomeCredits > 0 ? html`The first chat you connect comes with <strong>${renderNumber(welcomeCredits)} credits</strong>.` : ''}
      </p>
    </section>
    <section aria-labelledby="packs">
      <h2 id="packs">${isShop ? 'Packs' : 'More credits'}</h2>
      ${renderPacks(shop)}
      ${isShop ? html`<p class="note">A team has credits of its own: <code>/topup team</code> in its chat buys some.</p>` : ''}
    </section>
    ${renderCosts(shop)}
    ${renderQuestions(operator)}
    <section aria-labelledby="styles">
      <h2 id="styles">Styles</h2>
      <p>How each style looks at a glance. These are sketches of ours, not pictures by the model.</p>
      ${presetNames.map(renderStyles)}
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

function renderCosts(shop: Shop): Markup {
  const { draft, standard, premium } = shop.prices
  const range = findRange(shop)
  const row = (what: string | Markup, more: string, price?: Prices[Quality]) =>
    renderCost({ what, more, price, range })
  return html`<section aria-labelledby="costs">
    <h2 id="costs">What one picture costs</h2>
    <table class="entries costs">
      <thead><tr><th scope="col">What</th><th scope="col">Credits</th>${range ? html`<th scope="col">In money</th>` : ''}</tr></thead>
      <tbody>
        ${row('Draft', 'a quick sketch of an idea', draft)}
        ${row('Standard', 'what /imagine draws if you say nothing else', standard)}
        ${row('Premium', 'the finest detail', premium)}
        ${listPresetPrices(shop.prices).map(({ name, summary, price }) => row(`/${name}`, summary, { usual: price, large: price }))}
        ${Object.entries(utilities).map(([name, { summary }]) => row(`/${name}`, summary))}
        ${row('The same again', 'the same prompt and options, from your history')}
      </tbody>
    </table>
    ${range ? html`<p class="note">In money it depends on the pack: the larger, the less.</p>` : ''}
  </section>`
}

/** What a credit costs in the cheapest pack and in the dearest; undefined where packs cannot be compared. */
type Range = { least: Money; most: Money }

function findRange({ listPacks }: Shop): Range | undefined {
  const packs = comparePacks(listPacks())
  const credits = packs
    .flatMap(({ credit }) => credit ?? [])
    .toSorted((one, other) => one.amount - other.amount)
  const [least] = credits
  const most = credits.at(-1)
  const isOneCurrency = credits.every(
    ({ before, after }) => before === least?.before && after === least.after,
  )
  return least && most && isOneCurrency && credits.length === packs.length ? { least, most } : undefined
}

function renderCost(of: {
  what: string | Markup
  more: string
  price: Prices[Quality] | undefined
  range: Range | undefined
}): Markup {
  const { what, more, price, range } = of
  return html`<tr>
    <th scope="row">${what} <span class="quiet">${more}</span></th>
    <td>${price === undefined ? 'free' : renderPrice(price)}</td>
    ${range ? html`<td class="quiet">${price === undefined ? '' : renderRange(price.usual, range)}</td>` : ''}
  </tr>`
}

function renderPrice({ usual, large }: Prices[Quality]): Markup | string {
  if (large === usual) return renderNumber(usual)
  const { width, height } = largestUsual
  return html`${renderNumber(usual)}<br><span class="quiet">${renderNumber(large)} above ${width}×${height}</span>`
}

function renderRange(credits: number, { least, most }: Range): string {
  const [from, to] = [least, most].map((money) => renderMoney({ ...money, amount: money.amount * credits }))
  return from === to || to === undefined ? (from ?? '') : `${from} to ${to}`
}
