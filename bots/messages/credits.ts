/** Shows a balance, how it came about, and what things cost. */

import {
  type Core,
  type Entry,
  type GiftNews,
  isTakenBack,
  joinTexts,
  largestUsual,
  listPresetPrices,
  type Prices,
  qualities,
  type Receipt,
  readGift,
  type Text,
  type Words,
} from '#core/index.ts'
import type { Block, Message } from '../platform.ts'
import { cut, renderSize } from './words.ts'

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

export function renderBalance(
  words: Words,
  shown: ShownCredits,
  { prices, publicUrl }: Pick<Core, 'prices' | 'publicUrl'>,
): Message {
  const { balance, entries, names, team, receipts = [] } = shown
  const own = words.balance.own(balance)
  const { head } = words.balance
  const teamName = team?.name === undefined ? undefined : cut(team.name, 80)
  return {
    private: true,
    blocks: [
      {
        kind: 'text',
        text: team ? joinTexts(own, words.balance.team(teamName, team.balance)) : own,
      },
      {
        kind: 'table',
        head: [head.when, head.what, head.credits, head.balance, head.about],
        rows: entries.map((entry) => {
          const { what, about } = describe(words, entry, names)
          const { at, amount, balance: after } = entry
          return [words.moment(at), what, words.signed(amount), words.number(after), cut(about, 40)]
        }),
      },
      ...listReceipts(words, receipts, publicUrl),
      listPrices(words, prices),
      { kind: 'text', text: words.balance.free() },
    ],
  }
}

/** Those of a chat platform's sales are in nobody's hands but its own. */
function listReceipts(words: Words, receipts: readonly ShownReceipt[], publicUrl: string): Block[] {
  const links = receipts.map(({ at, receipt }): Text => {
    if (receipt.kind === 'page') return [{ link: `${publicUrl}${receipt.path}`, label: words.day(at) }]
    return [words.balance.receiptFrom(at, receipt.title)]
  })
  return links.length === 0 ? [] : [{ kind: 'text', text: words.balance.receipts(links) }]
}

function describe({ entry: said, balance }: Words, entry: Entry, names: ShownCredits['names']) {
  const gift = readGift(entry)
  if (gift) return { what: nameGift(said, gift.half, names?.get(gift.other)), about: '' }
  if (isWelcome(entry)) return { what: said.welcome, about: '' }
  if (isTakenBack(entry)) return { what: said.takenBack, about: '' }
  // What accounts are moved by means nothing to people.
  const about = entry.kind === 'transfer' ? '' : entry.reference
  return { what: entry.kind === 'spend' ? balance.picture : said.kinds[entry.kind], about }
}

function nameGift(said: Words['entry'], half: GiftNews['half'], name = said.somebody): string {
  if (half === 'back') return said.giftBack
  return half === 'to' ? said.giftTo(cut(name, 40)) : said.giftFrom(cut(name, 40))
}

const isWelcome = ({ kind, key }: Entry) => kind === 'grant' && key === 'welcome'

/** Large pictures have a column where they cost another price. */
function listPrices(words: Words, prices: Prices): Block {
  const { onePicture, above, head } = words.balance
  const isOne = qualities.every((quality) => prices[quality].usual === prices[quality].large)
  const rows = qualities.map((quality) => {
    const { usual, large } = prices[quality]
    return [words.qualities[quality], words.number(usual), ...(isOne ? [] : [words.number(large)])]
  })
  const presets = listPresetPrices(prices).map(({ name, price }) => {
    const cost = words.number(price)
    return [`/${name}`, cost, ...(isOne ? [] : [cost])]
  })
  const more = isOne ? [] : [above(renderSize(largestUsual))]
  return { kind: 'table', head: [onePicture, head.credits, ...more], rows: [...rows, ...presets] }
}
