/** Draws again what somebody sees, at the presser's cost: the buttons Again, Vary and Upgrade. */
import { type Core, type Generation, nameResults } from '#core/index.ts'
import { defineCommand } from '../command.ts'
import { followJob } from '../follow-job.ts'
import type { OptionsOf } from '../option.ts'
import type { Call, Message } from '../platform.ts'
import { pressed } from '../pressed.ts'

type Order = Parameters<Core['images']['order']>[0]
type Change = Partial<Pick<Order, 'prompt' | 'tool' | 'quality' | 'sources' | 'fresh'>>

/** Pressing twice while it is drawn is one order; pressing later is another. */
export const again = createRedraw('again', 'Draws a picture anew, at its price.', () => ({ fresh: true }))

/** Another one in its likeness: it is given to the model along with its prompt. */
export const vary = createRedraw('vary', 'Draws a variation of a picture.', (seen) => ({
  tool: 'vary-strong',
  sources: nameResults(seen),
  fresh: true,
}))

/** The presser's own premium one of the same words, if there is one already, is shown for nothing. */
export const upgrade = createRedraw('upgrade', 'Draws a picture at premium quality.', () => ({
  quality: 'premium',
}))

function createRedraw(
  name: 'again' | 'upgrade' | 'vary',
  summary: string,
  change: (seen: Generation) => Change,
) {
  return defineCommand({
    name,
    summary,
    options: pressed[name],
    hidden: true,
    isPrivate: (options) => options.private === true,
    run: (call, core) => redraw(call, core, change),
  })
}

/** Orders what the call's picture was ordered as, with some changes, and shows it. */
export async function redraw(
  call: Call<OptionsOf<typeof pressed.again>>,
  core: Core,
  change: (seen: Generation) => Change,
): Promise<Message> {
  const account = await core.accounts.requireAccount(call.user)
  const { id, private: hidden = false } = call.options
  const seen = await core.history.requireVisible(account.id, id)
  const isPrivate = hidden || (seen.private && !seen.shared)
  const job = await core.images.order({
    like: seen.asked,
    owner: account.id,
    call: call.id,
    origin: call.origin,
    private: isPrivate,
    ...(seen.asked.sources.length > 0 && { sources: await core.images.startFrom(account.id, seen) }),
    ...change(seen),
  })
  return await followJob(call, core, job, { private: isPrivate })
}
