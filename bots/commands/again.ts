/** Draws a picture anew, at its price: the Again button. */
import type { Command } from '../command.ts'
import { followJob } from '../follow-job.ts'

/** Under a picture that everybody sees. */
export const again = createAgain('again', false)

/** Under a private picture; a command of its own, since a platform must know before it runs who will see the answer. */
export const againPrivate = createAgain('again-private', true)

function createAgain(name: string, hidden: boolean): Command {
  return {
    name,
    summary: 'Draws a picture anew, at its price.',
    options: [{ name: 'id', summary: 'Its id', type: 'generation', required: true }],
    hidden: true,
    isPrivate: () => hidden,
    async run(call, core) {
      const account = await core.accounts.requireAccount(call.user)
      const { spec, private: wasPrivate } = await core.history.require(account.id, String(call.options.id))
      const { width, height, ...rest } = spec
      const isPrivate = hidden || wasPrivate
      const job = await core.images.order({
        ...rest,
        size: `${width}x${height}`,
        account: account.id,
        call: call.id,
        origin: call.origin,
        private: isPrivate,
        fresh: true,
      })
      return await followJob(call, core, job, { private: isPrivate })
    },
  }
}
