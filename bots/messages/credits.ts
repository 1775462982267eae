/** Shows a balance, how it came about, and what things cost. */
import {
  type Entry,
  type EntryKind,
  isTakenBack,
  largestUsual,
  listPresetPrices,
  type Prices,
  qualities,
} from '#core/index.ts'
import type { Block, Message, Text } from '../platform.ts'
import { cut, renderCredits, renderDate, renderNumber, renderSize } from './words.ts'

const kinds: Readonly<Record<EntryKind, string>> = {
  purchase: 'bought',
  spend: 'picture',
  refund: 'given back',
  reversal: 'payment returned',
  grant: 'gift',
  transfer: 'moved',
}

const signed = new Intl.NumberFormat('en-GB', { signDisplay: 'exceptZero' })

/** `entries` are the newest first; `team`: where it is asked. */
export function renderBalance(
  balance: number,
  entries: readonly Entry[],
  prices: Prices,
  team?: { name: string | undefined; balance: number },
): Message {
  return {
    private: true,
    blocks: [
      { kind: 'text', text: ['You have ', { bold: renderCredits(balance) }, '.', ...tellOfTeam(team)] },
      {
        kind: 'table',
        head: ['when', 'what', 'credits', 'balance', 'for'],
        rows: entries.map(({ at, kind, amount, balance: after, reference, key }) => [
          renderDate(at),
          isTakenBack({ key }) ? 'gift taken back' : kinds[kind],
          signed.format(amount),
          renderNumber(after),
          isTakenBack({ key }) ? '' : cut(reference, 40),
        ]),
      },
      listPrices(prices),
      {
        kind: 'text',
        text: ['The same prompt and options again are free. A picture that fails gives its credits back.'],
      },
    ],
  }
}

function tellOfTeam(team: { name: string | undefined; balance: number } | undefined): Text {
  if (!team) return []
  return [' ', cut(team.name ?? 'The team', 80), ' has ', { bold: renderCredits(team.balance) }, '.']
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
