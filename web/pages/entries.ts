/** Tables of what moved credits: what was drawn, with a way to it, and what was bought, with its receipt. */
import { html } from 'hono/html'
import {
  type Core,
  type Entry,
  isTakenBack,
  type Receipt,
  readGift,
  type TeamOrderEntry,
  type Words,
} from '#core/index.ts'
import type { Markup } from './layout.ts'
import { cleanName, renderAmount, renderMoment, shorten } from './words.ts'

/** What an entry paid for, as far as it is still there. */
export interface Drawing {
  prompt: string
  /** Absent where there is nothing to show. */
  path?: string
  thumbnail?: string
}

/** What is said of entries besides what they hold. */
export interface EntryNotes extends Pick<Core['purchases'], 'describeReceipt'> {
  /** The names of those whom gifts went to and came from, as far as they are known; by account. */
  names: ReadonlyMap<string, string | undefined>
  /** By the entries' references. */
  drawings: ReadonlyMap<string, Drawing>
}

export function renderEntries(words: Words, entries: readonly Entry[], notes: EntryNotes): Markup {
  const { columns } = words.entry
  return html`<table class="entries">
    <thead><tr><th scope="col">${columns.what}</th><th scope="col">${columns.credits}</th><th scope="col">${columns.balance}</th></tr></thead>
    <tbody>${entries.map(
      (entry) => html`<tr>
        ${renderWhat(words, entry, notes)}
        <td>${renderSigned(words, entry.amount)}</td>
        <td class="quiet">${words.number(entry.balance)}</td>
      </tr>`,
    )}</tbody>
  </table>`
}

/** Without what it left in a wallet: whoever bought for a team sees the order, and nothing of what the team has. */
export function renderOrders(words: Words, entries: readonly TeamOrderEntry[], notes: EntryNotes): Markup {
  const { columns } = words.entry
  return html`<table class="entries">
    <thead><tr><th scope="col">${columns.what}</th><th scope="col">${columns.credits}</th></tr></thead>
    <tbody>${entries.map(
      (entry) =>
        html`<tr>${renderWhat(words, entry, notes)}<td>${renderSigned(words, entry.amount)}</td></tr>`,
    )}</tbody>
  </table>`
}

const renderSigned = (words: Words, amount: number): Markup =>
  html`<span class="${amount < 0 ? 'out' : 'in'}">${renderAmount(words, amount)}</span>`

function renderWhat(words: Words, entry: TeamOrderEntry, notes: EntryNotes): Markup {
  const drawing = notes.drawings.get(entry.reference)
  const receipt = notes.describeReceipt(entry)
  return html`<th scope="row"><div class="what">
    ${drawing ? renderThumbnail(drawing) : html`<span class="tile ${entry.amount < 0 ? 'out' : 'in'}" aria-hidden="true"></span>`}
    <div>${drawing ? renderDrawing(words, entry, drawing) : describeEntry(words, entry, notes)}
      <span class="quiet">${renderMoment(entry.at, words)} · <span class="unseen">${words.entry.reference}</span> <code>${entry.reference}</code></span>
      ${receipt ? html`<span class="quiet">${renderReceipt(words, receipt, entry.reference)}</span>` : ''}
    </div>
  </div></th>`
}

/** Beside the words of what it shows, so that it has none of its own. */
const renderThumbnail = ({ thumbnail }: Drawing): Markup =>
  thumbnail === undefined
    ? html`<span class="tile" aria-hidden="true"></span>`
    : html`<img class="tile" src="${thumbnail}" alt="" width="44" height="44" loading="lazy">`

function renderDrawing({ entry }: Words, { kind }: TeamOrderEntry, { prompt, path }: Drawing): Markup {
  const asked = shorten(prompt, 90)
  return html`<span class="asked">${kind === 'refund' ? `${entry.givenBack} ` : ''}${path === undefined ? asked : html`<a href="${path}">${asked}</a>`}</span>`
}

function renderReceipt({ entry }: Words, receipt: Receipt, reference: string): Markup | string {
  if (receipt.kind === 'seller') return entry.receiptFrom(receipt.title)
  return html`<a href="${receipt.path}">${entry.receipt}<span class="unseen"> ${entry.receiptOf(reference)}</span></a>`
}

/** What an entry of the ledger is called. */
function describeEntry(
  { entry: words }: Words,
  { kind, key, reference }: Pick<Entry, 'kind' | 'key' | 'reference'>,
  { names }: EntryNotes,
): string {
  const gift = readGift({ kind, key, reference })
  const name = gift && cleanName(names.get(gift.other) ?? words.somebody)
  if (gift?.half === 'back') return words.giftBack
  if (name !== undefined) return gift?.half === 'to' ? words.giftTo(name) : words.giftFrom(name)
  if (isTakenBack({ key })) return key.endsWith(':welcome') ? words.welcomeTakenBack : words.takenBack
  return kind === 'grant' && key === 'welcome' ? words.welcome : words.kinds[kind]
}
