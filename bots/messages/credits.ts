/** Shows a balance, how it came about, and what things cost. */
import { type Entry, type EntryKind, isTakenBack, pricePerPicture } from '#core/index.ts'
import type { Message } from '../platform.ts'
import { cut, renderCredits, renderDate, renderNumber } from './words.ts'

const kinds: Readonly<Record<EntryKind, string>> = {
  purchase: 'bought',
  spend: 'picture',
  refund: 'given back',
  reversal: 'payment returned',
  grant: 'gift',
  transfer: 'moved',
}

const signed = new Intl.NumberFormat('en-GB', { signDisplay: 'exceptZero' })

/** `entries` are the newest first. */
export function renderBalance(balance: number, entries: readonly Entry[]): Message {
  return {
    private: true,
    blocks: [
      { kind: 'text', text: ['You have ', { bold: renderCredits(balance) }, '.'] },
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
      { kind: 'table', head: ['one picture', 'credits'], rows: listPrices() },
      {
        kind: 'text',
        text: ['The same prompt and options again are free. A picture that fails gives its credits back.'],
      },
    ],
  }
}

function listPrices(): string[][] {
  return Object.entries(pricePerPicture).map(([quality, price]) => [quality, renderNumber(price)])
}
