/** A month of an account, day by day: drawn on the server, and told as a table besides. */
import { html } from 'hono/html'
import type { Day, DayMonth, Words } from '#core/index.ts'
import { renderSentences } from '../language.ts'
import type { Markup } from './layout.ts'

export interface MonthChart {
  month: DayMonth
  /** The months before and after that there is something of, such as `2026-10`. */
  before: string | undefined
  after: string | undefined
}

/** Of the drawing, which is stretched to whatever room there is: a day is this wide, and the plot this high. */
const wide = 10
const high = 100

export function renderMonthChart(words: Words, { month, before, after }: MonthChart): Markup {
  const { monthChart: said, credits } = words
  const name = words.month(month.month)
  const zone = month.timeZone.replaceAll('_', ' ')
  return html`<section aria-labelledby="month" class="month">
    <div class="heading">
      <h2 id="month">${name}</h2>
      <nav aria-label="${said.months}" class="pager">
        ${before === undefined ? '' : html`<a class="button small" href="${linkMonth(before)}" rel="prev">${words.month(before)}</a>`}
        ${after === undefined ? '' : html`<a class="button small" href="${linkMonth(after)}" rel="next">${words.month(after)}</a>`}
      </nav>
    </div>
    <dl class="sums">
      <div class="spent"><dt>${said.spent}</dt><dd>${credits(month.spent)}</dd></div>
      <div class="added"><dt>${said.added}</dt><dd>${credits(month.added)}</dd></div>
    </dl>
    ${month.days.some(hasMoved) ? renderDays(words, month, name) : html`<p class="none">${said.nothing(name)}</p>`}
    <p class="note">${renderSentences(month.isWhole ? '' : said.newestOnly, said.zone(zone))}
      <a href="/account/transactions.csv?month=${month.month}" download>${said.asCsv(name)}</a></p>
  </section>`
}

const linkMonth = (month: string) => `/account?month=${month}#month`

const hasMoved = ({ spent, added }: Day): boolean => spent > 0 || added > 0

/** The next round number above: 1, 2 or 5, and noughts. */
export function findTop(most: number): number {
  const noughts = 10 ** Math.floor(Math.log10(Math.max(most, 1)))
  return [1, 2, 5, 10].map((step) => step * noughts).find((top) => top >= most) ?? most
}

function renderDays(words: Words, { days, spent, added }: DayMonth, name: string): Markup {
  const { monthChart: said, number } = words
  const most = Math.max(...days.map((day) => day.spent))
  const top = findTop(most)
  const busiest = days.find((day) => day.spent === most)
  const peak = busiest && most > 0 ? said.most(busiest.day, most) : said.noneSpent
  return html`<figure class="chart">
    ${most > 0 ? html`<p class="scale" aria-hidden="true">${number(top)}</p>` : ''}
    <svg viewBox="0 0 ${days.length * wide} ${high}" preserveAspectRatio="none" role="img" aria-labelledby="chart-title chart-text">
      <title id="chart-title">${said.chart(name)}</title>
      <desc id="chart-text">${renderSentences(said.text(spent, added), peak)}</desc>
      ${[0, high / 2, high].map((y) => html`<path class="grid" d="M0 ${y}H${days.length * wide}" vector-effect="non-scaling-stroke"/>`)}
      ${days.filter(hasMoved).map((day) => renderDay(words, day, { top, name }))}
    </svg>
    <p class="axis days-${days.length}" aria-hidden="true">${[1, 8, 15, 22, 29]
      .filter((day) => day <= days.length)
      .map((day) => html`<span>${day}</span>`)}</p>
    <details><summary>${said.asTable}</summary>${renderTable(words, days, name)}</details>
  </figure>`
}

/** What is added is marked, not measured: a pack is many times what a day takes. */
function renderDay(words: Words, day: Day, { top, name }: { top: number; name: string }): Markup {
  const x = (day.day - 1) * wide
  const bar = Math.max((day.spent / top) * high, 1)
  return html`<g><title>${words.monthChart.day(day.day, name)}: ${describeDay(words, day)}</title>
    ${day.added > 0 ? html`<rect class="added" x="${x}" y="0" width="${wide}" height="${high}"/><rect class="added cap" x="${x}" y="0" width="${wide}" height="4"/>` : ''}
    ${day.spent > 0 ? html`<rect class="spent" x="${x + 1.5}" y="${(high - bar).toFixed(2)}" width="${wide - 3}" height="${bar.toFixed(2)}"/>` : ''}
  </g>`
}

const describeDay = ({ monthChart, allOf }: Words, { spent, added }: Day): string =>
  allOf([
    ...(spent > 0 ? [monthChart.daySpent(spent)] : []),
    ...(added > 0 ? [monthChart.dayAdded(added)] : []),
  ])

function renderTable({ monthChart, number }: Words, days: readonly Day[], name: string): Markup {
  const { columns } = monthChart
  return html`<table class="entries">
    <caption class="unseen">${monthChart.chart(name)}</caption>
    <thead><tr><th scope="col">${columns.day}</th><th scope="col">${columns.spent}</th><th scope="col">${columns.added}</th></tr></thead>
    <tbody>${days
      .filter(hasMoved)
      .map(
        ({ day, spent, added }) =>
          html`<tr><th scope="row">${monthChart.day(day, name)}</th><td>${number(spent)}</td><td>${number(added)}</td></tr>`,
      )}</tbody>
  </table>`
}
