/** The whole program, killed at work: what was accepted is delivered or given back, and the books are exact. */
import { describe, expect, it, onTestFinished } from 'vitest'
import { killAgainAndAgain } from './cycles.ts'
import { createRandom } from './random.ts'
import { startTown } from './town.ts'

const seed = Number(process.env.KILL_SEED ?? Date.now() % 2 ** 31)
const uri = process.env.MONGODB_URI

async function survive(mongodbUri?: string): Promise<void> {
  const town = await startTown({ mongodbUri })
  onTestFinished(() => town.close())
  const { faults, generations } = await killAgainAndAgain(town, 4, createRandom(seed))
  expect(faults, `KILL_SEED=${seed}`).toEqual([])
  expect(generations).toBeGreaterThan(0)
  const vendors = [town.openai, town.cloudflare, ...Object.values(town.sides)]
  expect(vendors.flatMap(({ faults }) => faults)).toEqual([])
}

it('survives being killed, on SQLite', { timeout: 300_000 }, () => survive())

describe.skipIf(!uri)('with a server', () => {
  it('survives being killed, on MongoDB', { timeout: 300_000 }, () => survive(uri))
})
