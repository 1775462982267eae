/** Shows again, for nothing, what the account has already. */
import { CoreError, hasCode } from '#core/errors.ts'
import type { Generation } from '#core/images/generation.ts'
import type { Earlier, GenerationStore } from '#core/images/generation-store.ts'
import type { Removals } from '#core/images/removals.ts'
import type { Sources } from '#core/images/sources/sources.ts'
import type { Job } from '#core/images/tasks/task.ts'
import type { Tasks } from '#core/images/tasks/tasks.ts'
import type { ImageOrder } from './order.ts'
import { create, type Draft, type RecordingPorts } from './recording.ts'

export interface RepeatPorts extends RecordingPorts {
  generations: Pick<GenerationStore, 'create' | 'find'>
  sources: Pick<Sources, 'use'>
  removals: Pick<Removals, 'expect' | 'settle'>
  worker: { tasks: Pick<Tasks, 'follow'> }
  /** Counts a free repeat; answers with the milliseconds to wait when the account had too many. */
  takeRepeat(account: string): Promise<number>
}

/** Undefined where it has none, or wants another. `known`: what was just found of the same. Rejects with `too-many-repeats`. */
export async function findShown(
  ports: RepeatPorts,
  common: Draft,
  { fresh = false }: ImageOrder,
  known?: Earlier,
): Promise<Job | undefined> {
  const { owner, cacheKey } = common
  const find = () => ports.generations.find({ owner, cacheKey })
  for (let read = known; !fresh; read = undefined) {
    const same = read ? read.shown : await find()
    if (!same) return undefined
    const shown = await repeat(ports, common, same)
    if (shown) return shown
  }
  return undefined
}

/** Undefined where what it would show was deleted at the same time. */
async function repeat(ports: RepeatPorts, common: Draft, shown: Generation): Promise<Job | undefined> {
  const { removals, worker } = ports
  const wait = await ports.takeRepeat(common.owner)
  if (wait > 0) throw new CoreError('too-many-repeats', { wait })
  await ports.sources.use(common).catch((error: unknown) => {
    // What is shown again needs nothing to be drawn from.
    if (!hasCode(error, 'source-gone')) throw error
  })
  const wanted: Generation<'delivered'> = {
    ...common,
    price: 0,
    pictures: shown.pictures,
    pictureKeys: shown.pictureKeys,
    repeatOf: shown.repeatOf ?? shown.id,
    status: 'delivered',
    delivery: 'reply',
    endedAt: common.createdAt,
  }
  if (!(await removals.expect(wanted, shown))) return undefined
  const { outcome, generation } = await create(ports, wanted)
  const isShown = outcome !== 'created' || (await removals.settle(generation))
  return isShown ? worker.tasks.follow(generation) : undefined
}
