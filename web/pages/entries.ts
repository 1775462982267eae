/** Tables of what moved credits: what was drawn, with a way to it, and what was bought, with its receipt. */
import { html } from 'hono/html'
import type { Core, Entry, Receipt, TeamOrderEntry } from '#core/index.ts'
import type { Markup } from './layout.ts'
import { describeEntry, type OtherNames, renderAmount, renderMoment, renderNumber, shorten } from './words.ts'

/** What an entry paid for, as far as it is still there. */
export interface Drawing {
  prompt: string
  /** Absent where there is nothing to show. */
  path?: string
  thumbnail?: string
}

/** By which entries are told. */
export interface EntryWords extends Pick<Core['purchases'], 'describeReceipt'> {
  names: OtherNames
  /** By the entries' references. */
  drawings: ReadonlyMap<string, Drawing>
}

export function renderEntries(entries: readonly Entry[], words: EntryWords): Markup {
  return html`<table class="entries">
    <thead><tr><th scope="col">What</th><th scope="col">Credits</th><th scope="col">Balance</th></tr></thead>
    <tbody>${entries.map(
      (entry) => html`<tr>
        ${renderWhat(entry, words)}
        <td>${renderSigned(entry.amount)}</td>
        <td class="quiet">${renderNumber(entry.balance)}</td>
      </tr>`,
    )}</tbody>
  </table>`
}

/** Without what it left in a wallet: whoever bought for a team sees the order, and nothing of what the team has. */
export function renderOrders(entries: readonly TeamOrderEntry[], words: EntryWords): Markup {
  return html`<table class="entries">
    <thead><tr><th scope="col">What</th><th scope="col">Credits</th></tr></thead>
    <tbody>${entries.map(
      (entry) => html`<tr>${renderWhat(entry, words)}<td>${renderSigned(entry.amount)}</td></tr>`,
    )}</tbody>
  </table>`
}

const renderSigned = (amount: number): Markup =>
  html`<span class="${amount < 0 ? 'out' : 'in'}">${renderAmount(amount)}</span>`

function renderWhat(entry: TeamOrderEntry, words: EntryWords): Markup {
  const drawing = words.drawings.get(entry.reference)
  const receipt = words.describeReceipt(entry)
  return html`<th scope="row"><div class="what">
    ${drawing ? renderThumbnail(drawing) : html`<span class="tile ${entry.amount < 0 ? 'out' : 'in'}" aria-hidden="true"></span>`}
    <div>${drawing ? renderDrawing(entry, drawing) : describeEntry(entry, words.names)}
      <span class="quiet">${renderMoment(entry.at)} · <span class="unseen">Reference</span> <code>${entry.reference}</code></span>
      ${receipt ? html`<span class="quiet">${renderReceipt(receipt, entry.reference)}</span>` : ''}
    </div>
  </div></th>`
}

/** Beside the words of what it shows, so that it has none of its own. */
const renderThumbnail = ({ thumbnail }: Drawing): Markup =>
  thumbnail === undefined
    ? html`<span class="tile" aria-hidden="true"></span>`
    : html`<img class="tile" src="${thumbnail}" alt="" width="44" height="44" loading="lazy">`

function renderDrawing({ kind }: TeamOrderEntry, { prompt, path }: Drawing): Markup {
  const words = shorten(prompt, 90)
  return html`<span class="asked">${kind === 'refund' ? 'Given back: ' : ''}${path === undefined ? words : html`<a href="${path}">${words}</a>`}</span>`
}

function renderReceipt(receipt: Receipt, reference: string): Markup {
  if (receipt.kind === 'seller') return html`receipt from ${receipt.title}`
  return html`<a href="${receipt.path}">Receipt<span class="unseen"> of ${reference}</span></a>`
}
