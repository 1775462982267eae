/** Checks all books. */
import type { Fault } from '#core/index.ts'
import { renderFault } from './fault.ts'
import { nameForScripts } from './for-scripts.ts'
import type { OperatorCommand } from './operator-command.ts'
import { nameOrder, reasons } from './orders.ts'
import { renderNumber } from './words.ts'

/** As many faults as a report for scripts names; it counts all. */
const mostNamed = 1_000

export const verify: OperatorCommand = {
  name: 'verify',
  summary: 'Checks all books, also while the bot runs; says what is wrong, and exits with 1 if anything is.',
  needsStore: true,
  parameters: [],
  options: {},
  async run(_, { operations, tell }) {
    const named: Fault[] = []
    const found = await operations.verify((fault) => {
      tell(renderFault(fault))
      if (named.length < mostNamed) named.push(fault)
    })
    const unclaimed = await operations.orders.listNoted()
    const { wallets, entries, generations, deleted, faults, credits } = found
    const sums = Object.entries(credits).map(([kind, sum]) => `${kind} ${renderNumber(sum)}`)
    const all = Object.values(credits).reduce((sum, each) => sum + each, 0)
    return {
      ok: faults === 0,
      lines: [
        `${count(wallets, 'wallet')}, ${count(entries, 'entry', 'entries')}, ${count(generations, 'generation')}; ` +
          `${count(deleted, 'paid generation')} deleted by their owners.`,
        `Credits: ${renderNumber(all)} in all${sums.length > 0 ? ` (${sums.join(', ')})` : ''}.`,
        ...unclaimed.map(
          (order) =>
            `Order ${nameOrder(order)} was paid and credits ${order.why ? reasons[order.why] : 'nobody'}.`,
        ),
        faults === 0 ? 'The books are right.' : `${count(faults, 'fault')}.`,
      ],
      data: { ...found, faults: named.map(nameForScripts), faultCount: faults, unclaimed },
    }
  },
}

const count = (number: number, one: string, many = `${one}s`) =>
  `${renderNumber(number)} ${number === 1 ? one : many}`
