/** What an operator does to accounts, beside the running bot. */
import type { Account, Generation } from '#core/index.ts'
import type { Order } from './provider.ts'
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

export async function undoGrant(
  process: Process,
  world: World,
  { id }: Account,
  { number }: { number: number },
): Promise<void> {
  await world.operate(process, () => process.operations.undoGrant(id, `${id}:${number}`))
}

export async function claim(
  process: Process,
  world: World,
  { id }: Account,
  order: Order | undefined,
): Promise<void> {
  const [report] = order?.reports ?? []
  if (!report) return
  await world.operate(process, () => process.operations.orders.settle({ order: report.order, who: id }))
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
