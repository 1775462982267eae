/** Draws at the presser's own cost what their team's cap kept back. */
import { defineCommand } from '../command.ts'
import { followJob } from '../follow-job.ts'
import { pressed } from '../pressed.ts'

/** Pressing twice is one order: what it draws is the presser's own that is kept by that name, and nothing else. */
export const payOwn = defineCommand({
  name: 'pay-own',
  options: pressed['pay-own'],
  hidden: true,
  isPrivate: (options) => options.private === true,
  async run(call, core) {
    const account = await core.accounts.requireAccount(call.user)
    const job = await core.images.orderOwn(account.id, call.options.id, call.origin)
    return await followJob(call, core, job, { private: call.options.private === true })
  },
})
