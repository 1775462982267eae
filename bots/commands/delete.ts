/** Deletes one's own picture, once the author has said so twice. */
import type { Command } from '../command.ts'
import { renderDeleted, renderDeleteQuestion } from '../messages/delete.ts'
import type { Call } from '../platform.ts'
import { takeBack } from '../take-back.ts'

/** Room for a picture's id, a channel's and a message's; with the command's name it fits a Discord button's 100. */
const longestId = 85

export const deletePicture: Command = {
  name: 'delete',
  summary: 'Asks whether to delete your picture.',
  options: [{ name: 'id', summary: 'Its id', type: 'generation', required: true }],
  hidden: true,
  isPrivate: () => true,
  async run(call, core) {
    const account = await core.accounts.requireAccount(call.user)
    const generation = await core.sharing.requireAuthored(account.id, String(call.options.id))
    const { channel, message } = call.pressed ?? {}
    const id = [generation.id, channel, message].filter((part) => part !== undefined).join(' ')
    return renderDeleteQuestion(generation, id)
  },
}

/** Its id is the picture's and then, if it was asked under a message that lasts, that message's channel and id. */
export const deleteNow: Command = {
  name: 'delete-now',
  summary: 'Deletes your picture.',
  options: [{ name: 'id', summary: 'Its id', type: 'text', maxLength: longestId, required: true }],
  hidden: true,
  inPlace: true,
  isPrivate: () => true,
  async run(call, core) {
    const account = await core.accounts.requireAccount(call.user)
    const [id = '', channel, message] = String(call.options.id).trim().split(' ')
    const { retracted } = await core.sharing.remove(account.id, id, takeBack(call))
    const cleared = await clear(call, channel, message)
    return renderDeleted(id, retracted && cleared)
  },
}

/** Takes the message away under which it was asked; true also when there is none. */
async function clear({ remove }: Call, channel?: string, message?: string): Promise<boolean> {
  if (!remove || channel === undefined || message === undefined) return true
  return await remove(channel, message).then(
    () => true,
    () => false,
  )
}
