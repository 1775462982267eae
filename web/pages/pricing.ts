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
  qualities,
  utilities,
  type Words,
} from '#core/index.ts'
import { findWords, renderSentences, renderText } from '../language.ts'
import type { Operator } from '../site.ts'
import { type Markup, renderLayout } from './layout.ts'
import { renderPacks, type Shop } from './packs.ts'
import { renderQuestions } from './questions.ts'

const utilityNames = Object.keys(utilities) as (keyof typeof utilities)[]

export interface PricingPage {
  shop: Shop
  /** Credits that come with the first chat of a new account. */
  welcomeCredits: number
  operator: Operator
}

export function renderPricing({ shop, welcomeCredits, operator }: PricingPage): Markup {
  const words = findWords()
  const { pricing, packs, account } = words
  const isShop = shop.listPacks().length > 0
  return renderLayout(
    pricing.title,
    html`<section>
      <h1>${pricing.title}</h1>
      <p class="lead">${renderSentences(pricing.lead, welcomeCredits > 0 ? pricing.welcome(welcomeCredits) : '')}</p>
    </section>
    <section aria-labelledby="packs">
      <h2 id="packs">${isShop ? packs.title : account.moreCredits}</h2>
      ${renderPacks(words, shop)}
      ${isShop ? html`<p class="note">${renderText(packs.forTeams())}</p>` : ''}
    </section>
    ${renderCosts(words, shop)}
    ${renderQuestions(words, operator)}
    <section aria-labelledby="styles">
      <h2 id="styles">${pricing.styles}</h2>
      <p>${pricing.stylesNote}</p>
      ${presetNames.map((name) => renderStyles(words, name))}
    </section>`,
    { description: pricing.lead },
  )
}

/** Drawn by this program, not by the model: they show the manner, and promise no picture. */
function renderStyles(words: Words, name: PresetName): Markup {
  const { path, alt } = findStyleSheet(words, name)
  return html`<figure class="sheet">
    <figcaption><code>/${name}</code></figcaption>
    <img src="${path}" alt="${alt}" width="600" loading="lazy">
  </figure>`
}

function renderCosts(words: Words, shop: Shop): Markup {
  const { pricing, commands } = words
  const range = findRange(shop)
  const row = (name: string, more: string, price?: Prices[Quality]) =>
    renderCost(words, { name, more, price, range })
  return html`<section aria-labelledby="costs">
    <h2 id="costs">${pricing.costs}</h2>
    <table class="entries costs">
      <thead><tr><th scope="col">${pricing.columns.what}</th><th scope="col">${pricing.columns.credits}</th>${range ? html`<th scope="col">${pricing.columns.money}</th>` : ''}</tr></thead>
      <tbody>
        ${qualities.map((quality) => row(pricing.qualities[quality].name, pricing.qualities[quality].more, shop.prices[quality]))}
        ${listPresetPrices(shop.prices).map(({ name, price }) => row(`/${name}`, commands[name].summary, { usual: price, large: price }))}
        ${utilityNames.map((name) => row(`/${name}`, commands[name].summary))}
        ${row(pricing.again.name, pricing.again.more)}
      </tbody>
    </table>
    ${range ? html`<p class="note">${pricing.money}</p>` : ''}
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

function renderCost(
  words: Words,
  of: { name: string; more: string; price: Prices[Quality] | undefined; range: Range | undefined },
): Markup {
  const { name, more, price, range } = of
  return html`<tr>
    <th scope="row">${name} <span class="quiet">${more}</span></th>
    <td>${price === undefined ? words.pricing.free : renderPrice(words, price)}</td>
    ${range ? html`<td class="quiet">${price === undefined ? '' : renderRange(words, price.usual, range)}</td>` : ''}
  </tr>`
}

function renderPrice({ pricing, number }: Words, { usual, large }: Prices[Quality]): Markup | string {
  if (large === usual) return number(usual)
  const { width, height } = largestUsual
  return html`${number(usual)}<br><span class="quiet">${pricing.above(large, `${width}×${height}`)}</span>`
}

function renderRange({ pricing, money }: Words, credits: number, { least, most }: Range): string {
  const [from, to] = [
    renderMoney(least, money(least.amount * credits)),
    renderMoney(most, money(most.amount * credits)),
  ]
  return from === to ? from : pricing.range(from, to)
}

/** Such as `$0.50` or `0.03 €`. */
const renderMoney = ({ before, after }: Money, amount: string): string => `${before}${amount}${after}`
