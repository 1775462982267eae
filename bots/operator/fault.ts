/** What is wrong with the books, in words. */
import type { Fault } from '#core/index.ts'

export function renderFault(fault: Fault): string {
  switch (fault.fault) {
    case 'sequence':
      return `${place(fault)} should be entry ${fault.expected} of its wallet.`
    case 'balance':
      return `${place(fault)} says that the balance is ${fault.balance}; the entries so far make ${fault.sum}.`
    case 'amount':
      return `${place(fault)} is a ${fault.kind} of ${fault.amount}, which none can be.`
    case 'overdrawn':
      return `${place(fault)} takes what is not there: it leaves ${fault.balance}.`
    case 'key':
      return `${place(fault)} has the key ${fault.key}, though it is for ${fault.reference}.`
    case 'price':
      return `${of(fault)} cost ${fault.price}; an entry for it moves ${fault.amount}.`
    case 'refund':
      return `${of(fault)} was given back, and never taken.`
    case 'refund-budget':
      return `${of(fault)} was given back to another budget than it was taken from.`
    case 'budget':
      return `${place(fault)} must be of a team’s wallet and of a member’s budget, or of neither.`
    case 'total':
      return `${place(fault)} says that ${fault.of} spent ${fault.spent} in ${fault.month}; the entries so far make ${fault.sum}.`
    case 'cap':
      return `${place(fault)} brings ${fault.of} to ${fault.spent} in ${fault.month}, over the cap of ${fault.limit}.`
    case 'order':
      return `Order ${fault.order} of ${fault.wallet} took back ${-fault.credits} more than it brought.`
    case 'taken-back':
      return `${place(fault)} takes back ${-fault.amount} of a grant of ${fault.granted}.`
    case 'transfers':
      return `Transfers between accounts make ${fault.sum} together; they should make nothing.`
    case 'gift':
      return `The gift ${fault.gift}, in the wallet ${fault.wallet}, makes ${fault.sum}; what left should have come, once.`
    case 'no-end':
      return `${of(fault)} has no end: it is ${fault.status}. A bot that runs ends it within 15 minutes.`
    case 'generation':
      return `${of(fault)} is ${fault.status} for ${fault.price}, was taken ${times(fault.spends)} and given back ${times(fault.refunds)}.`
  }
}

const place = ({ wallet, sequence }: { wallet: string; sequence: number }) => `Entry ${wallet}/${sequence}`
type Booked = { generation: string } & ({ owner: string } | { wallet: string })
const of = ({ generation, ...whose }: Booked) =>
  `Generation ${generation} of ${'wallet' in whose ? whose.wallet : whose.owner}`
const times = (count: number) => (count === 1 ? 'once' : count === 0 ? 'never' : `${count} times`)
