/** Deletes one's own picture, once the author has said so twice. */
import { hasCode } from '#core/errors.ts'
import { type Core, findNumber, type Generation, listPosts, namePicture, type Post } from '#core/index.ts'
import { defineCommand } from '../command.ts'
import { renderDeleted, renderDeleteQuestion, renderOneDeleted } from '../messages/delete.ts'
import type { Call, OwnMessage, Press } from '../platform.ts'
import { sealPress } from '../press.ts'
import { press, pressed } from '../pressed.ts'

export const deletePicture = defineCommand({
  name: 'delete',
  options: pressed.delete,
  hidden: true,
  isPrivate: () => true,
  async run(call, core) {
    const account = await core.accounts.requireAccount(call.user)
    const generation = await core.sharing.requireAuthored(account.id, call.options.id)
    return renderDeleteQuestion(call.words, generation, await nameDeletion(call, core, generation))
  },
})

/** The message under which it was asked may be taken away too, where a seal says that this one may. */
async function nameDeletion(
  { pressed, user }: Pick<Call, 'pressed' | 'user'>,
  core: Core,
  generation: Generation,
): Promise<Press> {
  const id = namePicture(generation)
  // A message with the others too stays.
  if (!pressed || findNumber(generation) !== undefined) return press('delete-now', { id })
  return await sealPress(core.seals, user, press('delete-now', { id, ...pressed }))
}

export const deleteNow = defineCommand({
  name: 'delete-now',
  options: pressed['delete-now'],
  hidden: true,
  inPlace: true,
  isPrivate: () => true,
  async run(call, core) {
    const account = await core.accounts.requireAccount(call.user)
    const { id, channel, message } = call.options
    const generation = await core.sharing.requireAuthored(account.id, id)
    const { retracted } = await core.sharing.remove(account.id, id, call.retract)
    if (findNumber(generation) !== undefined) {
      const rest = await findRest(core, account.id, generation)
      return renderOneDeleted(call.words, namePicture(generation), retracted, rest)
    }
    const { shared } = generation
    const isGone =
      message === undefined || (shared && listPosts(shared).some((each) => isPost(each, call, message)))
    // The very first buttons named a message without a seal.
    const isOurs = call.seal !== undefined && channel !== undefined
    const cleared = isGone || (isOurs && (await clear(call, { channel, message })))
    return renderDeleted(call.words, id, retracted && cleared)
  },
})

/** The others of which it was one; none where it was the last. */
async function findRest(core: Core, account: string, { id }: Generation): Promise<Generation | undefined> {
  return await core.history.require(account, id).catch((error: unknown) => {
    if (hasCode(error, 'not-found')) return undefined
    throw error
  })
}

const isPost = (post: Post, { origin }: Pick<Call, 'origin'>, message: string) =>
  post.platform === origin.platform && post.message === message

/** Whether the message is gone under which it was asked. */
const clear = ({ retract }: Pick<Call, 'retract'>, own: OwnMessage): Promise<boolean> =>
  retract(own).then(
    () => true,
    () => false,
  )
