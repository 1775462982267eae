/** Changes a picture as somebody says, step by step: each is drawn from the one before, and one can go back. */
import { CoreError } from '#core/errors.ts'
import { askOfOne, type Core, type Generation, isPublic, namePicture } from '#core/index.ts'
import { defineCommand } from '../command.ts'
import { findPayingTeam } from '../find-payer.ts'
import { findChangePrice, renderChangeForm, renderWhichToChange } from '../messages/change.ts'
import { renderPickQuestion } from '../messages/pick.ts'
import type { Call } from '../platform.ts'
import { pressed } from '../pressed.ts'
import { showAgain } from '../show-again.ts'
import { findSeen, redraw } from './redraw.ts'

/** Whoever sees a picture may: what comes of it is theirs, and they pay for it. */
export const change = defineCommand({
  name: 'change',
  options: pressed.change,
  asksFirst: true,
  isPrivate: (options) => options.private === true,
  async run(call, core) {
    const account = await core.accounts.requireAccount(call.user)
    const { prompt, id } = call.options
    const seen =
      id === undefined
        ? await core.threads.find(call.thread, account.id)
        : await core.history.requireVisible(account.id, id)
    if (!seen?.pictures.length) throw new CoreError('nothing-to-change', {})
    if (seen.pictures.length > 1) {
      const paying = await findPayingTeam(call, core, findChangePrice(core.prices, seen))
      return renderWhichToChange(call.words, seen, core.prices, prompt, paying)
    }
    return await redraw(call, core, seen, { ...askOfOne('change', seen), prompt })
  },
})

/** The button Change. */
export const changeForm = defineCommand({
  name: 'change-form',
  options: pressed['change-form'],
  hidden: true,
  onMessage: true,
  opensForm: true,
  isPrivate: () => true,
  async run(call, core) {
    const { id, private: hidden = false } = call.options
    if (id === undefined) throw new CoreError('nothing-to-change', {})
    const seen = await findSeen({ ...call, options: { ...call.options, id } }, core)
    if (seen.pictures.length === 0) throw new CoreError('nothing-to-change', {})
    if (seen.pictures.length > 1) return renderPickQuestion(call.words, seen, { hidden })
    return renderChangeForm(call.words, seen, core.prices, { private: hidden })
  },
})

/** Shows an earlier step again, for nothing: what is said from now on is about that. */
export const back = defineCommand({
  name: 'back',
  options: pressed.back,
  hidden: true,
  isPrivate: (options) => options.private === true,
  async run(call, core) {
    const seen = await findSeen(call, core)
    await goOnFrom(call, core, seen)
    return await showAgain(call, core, seen, { private: call.options.private === true || !isPublic(seen) })
  },
})

/** What is said from now on is about this one: in the thread, and outside of threads for the caller. */
export async function goOnFrom({ user, thread }: Call<unknown>, core: Core, seen: Generation): Promise<void> {
  const account = await core.accounts.requireAccount(user)
  const name = namePicture(seen)
  await core.threads.choose(account.id, name)
  if (thread) await core.threads.note(thread, name, account.id)
}
