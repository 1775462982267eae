/** Checks that the books of a store are right: what must hold whenever nothing is under way. */
import { createHash } from 'node:crypto'
import type { Generation } from '#core/index.ts'
import type { Store } from '#core/store/store.ts'

/** Every way in which the books are wrong, as sentences; empty when they are right. */
export async function findFaults(
  store: Store,
  accounts: readonly string[],
  world: { requests: readonly { account: string; prompt: string }[]; hosted: ReadonlySet<string> },
  generations: readonly Generation[],
): Promise<string[]> {
  const faults: string[] = []
  const say = (fault: string) => faults.push(fault)

  for (const account of accounts) {
    const entries = (await store.ledger.list(account, { limit: 10_000 })).reverse()
    let sum = 0
    for (const [index, entry] of entries.entries()) {
      sum += entry.amount
      if (entry.sequence !== index + 1) say(`${account}: entry ${index + 1} has sequence ${entry.sequence}`)
      if (entry.balance !== sum) say(`${account}: entry ${entry.sequence} says ${entry.balance}, sum ${sum}`)
      if (sum < 0) say(`${account}: balance ${sum} below zero`)
    }
    const keys = new Set(entries.map(({ key }) => key))
    if (keys.size !== entries.length) say(`${account}: a key was written twice`)
    for (const { key, amount, kind } of entries) {
      const [what, id] = key.split(':')
      const generation = generations.find((each) => each.id === id)
      if (what === 'welcome' || what === 'purchase') continue
      if (!generation) say(`${account}: ${key} belongs to no generation`)
      else if (Math.abs(amount) !== generation.price) say(`${key}: ${amount} is not ${generation.price}`)
      if (kind !== what) say(`${key} is a ${kind}`)
    }
    for (const generation of generations.filter((each) => each.account === account)) {
      const charged = keys.has(`spend:${generation.id}`)
      const refunded = keys.has(`refund:${generation.id}`)
      const { id, status, price } = generation
      if (status !== 'delivered' && status !== 'refunded') say(`${id} has no end: ${status}`)
      if (status === 'delivered' && charged !== price > 0) say(`${id} delivered, charged: ${charged}`)
      if (status === 'delivered' && refunded) say(`${id} delivered and refunded`)
      if (status === 'refunded' && charged !== refunded)
        say(`${id} charged: ${charged}, refunded: ${refunded}`)
      if (generation.slot !== undefined || generation.lease) say(`${id} ended with a slot or a lease`)
    }
    faults.push(...findExtraRequests(account, generations, world.requests))
  }
  const wanted = new Set(generations.filter(isDelivered).flatMap(({ pictureKeys }) => pictureKeys))
  for (const key of world.hosted) if (!wanted.has(key)) say(`${key} is hosted for nobody`)
  for (const key of wanted) if (!world.hosted.has(key)) say(`${key} is delivered and not hosted`)
  return faults
}

const isDelivered = ({ status }: Generation) => status === 'delivered'

/** Each generation that reached the vendor accounts for one request at most. */
function findExtraRequests(
  account: string,
  generations: readonly Generation[],
  requests: readonly { account: string; prompt: string }[],
): string[] {
  const digest = createHash('sha256').update(account).digest('hex')
  const own = requests.filter((request) => request.account === digest)
  return [...new Set(own.map(({ prompt }) => prompt))].flatMap((prompt) => {
    const made = own.filter((request) => request.prompt === prompt).length
    const drawn = generations.filter(
      (each) => each.account === account && each.spec.prompt === prompt && each.drawingAt !== undefined,
    ).length
    return made > drawn ? [`${account}: ${made} requests of "${prompt}" for ${drawn} generations`] : []
  })
}
