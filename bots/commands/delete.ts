/** Deletes one's own picture, once the author has said so twice. */
import { CoreError } from '#core/errors.ts'
import { defineCommand } from '../command.ts'
import { renderDeleted, renderDeleteQuestion } from '../messages/delete.ts'
import type { Call } from '../platform.ts'
import { takeBack } from '../take-back.ts'

/** Room for a picture's id, a channel's, a message's and a seal; with the command's name it fits a Discord button's 100. */
const longestId = 85

export const deletePicture = defineCommand({
  name: 'delete',
  summary: 'Asks whether to delete your picture.',
  options: [{ name: 'id', summary: 'Its id', type: 'generation', required: true }],
  hidden: true,
  isPrivate: () => true,
  async run(call, core) {
    const account = await core.accounts.requireAccount(call.user)
    const generation = await core.sharing.requireAuthored(account.id, call.options.id)
    const { channel, message } = call.pressed ?? {}
    if (channel === undefined || message === undefined) return renderDeleteQuestion(generation, generation.id)
    const seal = await core.seals.seal(...renderTarget(call, account.id, [generation.id, channel, message]))
    return renderDeleteQuestion(generation, [generation.id, channel, message, seal].join(' '))
  },
})

/**
 * Its id is the picture's and then, if it was asked under a message that lasts, that message's channel and id with
 * their seal. Without one, as earlier versions made it, it says nothing of which message may be taken away.
 */
export const deleteNow = defineCommand({
  name: 'delete-now',
  summary: 'Deletes your picture.',
  options: [{ name: 'id', summary: 'Its id', type: 'text', maxLength: longestId, required: true }],
  hidden: true,
  inPlace: true,
  isPrivate: () => true,
  async run(call, core) {
    const account = await core.accounts.requireAccount(call.user)
    const [id = '', ...place] = call.options.id.trim().split(' ')
    const [channel, message, seal] = place
    const isOurs =
      channel !== undefined &&
      message !== undefined &&
      place.length === 3 &&
      (await core.seals.isSealed(seal, ...renderTarget(call, account.id, [id, channel, message])))
    if (seal !== undefined && !isOurs) throw new CoreError('press-refused', {})
    const { shared } = await core.sharing.requireAuthored(account.id, id)
    const { retracted } = await core.sharing.remove(account.id, id, takeBack(call))
    const isGone =
      place.length === 0 || (shared?.platform === call.origin.platform && shared.message === message)
    const cleared = isGone || (isOurs && (await clear(call, channel, message)))
    return renderDeleted(id, retracted && cleared)
  },
})

/** What is sealed: this author may take this message of that platform away with this picture. */
const renderTarget = ({ origin }: Call, account: string, target: readonly [string, string, string]) =>
  ['delete-now', account, origin.platform, ...target] as const

/** Takes the message away under which it was asked; true also where messages cannot be taken away. */
async function clear({ remove }: Call, channel: string, message: string): Promise<boolean> {
  if (!remove) return true
  return await remove(channel, message).then(
    () => true,
    () => false,
  )
}
