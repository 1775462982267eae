/** Places an order on a process, and shows what becomes of it, as the doors around the core do. */
import { CoreError } from '#core/errors.ts'
import type { Core, Job } from '#core/index.ts'
import { findId } from './performers.ts'
import type { Process, World } from './world.ts'

/** Everybody is in it. */
export const thread = { platform: 'slack', team: 'T1', channel: 'C1', thread: '1.2' } as const

type Order = Parameters<Core['images']['order']>[0]
export type Wanted = { prompt: string } & Pick<Order, 'fresh' | 'count' | 'quality' | 'brought'> &
  Partial<Pick<Order & { like: object }, 'like' | 'tool' | 'sources' | 'origin'>>

/** Shows what it came to, whatever that is. */
export async function order(
  process: Process,
  world: World,
  by: { who: string; call: number },
  wanted: Wanted,
): Promise<void> {
  const id = await findId(process.core, by.who)
  await follow(process, id, () => place(process.core, world, id, `${by.who}:${by.call}`, wanted))
}

export async function follow({ core, deliver }: Process, account: string, start: () => Promise<Job>) {
  const ended = await (await start()).done
  await deliver(ended)
  if (ended.pictures.length > 0) await core.threads.note(thread, ended.id, account)
  if (ended.status === 'ready') await core.images.markDelivered(ended.id, 'reply')
}

/** Whoever is refused is told that nothing was charged, unless the refusal says that this is not known. */
async function place(core: Core, world: World, account: string, call: string, wanted: Wanted): Promise<Job> {
  const attempts = world.orders.get(call) ?? []
  world.orders.set(call, attempts)
  const attempt = attempts.push('open') - 1
  try {
    const origin = { platform: 'terminal', address: {} } as const
    const job = await core.images.order({ owner: account, call, origin, ...wanted })
    attempts[attempt] = 'taken'
    return job
  } catch (error) {
    if (error instanceof CoreError && error.code !== 'unsettled') attempts[attempt] = 'refused'
    throw error
  }
}
