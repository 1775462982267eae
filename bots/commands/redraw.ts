/** Draws again what somebody sees, at the presser's cost: the buttons Again, Vary and Upgrade. */
import { CoreError, hasCode } from '#core/errors.ts'
import {
  askOfOne,
  type Core,
  findNumber,
  findPreset,
  type Generation,
  isPublic,
  mostReferences,
  renderPictureName,
} from '#core/index.ts'
import { defineCommand } from '../command.ts'
import { findPayingTeam } from '../find-payer.ts'
import { followJob } from '../follow-job.ts'
import { findOnePrice, renderPickQuestion, renderVaryQuestion } from '../messages/pick.ts'
import type { OptionsOf } from '../option.ts'
import type { Call, Message } from '../platform.ts'
import { pressed } from '../pressed.ts'

type Order = Parameters<Core['images']['order']>[0]
type Change = Partial<
  Pick<Order, 'prompt' | 'fields' | 'tool' | 'quality' | 'count' | 'sources' | 'brought' | 'fresh'>
>
type Pressed = Call<OptionsOf<typeof pressed.again>>

/** Pressing twice while it is drawn is one order; pressing later is another. */
export const again = defineCommand({
  name: 'again',
  options: pressed.again,
  hidden: true,
  isPrivate: (options) => options.private === true,
  async run(call, core) {
    return await redraw(call, core, await findSeen(call, core), { fresh: true })
  },
})

/** Another one in its likeness, once it is said how far from it that may go. */
export const vary = defineCommand({
  name: 'vary',
  options: pressed.vary,
  hidden: true,
  isPrivate: (options) => options.private === true || options.how === undefined,
  async run(call, core) {
    const { how, private: hidden = false } = call.options
    const seen = await requirePictured(call, core)
    if (seen.pictures.length > 1) return renderPickQuestion(call.words, seen, { hidden })
    if (how === undefined) {
      const paying = await findPayingTeam(call, core, findOnePrice(core.prices, 'vary-subtle', seen))
      return renderVaryQuestion(call.words, seen, core.prices, { hidden, paying })
    }
    return await redraw(call, core, seen, { ...askOfOne(`vary-${how}`, seen), fresh: true })
  },
})

/** This very picture at its best; where the presser has it already, it is shown for nothing. */
export const upgrade = defineCommand({
  name: 'upgrade',
  options: pressed.upgrade,
  hidden: true,
  isPrivate: (options) => options.private === true,
  async run(call, core) {
    const seen = await requirePictured(call, core)
    if (seen.pictures.length > 1)
      return renderPickQuestion(call.words, seen, { hidden: call.options.private === true })
    return await redraw(call, core, seen, askOfOne('upgrade', await findRepeated(call, core, seen)))
  },
})

/** What the call names, as far as the presser may see it. */
export async function findSeen({ user, options }: Pressed, core: Core): Promise<Generation> {
  const account = await core.accounts.requireAccount(user)
  return await core.history.requireVisible(account.id, options.id)
}

/** What a free repeat shows, where the presser sees that too: so that its finish is the same one, also by another message. */
async function findRepeated({ user }: Pressed, core: Core, seen: Generation): Promise<Generation> {
  if (seen.repeatOf === undefined) return seen
  const account = await core.accounts.requireAccount(user)
  const name = renderPictureName({ id: seen.repeatOf, number: findNumber(seen) })
  const repeated = await core.history.requireVisible(account.id, name).catch((error: unknown) => {
    if (hasCode(error, 'not-found')) return undefined
    throw error
  })
  // It may have lost what its repeat still has, or be shown to fewer.
  const isSame = repeated?.pictures.length === 1 && repeated.pictures[0]?.key === seen.pictures[0]?.key
  const isAsPublic = !repeated?.private || seen.private
  return isSame && isAsPublic ? repeated : seen
}

/** Rejects with `source-gone` where nothing came of it. */
async function requirePictured(call: Pressed, core: Core): Promise<Generation> {
  const seen = await findSeen(call, core)
  if (seen.pictures.length === 0) throw new CoreError('source-gone', {})
  return seen
}

/** What is varied or changed of a preset's picture is what it is drawn on: its size and its words stay what they are. */
function keepPreset({ asked }: Generation, change: Change): Change {
  if (!change.tool || !findPreset(asked.tool)) return change
  const { prompt, ...rest } = change
  const { change: _, ...fields } = asked.fields ?? {}
  return { ...rest, tool: asked.tool, fields: { ...fields, ...(prompt !== undefined && { change: prompt }) } }
}

/** What comes along is numbered after what it is drawn from already. */
function requireRoom(sources: readonly string[], { brought = [] }: Change): void {
  if (brought.length === 0 || sources.length + brought.length <= mostReferences) return
  throw new CoreError('too-many-attachments', { limit: Math.max(mostReferences - sources.length, 0) })
}

/** Orders what was seen as it was ordered, with some changes, and shows it; of one of several, one. */
export async function redraw(
  call: Omit<Pressed, 'options'> & { options: { private?: boolean } },
  core: Core,
  seen: Generation,
  change: Change,
): Promise<Message> {
  const { id: owner } = await core.accounts.requireAccount(call.user)
  const isPrivate = call.options.private === true || !isPublic(seen)
  const isDrawnFrom = seen.asked.sources.length > 0 && change.sources === undefined
  const sources = isDrawnFrom ? await core.images.startFrom(owner, seen) : []
  requireRoom(sources, change)
  const job = await core.images.order({
    like: seen.asked,
    owner,
    call: call.id,
    origin: call.origin,
    private: isPrivate,
    ...(findNumber(seen) !== undefined && { count: 1 }),
    ...(isDrawnFrom && { sources }),
    ...keepPreset(seen, change),
  })
  return await followJob(call, core, job, { private: isPrivate })
}
