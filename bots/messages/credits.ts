/** Shows a balance, how it came about, and what things cost. */

import {
  type Core,
  type Entry,
  type EntryKind,
  type GiftNews,
  isTakenBack,
  largestUsual,
  listPresetPrices,
  type Prices,
  qualities,
  type Receipt,
  readGift,
  type Text,
} from '#core/index.ts'
import type { Block, Message } from '../platform.ts'
import { cut, renderCredits, renderDate, renderDay, renderNumber, renderSize } from './words.ts'

const kinds: Readonly<Record<EntryKind, string>> = {
  purchase: 'bought',
  spend: 'picture',
  refund: 'given back',
  reversal: 'payment returned',
  grant: 'gift',
  transfer: 'moved',
}

const signed = new Intl.NumberFormat('en-GB', { signDisplay: 'exceptZero' })

export interface ShownCredits {
  balance: number
  /** The newest first. */
  entries: readonly Entry[]
  /** Of those whom gifts went to and came from, as far as they are known; by account. */
  names?: ReadonlyMap<string, string | undefined>
  /** Where it is asked. */
  team?: { name: string | undefined; balance: number }
  /** Of the purchases among the entries. */
  receipts?: readonly ShownReceipt[]
}

export interface ShownReceipt extends Pick<Entry, 'at'> {
  receipt: Receipt
}

const gifts: Readonly<Record<GiftNews['half'], string>> = {
  to: 'gift to',
  from: 'gift from',
  back: 'gift came back',
}

export function renderBalance(
  shown: ShownCredits,
  { prices, publicUrl }: Pick<Core, 'prices' | 'publicUrl'>,
): Message {
  const { balance, entries, names, team, receipts = [] } = shown
  return {
    private: true,
    blocks: [
      { kind: 'text', text: ['You have ', { bold: renderCredits(balance) }, '.', ...tellOfTeam(team)] },
      {
        kind: 'table',
        head: ['when', 'what', 'credits', 'balance', 'for'],
        rows: entries.map((entry) => {
          const { what, about } = describe(entry, names)
          const { at, amount, balance: after } = entry
          return [renderDate(at), what, signed.format(amount), renderNumber(after), cut(about, 40)]
        }),
      },
      ...listReceipts(receipts, publicUrl),
      listPrices(prices),
      {
        kind: 'text',
        text: ['The same prompt and options again are free. A picture that fails gives its credits back.'],
      },
    ],
  }
}

function tellOfTeam(team: ShownCredits['team']): Text {
  if (!team) return []
  return [' ', cut(team.name ?? 'The team', 80), ' has ', { bold: renderCredits(team.balance) }, '.']
}

/** Those of a chat platform's sales are in nobody's hands but its own. */
function listReceipts(receipts: readonly ShownReceipt[], publicUrl: string): Block[] {
  const links = receipts.map(({ at, receipt }): Text => {
    const day = renderDay(at)
    if (receipt.kind === 'page') return [{ link: `${publicUrl}${receipt.path}`, label: day }]
    return [`${day} from ${receipt.title}`]
  })
  if (links.length === 0) return []
  return [
    { kind: 'text', text: ['Receipts: ', ...links.flatMap((link, at) => (at ? [', ', ...link] : link))] },
  ]
}

function describe(entry: Entry, names: ShownCredits['names']): { what: string; about: string } {
  const gift = readGift(entry)
  if (gift) return { what: gifts[gift.half], about: names?.get(gift.other) ?? 'somebody' }
  if (isTakenBack(entry)) return { what: 'gift taken back', about: '' }
  return { what: kinds[entry.kind], about: entry.reference }
}

/** Large pictures have a column where they cost another price. */
function listPrices(prices: Prices): Block {
  const isOne = qualities.every((quality) => prices[quality].usual === prices[quality].large)
  const rows = qualities.map((quality) => {
    const { usual, large } = prices[quality]
    return [quality, renderNumber(usual), ...(isOne ? [] : [renderNumber(large)])]
  })
  const presets = listPresetPrices(prices).map(({ name, price }) => {
    const cost = renderNumber(price)
    return [`/${name}`, cost, ...(isOne ? [] : [cost])]
  })
  const more = isOne ? [] : [`above ${renderSize(largestUsual)}`]
  return { kind: 'table', head: ['one picture', 'credits', ...more], rows: [...rows, ...presets] }
}
