/** A month of an account, day by day: drawn on the server, and told as a table besides. */
import { html } from 'hono/html'
import type { Day, DayMonth } from '#core/index.ts'
import type { Markup } from './layout.ts'
import { renderCredits, renderMonth, renderNumber } from './words.ts'

export interface MonthChart {
  month: DayMonth
  /** The months before and after that there is something of, such as `2026-10`. */
  before: string | undefined
  after: string | undefined
}

/** Of the drawing, which is stretched to whatever room there is: a day is this wide, and the plot this high. */
const wide = 10
const high = 100

export function renderMonthChart({ month, before, after }: MonthChart): Markup {
  const name = renderMonth(month.month)
  const zone = month.timeZone === 'UTC' ? 'UTC' : month.timeZone.replaceAll('_', ' ')
  return html`<section aria-labelledby="month" class="month">
    <div class="heading">
      <h2 id="month">${name}</h2>
      <nav aria-label="Months" class="pager">
        ${before === undefined ? '' : html`<a class="button small" href="${linkMonth(before)}" rel="prev">${renderMonth(before)}</a>`}
        ${after === undefined ? '' : html`<a class="button small" href="${linkMonth(after)}" rel="next">${renderMonth(after)}</a>`}
      </nav>
    </div>
    <dl class="sums">
      <div class="spent"><dt>Spent on pictures</dt><dd>${renderCredits(month.spent)}</dd></div>
      <div class="added"><dt>Added</dt><dd>${renderCredits(month.added)}</dd></div>
    </dl>
    ${month.days.some(hasMoved) ? renderDays(month, name) : html`<p class="none">Nothing moved in ${name}.</p>`}
    <p class="note">${month.isWhole ? '' : 'Only the newest of a busy month are counted. '}Days by ${zone}.
      <a href="/account/transactions.csv?month=${month.month}" download>${name} as CSV</a></p>
  </section>`
}

const linkMonth = (month: string) => `/account?month=${month}#month`

const hasMoved = ({ spent, added }: Day): boolean => spent > 0 || added > 0

/** The next round number above: 1, 2 or 5, and noughts. */
export function findTop(most: number): number {
  const noughts = 10 ** Math.floor(Math.log10(Math.max(most, 1)))
  return [1, 2, 5, 10].map((step) => step * noughts).find((top) => top >= most) ?? most
}

function renderDays({ days, spent, added }: DayMonth, name: string): Markup {
  const most = Math.max(...days.map((day) => day.spent))
  const top = findTop(most)
  const busiest = days.find((day) => day.spent === most)
  const text = `${renderCredits(spent)} spent and ${renderCredits(added)} added. ${
    busiest && most > 0 ? `Most on day ${busiest.day}: ${renderCredits(most)}.` : 'No pictures were paid for.'
  }`
  return html`<figure class="chart">
    ${most > 0 ? html`<p class="scale" aria-hidden="true">${renderNumber(top)}</p>` : ''}
    <svg viewBox="0 0 ${days.length * wide} ${high}" preserveAspectRatio="none" role="img" aria-labelledby="chart-title chart-text">
      <title id="chart-title">Credits by day, ${name}</title>
      <desc id="chart-text">${text}</desc>
      ${[0, high / 2, high].map((y) => html`<path class="grid" d="M0 ${y}H${days.length * wide}" vector-effect="non-scaling-stroke"/>`)}
      ${days.map((day) => renderDay(day, top, name))}
    </svg>
    <p class="axis days-${days.length}" aria-hidden="true">${[1, 8, 15, 22, 29]
      .filter((day) => day <= days.length)
      .map((day) => html`<span>${day}</span>`)}</p>
    <details><summary>As a table</summary>${renderTable(days, name)}</details>
  </figure>`
}

/** What is added is marked, not measured: a pack is many times what a day takes. */
function renderDay(day: Day, top: number, name: string): Markup | '' {
  if (!hasMoved(day)) return ''
  const x = (day.day - 1) * wide
  const bar = Math.max((day.spent / top) * high, day.spent > 0 ? 1 : 0)
  return html`<g><title>${day.day} ${name}: ${describeDay(day)}</title>
    ${day.added > 0 ? html`<rect class="added" x="${x}" y="0" width="${wide}" height="${high}"/><rect class="added cap" x="${x}" y="0" width="${wide}" height="4"/>` : ''}
    ${day.spent > 0 ? html`<rect class="spent" x="${x + 1.5}" y="${(high - bar).toFixed(2)}" width="${wide - 3}" height="${bar.toFixed(2)}"/>` : ''}
  </g>`
}

const describeDay = ({ spent, added }: Day): string =>
  [spent > 0 && `${renderCredits(spent)} spent`, added > 0 && `${renderCredits(added)} added`]
    .filter(Boolean)
    .join(', ')

function renderTable(days: readonly Day[], name: string): Markup {
  return html`<table class="entries">
    <caption class="unseen">Credits by day, ${name}</caption>
    <thead><tr><th scope="col">Day</th><th scope="col">Spent</th><th scope="col">Added</th></tr></thead>
    <tbody>${days
      .filter(hasMoved)
      .map(
        ({ day, spent, added }) =>
          html`<tr><th scope="row">${day} ${name}</th><td>${renderNumber(spent)}</td><td>${renderNumber(added)}</td></tr>`,
      )}</tbody>
  </table>`
}
