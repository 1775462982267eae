/** What an operator does to accounts, beside the running bot. */
import type { Account, Generation } from '#core/index.ts'
import type { Process, World } from './world.ts'

export async function grant(
  process: Process,
  world: World,
  { id }: Account,
  { number }: { number: number },
): Promise<void> {
  const [key, credits] = [`${id}:${number}`, 10 + number]
  world.grants.set(`grant:${key}`, credits)
  const request = { who: id, credits, reason: 'a test', key }
  await world.operate(process, () => process.operations.grant(request))
}

export async function giveBack(
  process: Process,
  world: World,
  generation: Generation | undefined,
): Promise<void> {
  if (!generation) return
  world.givenBack.add(generation.id)
  await world.operate(process, () => process.operations.refund(generation.id))
}
