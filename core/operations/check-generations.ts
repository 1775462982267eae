/** Checks that every generation has ended, and was taken and given back as often as its end says. */
import type { Clock } from '#core/clock.ts'
import { endStatuses, type Generation } from '#core/images/generation.ts'
import type { DumpStore } from '#core/store/dump-store.ts'
import { readBatches } from './batches.ts'
import type { Fault } from './fault.ts'
import type { Wallets } from './wallets.ts'

/** The longest that anything may be charged and not ended, in milliseconds. */
const longestLife = 15 * 60_000

/** Answers with how many there are. */
export async function checkGenerations(
  ports: { dump: DumpStore; wallets: Wallets; clock: Clock },
  say: (fault: Fault) => void,
): Promise<number> {
  const { dump, wallets, clock } = ports
  let count = 0

  function checkEnd({ id, owner, status, createdAt }: Generation): void {
    // What waits for a payment costs nothing, however long it waits.
    if (createdAt > clock.now() - longestLife) return
    say({ fault: 'no-end', owner, generation: id, status })
  }

  async function checkEnded(payer: string, ended: readonly Generation[]): Promise<void> {
    const keys = ended.flatMap(({ id }) => [`spend:${id}`, `refund:${id}`])
    const entries = await dump.findEntries(await wallets.list(payer), keys)
    const counts = new Map<string, number>()
    for (const { key } of entries) counts.set(key, (counts.get(key) ?? 0) + 1)
    for (const { id, owner, status, price } of ended) {
      const spends = counts.get(`spend:${id}`) ?? 0
      const refunds = counts.get(`refund:${id}`) ?? 0
      const isRight =
        status === 'delivered'
          ? spends === (price > 0 ? 1 : 0) && refunds <= spends
          : spends <= 1 && refunds === spends
      if (!isRight) say({ fault: 'generation', owner, generation: id, status, price, spends, refunds })
    }
  }

  for await (const batch of readBatches(dump.generations.readAll())) {
    count += batch.length
    const isEnded = ({ status }: Generation) => endStatuses.includes(status)
    for (const generation of batch) if (!isEnded(generation)) checkEnd(generation)
    for (const [payer, ended] of Map.groupBy(batch.filter(isEnded), (generation) => generation.payer)) {
      await checkEnded(payer, ended)
    }
  }
  return count
}
