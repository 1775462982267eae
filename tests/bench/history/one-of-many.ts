/** Asks as one person of a crowd, and as the same person alone in a store, by turns. */
import { isDeepStrictEqual } from 'node:util'
import { type Finding, holdTo } from '../benchmark.ts'
import { compare, renderMedians } from '../compare.ts'
import { asks } from './asking.ts'
import { bound } from './size.ts'
import type { Town } from './town.ts'

/** In the crowd somebody else asks the same before each turn, so that nothing is at hand for having just been read. */
export async function* compareAsks(store: string, town: Town, rounds: number): AsyncIterable<Finding> {
  const { crowd, alone, chosen, people } = town
  for (const [what, ask] of Object.entries(asks)) {
    const [among, alike] = [await ask(chosen, crowd), await ask(chosen, alone)]
    if (!isDeepStrictEqual(among, alike)) throw new Error(`${what} is answered differently`)
    let turn = 0
    const compared = await compare(
      () => ask(chosen, crowd),
      () => ask(chosen, alone),
      // A large prime step, so that neighbours in the list do not follow each other.
      { rounds, between: () => ask(people[(turn++ * 7_919) % people.length] ?? chosen, crowd) },
    )
    yield holdTo(bound, '×', {
      what: `${store}: ${what}`,
      measured: compared.ratio,
      note: renderMedians(compared),
    })
  }
}
