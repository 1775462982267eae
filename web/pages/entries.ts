/** Tables of what moved credits, with a way to the receipt of each purchase. */
import { html } from 'hono/html'
import type { Core, Entry, Receipt, TeamOrderEntry } from '#core/index.ts'
import type { Markup } from './layout.ts'
import { describeEntry, type OtherNames, renderAmount, renderMoment, renderNumber } from './words.ts'

/** By which entries are told. */
export interface EntryWords extends Pick<Core['purchases'], 'describeReceipt'> {
  names: OtherNames
}

export function renderEntries(entries: readonly Entry[], words: EntryWords): Markup {
  if (entries.length === 0) return html`<p>None yet.</p>`
  return html`<table class="entries">
    <thead><tr><th scope="col">What</th><th scope="col">Credits</th><th scope="col">Balance</th></tr></thead>
    <tbody>${entries.map(
      (entry) => html`<tr>
        ${renderWhat(entry, words)}
        <td>${renderAmount(entry.amount)}</td>
        <td>${renderNumber(entry.balance)}</td>
      </tr>`,
    )}</tbody>
  </table>`
}

/** Whoever bought for a team sees the order, and nothing of what the team has. */
export function renderTeamOrders(entries: readonly TeamOrderEntry[], words: EntryWords): Markup | '' {
  if (entries.length === 0) return ''
  return html`<section aria-labelledby="for-teams">
    <h2 id="for-teams">Bought for teams</h2>
    <table class="entries">
      <thead><tr><th scope="col">What</th><th scope="col">Credits</th></tr></thead>
      <tbody>${entries.map(
        (entry) => html`<tr>${renderWhat(entry, words)}<td>${renderAmount(entry.amount)}</td></tr>`,
      )}</tbody>
    </table>
  </section>`
}

function renderWhat(entry: TeamOrderEntry, { names, describeReceipt }: EntryWords): Markup {
  const receipt = describeReceipt(entry)
  return html`<th scope="row">${describeEntry(entry, names)}
    <span class="quiet">${renderMoment(entry.at)} <span class="unseen">Reference</span> <code>${entry.reference}</code></span>
    ${receipt ? html`<span class="quiet">${renderReceipt(receipt, entry.reference)}</span>` : ''}
  </th>`
}

function renderReceipt(receipt: Receipt, reference: string): Markup {
  if (receipt.kind === 'seller') return html`receipt from ${receipt.title}`
  return html`<a href="${receipt.path}">Receipt<span class="unseen"> of ${reference}</span></a>`
}
